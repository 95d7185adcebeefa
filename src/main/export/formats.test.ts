import { describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../shared/api.ts'
import { type ExportEntry, LIST_FORMATS, type ListFormat } from '../../shared/knowledge/exportFormats/index.ts'
import { ListText } from './list-text.ts'
import { emptyCounts, sift } from './text.ts'

const FORMATS = Object.values(LIST_FORMATS)
const ENTRY: ExportEntry = {
  ...{ address: 'anna@shop.example', complaint: false, replyCode: '550', enhancedCode: '5.1.1' },
  ...{ diagnostic: '550 5.1.1 No such user', reportedAt: '2026-03-01T10:00:00.000Z' },
}

/** The files of a list: what each part holds. */
function filesOf(format: ListFormat, entries: readonly ExportEntry[], lineEnd = '\n'): string[] {
  const text = new ListText(format, lineEnd)
  const files: string[] = []
  const begin = text.begin()
  for (const piece of [...(begin ? [begin] : []), ...text.lines(entries)])
    files[piece.part] = (files[piece.part] ?? '') + piece.text
  return files
}

const rowsFor = (format: ListFormat, change: Partial<ExportEntry>) =>
  filesOf({ ...format, header: null }, [{ ...ENTRY, ...change }])[0]

describe.each(FORMATS.map((format) => [format.name, format] as const))('the format %s', (name, format) => {
  it('writes its documented example, byte for byte', () => {
    const lineEnd = format.lineEnd === 'crlf' ? '\r\n' : '\n'
    expect(filesOf(format, format.example.entries, lineEnd)).toEqual([format.example.text])
  })

  it('is offered under its name, and says where it goes and who says so', () => {
    expect(EXPORT_FORMATS).toContain(name)
    expect(format.name).toBe(name)
    expect(format.hint).toMatch(/^[A-Z].*\.$/)
    if (format.group !== 'service') return
    expect(format.suppresses).toBe(true)
    expect(format.upload).toMatch(/^[A-Z].*\.$/)
    expect(format.sources.length).toBeGreaterThan(0)
  })

  it('has as many cells in each row as its header has', () => {
    for (const row of format.rows({
      ...ENTRY,
      replyCode: null,
      enhancedCode: null,
      diagnostic: null,
      reportedAt: null,
    }))
      expect(row).toHaveLength(format.header?.length ?? row.length)
  })
})

describe('what a report says beside the address', () => {
  it('is one line that no spreadsheet runs, whatever the server answered', () => {
    const diagnostic = '550-=HYPERLINK("http://attacker.example")\r\n550 \u202Ebye\u0007'
    expect(rowsFor(LIST_FORMATS.mailgun, { diagnostic })).toBe(
      `anna@shop.example,550,"'=HYPERLINK(""http://attacker.example"") 550 bye","Sun, 01 Mar 2026 10:00:00 UTC"\n`,
    )
    const long = rowsFor(LIST_FORMATS.sparkpost, { diagnostic: 'ü'.repeat(10_000) })
    expect(long?.split('\n')[0]?.length).toBeLessThan(300)
  })

  it('has its place filled where the report says nothing', () => {
    const silent = { replyCode: null, enhancedCode: null, diagnostic: null, reportedAt: null }
    expect(rowsFor(LIST_FORMATS.mailgun, silent)).toBe('anna@shop.example,550,Not delivered,\n')
    expect(rowsFor(LIST_FORMATS.listmonk, silent)).toBe('anna@shop.example,,"{""bounce"":""undelivered""}"\n')
  })

  it('tells complaints from bounces where the service does', () => {
    expect(rowsFor(LIST_FORMATS.ses, { complaint: true })).toBe('anna@shop.example,COMPLAINT\n')
    expect(rowsFor(LIST_FORMATS.listmonk, { complaint: true })).toBe('anna@shop.example,,"{""complaint"":true}"\n')
  })
})

describe('a limit', () => {
  const people = (count: number) => Array.from({ length: count }, (_, n) => ({ ...ENTRY, address: `p${n}@d.example` }))

  it('of rows splits the list, each file with its header and its rows whole', () => {
    const format = { ...LIST_FORMATS.sparkpost, maxRows: 5 }
    const files = filesOf(format, people(5))
    expect(files.map((file) => file.split('\n').length - 2)).toEqual([4, 4, 2])
    for (const file of files) expect(file.startsWith('recipient,type,description\n')).toBe(true)
    const rows = files.flatMap((file) => file.split('\n').slice(1, -1))
    expect(`${rows.join('\n')}\n`).toBe(filesOf({ ...format, header: null, maxRows: null }, people(5))[0])
  })

  it('of bytes is never exceeded, and counts bytes, not characters', () => {
    const entries = Array.from({ length: 9 }, (_, n) => ({ ...ENTRY, address: `jürgen${n}@bücher.example` }))
    const files = filesOf({ ...LIST_FORMATS.brevo, maxBytes: 60 }, entries)
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) {
      expect(Buffer.byteLength(file)).toBeLessThanOrEqual(60)
      expect(file.startsWith('EMAIL\n')).toBe(true)
    }
    expect(files.flatMap((file) => file.split('\n').slice(1, -1))).toEqual(entries.map(({ address }) => address))
  })

  it('of a hundred thousand addresses is that of Amazon SES', () => {
    const files = filesOf(LIST_FORMATS.ses, people(100_001))
    expect(files.map((file) => file.split('\n').length - 1)).toEqual([100_000, 1])
  })
})

describe('addresses outside ASCII', () => {
  const listed = (format: ListFormat, ...addresses: string[]) => {
    const counts = emptyCounts()
    const kept = sift(
      addresses.map((address) => ({ ...ENTRY, address })),
      format,
      counts,
    )
    return { kept: kept.map(({ address }) => address), rejected: counts.rejected, counts }
  }

  it('keep their form where it can be carried', () => {
    expect(listed(LIST_FORMATS.plain, 'jürgen@bücher.example').kept).toEqual(['jürgen@bücher.example'])
  })

  it('have their domain in ASCII for Amazon SES, and are reported where that is not enough', () => {
    const { kept, rejected, counts } = listed(LIST_FORMATS.ses, 'anna@bücher.example', 'jürgen@shop.example')
    expect(kept).toEqual(['anna@xn--bcher-kva.example'])
    expect(rejected).toEqual([
      { address: 'jürgen@shop.example', why: 'Amazon SES takes only letters without accents before the @.' },
    ])
    expect(counts).toMatchObject({ count: 1, rejectedTotal: 1 })
  })
})
