import { describe, expect, it } from 'vitest'
import type { BounceRecord } from '../../shared/bounce.ts'
import { Store } from './index.ts'
import { makeEntry } from './testing/records.ts'

async function roundTrip(change: Partial<BounceRecord>): Promise<[BounceRecord | undefined, BounceRecord | undefined]> {
  const store = await Store.open(':memory:')
  const entry = makeEntry('m', [change], { source: { file: change.source?.file ?? 'in.mbox', index: 2, offset: 5e12 } })
  await store.append(await store.beginImport(['in.mbox']), [entry])
  for await (const records of store.records()) {
    const detail = await store.detail(records[0]?.id ?? '')
    expect(detail?.record).toEqual(records[0])
    return [records[0], entry.records[0]]
  }
  return [undefined, undefined]
}

describe('a record', () => {
  it.each<[string, Partial<BounceRecord>]>([
    ['nothing said', { recipient: null, provider: null, diagnostic: null, reportedAt: null, fix: null }],
    ['empty texts', { diagnostic: '', action: '', evidence: { detector: '', rule: '', part: '', excerpt: '' } }],
    ['quotes, backslashes, lines and tabs', { diagnostic: '"a" \\n \n\r\n\t\'b\' $1 {}[]', remark: '\\' }],
    ['control characters', { diagnostic: 'a\u0000b\u001f\u007f\u0085\u2028c' }],
    ['letters of all the world', { recipient: 'grüß@例子.example', domain: '例子.example', why: '👩‍👩‍👧 العربية' }],
    ['a long text', { diagnostic: 'x'.repeat(300_000) }],
    ['a time before 1970', { reportedAt: '1969-07-20T20:17:40.000Z' }],
    ['a name of a file', { source: { file: 'arch"ive.zip/in box.mbox', index: 2, offset: 5e12 } }],
  ])('comes back as it was: %s', async (_, change) => {
    const [read, given] = await roundTrip(change)
    expect(read).toEqual(given)
  })

  it('has its date in one form, and none where it is no date', async () => {
    expect((await roundTrip({ reportedAt: '2026-03-01T10:00:00+02:00' }))[0]?.reportedAt).toBe(
      '2026-03-01T08:00:00.000Z',
    )
    expect((await roundTrip({ reportedAt: 'yesterday' }))[0]?.reportedAt).toBeNull()
  })

  it('survives half a character', async () => {
    const [read] = await roundTrip({ diagnostic: 'a\ud800b', recipient: 'x\udfff@shop.example' })
    expect(read).toMatchObject({ diagnostic: 'a\ufffdb', recipient: 'x\ufffd@shop.example' })
  })
})

describe('thousands of texts of all lengths', () => {
  /** From nothing to some dozen bytes, of one to four bytes a letter: around what a cell of the database holds itself. */
  const textAt = (n: number): string | null =>
    n % 41 === 40 ? null : (['x', 'ü', '例', '👩'][n % 4]?.repeat(n % 23) ?? '')
  const entryAt = (n: number) => makeEntry(`m${n}`, [{ recipient: `p${n}@shop.example`, diagnostic: textAt(n) }])

  it('come back as they were, also where messages between them were there before', async () => {
    const store = await Store.open(':memory:')
    const id = await store.beginImport(['in.mbox'])
    const all = Array.from({ length: 5_000 }, (_, n) => entryAt(n))
    await store.append(
      id,
      all.filter((_, n) => n % 3 === 1),
    )
    await store.append(id, all)
    const read = new Map<string | null, string | null>()
    for await (const records of store.records()) {
      for (const { recipient, diagnostic } of records) read.set(recipient, diagnostic)
    }
    expect(read).toEqual(new Map(all.map((_, n) => [`p${n}@shop.example`, textAt(n)])))
  })
})
