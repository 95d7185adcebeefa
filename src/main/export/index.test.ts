import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExportRequest } from '../../shared/api.ts'
import type { BounceRecord } from '../../shared/bounce.ts'
import { EMPTY_FILTER } from '../../shared/query.ts'
import { Store } from '../store/index.ts'
import { temporaryFolder } from '../store/testing/files.ts'
import { makeEntry } from '../store/testing/records.ts'
import { previewExport, writeExport } from './index.ts'

const PLAIN: ExportRequest = {
  ...{ format: 'plain', list: 'remove', verdicts: ['remove'] },
  ...{ filter: null, selection: null, lineEnd: 'lf' },
}
const AUDIT: ExportRequest = { ...PLAIN, format: 'audit' }

async function storeOf(...records: Partial<BounceRecord>[]) {
  const store = await Store.open(':memory:')
  const id = await store.beginImport(['inbox.mbox'])
  await store.append(
    id,
    records.map((record, n) => makeEntry(`m${n}`, [record], { source: { file: 'in.mbox', index: n, offset: n * 9 } })),
  )
  return store
}

async function written(store: Store, request: ExportRequest) {
  const file = join(await temporaryFolder(), 'list.txt')
  const result = await writeExport(store, request, file)
  return { result, text: await readFile(file, 'utf8') }
}

/** Reads CSV as RFC 4180 has it: independent of what wrote it. */
function parseCsv(text: string, lineEnd: string): string[][] {
  const rows: string[][] = [[]]
  let rest = text
  while (rest) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest)
    const cell = quoted?.[0] ?? /^[^,\r\n]*/.exec(rest)?.[0] ?? ''
    rows.at(-1)?.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : cell)
    rest = rest.slice(cell.length)
    if (rest.startsWith(',')) rest = rest.slice(1)
    else if (rest.startsWith(lineEnd)) {
      rest = rest.slice(lineEnd.length)
      if (rest) rows.push([])
    } else throw new Error(`no cell ends at ${JSON.stringify(rest.slice(0, 20))}`)
  }
  return rows
}

describe('the plain list', () => {
  it('has each address to remove once, sorted, one a line', async () => {
    const store = await storeOf(
      { recipient: 'Zoe@shop.example' },
      { recipient: 'BERT@shop.example' },
      { recipient: 'bert@shop.example' },
      { recipient: 'anna@shop.example', kind: 'complaint' },
      { recipient: 'keep@shop.example', verdict: 'keep' },
      { recipient: 'late@shop.example', kind: 'delay', verdict: 'remove' },
      { recipient: 'away@shop.example', kind: 'auto-reply' },
      { recipient: null },
    )
    const { result, text } = await written(store, PLAIN)
    expect(text).toBe('anna@shop.example\nbert@shop.example\nZoe@shop.example\n')
    expect(result).toMatchObject({ count: 3, addresses: 3, rejectedTotal: 0 })
    expect((await written(store, { ...PLAIN, lineEnd: 'crlf' })).text).toBe(text.replaceAll('\n', '\r\n'))
  })

  it('follows the verdicts, the filter and what the person decided', async () => {
    const store = await storeOf(
      { recipient: 'anna@shop.example', provider: 'gmail' },
      { recipient: 'bert@shop.example' },
      { recipient: 'cleo@shop.example', verdict: 'watch' },
    )
    await store.setVerdict(['bert@shop.example'], 'keep')
    expect((await written(store, PLAIN)).text).toBe('anna@shop.example\n')
    expect((await written(store, { ...PLAIN, verdicts: ['watch', 'keep'] })).text).toBe(
      'bert@shop.example\ncleo@shop.example\n',
    )
    const filter = { ...EMPTY_FILTER, exclude: { provider: ['gmail'] } }
    expect((await written(store, { ...PLAIN, filter, verdicts: ['remove', 'keep'] })).text).toBe('bert@shop.example\n')
    expect((await written(store, { ...PLAIN, verdicts: [] })).text).toBe('')
  })

  it('leaves out what no list can carry, and reports it', async () => {
    const store = await storeOf(
      ...['=cmd|x@shop.example', '"a b"@shop.example', 'david...@shop.example', 'good@shop.example'].map(
        (recipient) => ({ recipient }),
      ),
    )
    const { result, text } = await written(store, PLAIN)
    expect(text).toBe('good@shop.example\n')
    expect(result).toMatchObject({ count: 1, rejectedTotal: 3 })
    const { rejected } = await previewExport(store, PLAIN)
    expect(rejected.map(({ address }) => address).sort()).toEqual([
      '"a b"@shop.example',
      '=cmd|x@shop.example',
      'david...@shop.example',
    ])
    for (const { why } of rejected) expect(why).toMatch(/^[A-Z].*\.$/)
  })
})

describe('the audit', () => {
  it('has every field of each record, and survives a reader', async () => {
    const store = await storeOf(
      {
        recipient: 'anna@shop.example',
        diagnostic: '550 "no", she said;\nline two\r\nlåst – ünïcode 日本',
        original: { from: '=HYPERLINK("x")', subject: '+1', messageId: '@x', date: '-5' },
        remark: '\tx',
      },
      { recipient: null, verdict: 'review' },
      { recipient: 'away@shop.example', kind: 'auto-reply' },
    )
    for (const [lineEnd, end] of [
      ['lf', '\n'],
      ['crlf', '\r\n'],
    ] as const) {
      const { result, text } = await written(store, { ...AUDIT, verdicts: [], lineEnd })
      expect(result).toMatchObject({ count: 3, addresses: 2, rejectedTotal: 0 })
      const [header = [], ...rows] = parseCsv(text, end)
      const records = rows.map((cells) => Object.fromEntries(cells.map((cell, n) => [header[n], cell])))
      expect(records).toHaveLength(3)
      expect(records[0]).toMatchObject({
        'source.file': 'in.mbox',
        'source.offset': '0',
        recipient: 'anna@shop.example',
        addressVerdict: 'remove',
        diagnostic: '550 "no", she said;\nline two\r\nlåst – ünïcode 日本',
        'original.from': `'=HYPERLINK("x")`,
        'original.subject': '+1',
        'original.messageId': "'@x",
        'original.date': '-5',
        remark: "'\tx",
      })
      expect(records[1]).toMatchObject({ 'source.index': '1', 'source.offset': '9', recipient: '', kind: 'bounce' })
      expect(text.endsWith(end)).toBe(true)
      expect(text.startsWith('id,source.file,')).toBe(true)
    }
  })

  it('names each field of the record, nested ones with a dot', async () => {
    const store = await storeOf({})
    const flat = (value: object, prefix = ''): string[] =>
      Object.entries(value).flatMap(([key, inner]) =>
        inner !== null && typeof inner === 'object' ? flat(inner, `${prefix}${key}.`) : [`${prefix}${key}`],
      )
    const { text } = await written(store, AUDIT)
    for await (const [record] of store.records()) {
      expect(new Set(text.split('\n')[0]?.split(','))).toEqual(new Set(flat(record ?? {})))
    }
  })

  it('of a verdict has the bounces and complaints of the removal list', async () => {
    const store = await storeOf(
      { recipient: 'anna@shop.example' },
      { recipient: 'anna@shop.example', kind: 'auto-reply' },
      { recipient: 'bert@shop.example', verdict: 'keep' },
    )
    const { result } = await written(store, AUDIT)
    expect(result).toMatchObject({ count: 1, addresses: 1 })
  })
})

describe('a preview', () => {
  it('counts what the file will hold, and shows its first lines and name', async () => {
    const records = Array.from({ length: 40 }, (_, n) => ({ recipient: `p${10 + n}@d${n}.example` }))
    const store = await storeOf(...records, { recipient: 'other@shop.example', verdict: 'keep' })
    const now = () => new Date(2026, 10, 4, 0, 30)
    const plain = await previewExport(store, { ...PLAIN, lineEnd: 'crlf' }, { now })
    expect(plain).toMatchObject({ count: 40, addresses: 40, fileName: 'bounce-triage-remove-2026-11-04.txt' })
    expect(plain.moreLines).toBe(30)
    expect(plain.head).toEqual(records.slice(0, 10).map(({ recipient }) => recipient))
    const audit = await previewExport(store, AUDIT, { now })
    expect(audit).toMatchObject({ count: 40, addresses: 40, fileName: 'bounce-triage-audit-2026-11-04.csv' })
    const { text } = await written(store, AUDIT)
    expect(audit.head).toEqual(text.split('\n').slice(0, 10))
  })
})

describe('writing', () => {
  it('replaces a file whole, and leaves nothing beside it', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'list.txt')
    await writeFile(file, 'old\n'.repeat(100))
    await writeExport(await storeOf({}), PLAIN, file)
    expect(await readFile(file, 'utf8')).toBe('anna@shop.example\n')
    expect(await readdir(folder)).toEqual(['list.txt'])
  })

  it('leaves the old file as it was when the store fails on the way', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'list.txt')
    await writeFile(file, 'old\n')
    const store = await storeOf({})
    store.addresses = async function* () {
      yield [{ address: 'a@shop.example', verdict: 'remove' as const }]
      throw new Error('lost')
    }
    await expect(writeExport(store, PLAIN, file)).rejects.toThrow('lost')
    expect(await readFile(file, 'utf8')).toBe('old\n')
    expect(await readdir(folder)).toEqual(['list.txt'])
  })
})
