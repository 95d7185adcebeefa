import { describe, expect, it } from 'vitest'
import { EMPTY_FILTER } from '../../shared/query.ts'
import { MAX_UNREAD_LISTED } from './imports.ts'
import { Store } from './index.ts'
import { makeEntry } from './testing/records.ts'

const source = (file: string, index: number) => ({ source: { file, index, offset: index * 1_000 } })

/** Messages `first` to `last` of a file. */
const messages = (file: string, first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, n) =>
    makeEntry(`message ${first + n}`, [{ recipient: `p${first + n}@shop.example` }], source(file, n)),
  )

async function imported(store: Store, file: string, first: number, last: number) {
  const id = await store.beginImport([file])
  const outcome = await store.append(id, messages(file, first, last))
  const info = await store.endImport(id, 'complete')
  return { id, outcome, info }
}

/** The account of everything, after checking that it adds up: overall and in each import. */
async function checked(store: Store) {
  for (const account of [await store.accounting(), ...(await store.imports()).map((info) => info.accounting)]) {
    expect(Object.values(account.kinds).reduce((sum, count) => sum + count)).toBe(account.messages)
  }
  return store.accounting()
}

describe('importing', () => {
  it('counts each message once, under the strongest of its kinds', async () => {
    const store = await Store.open(':memory:')
    const id = await store.beginImport(['inbox.mbox'])
    const outcome = await store.append(id, [
      makeEntry('a', [{ kind: 'delay' }, { kind: 'bounce' }, { kind: 'delivered' }]),
      makeEntry('b', [{ recipient: null }]),
      makeEntry('c', [{ kind: 'other', recipient: null }]),
      makeEntry('a', [{}]),
    ])
    expect(outcome).toMatchObject({ messages: 3, duplicates: 1, unrecognised: 1, records: 5 })
    expect(outcome.kinds).toMatchObject({ bounce: 2, other: 1, delay: 0 })
    store.noteDeleted(id, 2)
    store.noteUnread(id, { file: 'inbox.mbox', place: 'byte 7', why: 'It ends in the middle of a message.' })
    expect(await checked(store)).toMatchObject({ messages: 3, duplicates: 1, deleted: 2, unrecognised: 1 })
    expect((await store.accounting(id)).unread).toEqual([
      { file: 'inbox.mbox', place: 'byte 7', why: 'It ends in the middle of a message.' },
    ])
  })

  it('adds nothing the second time, and says so', async () => {
    const store = await Store.open(':memory:')
    await imported(store, 'a.mbox', 1, 10)
    const second = await imported(store, 'copy of a.mbox', 1, 10)
    expect(second.outcome).toMatchObject({ messages: 0, duplicates: 10, records: 0 })
    expect(second.info.accounting).toMatchObject({ messages: 0, duplicates: 10 })
    expect(await checked(store)).toMatchObject({ messages: 10, duplicates: 10 })
    expect((await store.summary(EMPTY_FILTER)).records).toBe(10)
  })

  it('tells its state, its progress and the file it stopped in', async () => {
    const store = await Store.open(':memory:')
    const id = await store.beginImport(['a.mbox', 'b.mbox'])
    expect(await store.imports()).toMatchObject([
      { id, paths: ['a.mbox', 'b.mbox'], state: 'running', finishedAt: null },
    ])
    store.updateProgress(id, { bytes: 500, totalBytes: 1_000, lastFile: 'b.mbox' })
    const info = await store.endImport(id, 'cancelled', { bytes: 700 })
    expect(info).toMatchObject({ state: 'cancelled', bytes: 700, totalBytes: 1_000, lastFile: 'b.mbox' })
    expect(Date.parse(info.finishedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(info.startedAt))
  })

  it('stores nothing of a batch that fails, and goes on', async () => {
    const store = await Store.open(':memory:')
    const id = await store.beginImport(['a.mbox'])
    const broken = makeEntry('broken', [{}])
    broken.source = { ...broken.source, offset: Number.NaN }
    await expect(store.append(id, [makeEntry('whole', [{}]), broken])).rejects.toThrow()
    expect(await checked(store)).toMatchObject({ messages: 0, duplicates: 0 })
    expect(await store.append(id, [makeEntry('whole', [{}])])).toMatchObject({ messages: 1, duplicates: 0 })
    expect((await store.summary(EMPTY_FILTER)).records).toBe(1)
  })

  it('takes batches that were not waited for', async () => {
    const store = await Store.open(':memory:')
    const id = await store.beginImport(['a.mbox'])
    const outcomes = await Promise.all(
      [messages('a', 1, 50), messages('a', 26, 75), messages('a', 1, 75)].map((batch) => store.append(id, batch)),
    )
    expect(outcomes.map(({ messages, duplicates }) => [messages, duplicates])).toEqual([
      [50, 0],
      [25, 25],
      [0, 75],
    ])
    expect(await checked(store)).toMatchObject({ messages: 75, duplicates: 100 })
  })

  it('names a thousand unreadable files at most, and counts the others', async () => {
    const store = await Store.open(':memory:')
    const id = await store.beginImport(['photos'])
    for (let n = 0; n < MAX_UNREAD_LISTED + 5; n++)
      store.noteUnread(id, { file: `${n}.png`, place: 'the whole file', why: 'No mail.' })
    const { unread } = await store.accounting(id)
    expect(unread).toHaveLength(MAX_UNREAD_LISTED + 1)
    expect(unread.at(-1)?.why).toContain('5 more')
  })
})

describe('removing an import', () => {
  it('takes only the messages that no other import has met', async () => {
    const store = await Store.open(':memory:')
    const first = await imported(store, 'a.mbox', 1, 10)
    await imported(store, 'b.mbox', 6, 15)
    await imported(store, 'c.mbox', 9, 10)
    expect(await store.removeImport(first.id)).toBe(true)
    expect(await checked(store)).toMatchObject({ messages: 10, duplicates: 2 })
    expect((await store.imports()).map((info) => info.accounting.messages)).toEqual([10, 0])
    const facets = await store.facets(EMPTY_FILTER)
    expect(facets.file).toEqual([{ value: 'b.mbox', records: 10 }])
    for await (const records of store.records()) {
      for (const { source, recipient } of records) expect(recipient).toBe(`p${source.index + 6}@shop.example`)
    }
  })

  it('leaves nothing of an import that shared nothing, and judges the rest anew', async () => {
    const store = await Store.open(':memory:')
    const first = await store.beginImport(['a.mbox'])
    await store.append(first, [
      makeEntry('bounce', [{ recipient: 'anna@shop.example' }], { copy: new Uint8Array([1, 2]) }),
    ])
    await store.endImport(first, 'complete')
    const second = await store.beginImport(['b.mbox'])
    await store.append(second, [
      makeEntry('delivered', [{ recipient: 'anna@shop.example', kind: 'delivered', reportedAt: null }]),
    ])
    await store.endImport(second, 'complete')
    await store.refreshVerdicts()
    expect((await store.summary(EMPTY_FILTER)).addressVerdicts.remove).toBe(1)
    await store.removeImport(first)
    expect((await store.facets(EMPTY_FILTER)).addressVerdict).toEqual([{ value: '', records: 1 }])
    expect(await store.removeImport(first)).toBe(false)
    await store.removeImport(second)
    expect(await store.workspace()).toMatchObject({ imports: [], records: 0 })
    const again = await imported(store, 'a.mbox', 1, 3)
    expect(again.outcome).toMatchObject({ messages: 3, duplicates: 0 })
  })
})

describe('the source of a message', () => {
  it('is its file and place, with the copy that was kept', async () => {
    const store = await Store.open(':memory:')
    const id = await store.beginImport(['upload.mbox'])
    const copy = new Uint8Array([120, 156, 0, 255])
    const entry = makeEntry('a', [{}, {}], { ...source('upload.mbox', 3), copy, size: 6_000_000_000 })
    await store.append(id, [entry, makeEntry('b', [{}], source('upload.mbox', 4))])
    const expected = { source: entry.source, importId: id, size: 6_000_000_000 }
    const found = await store.sourceOf(entry.records[1]?.id ?? '')
    expect(found).toMatchObject(expected)
    expect([...(found?.copy ?? [])]).toEqual([...copy])
    expect(await store.sourceOf(`${entry.hash}:7`)).toBeNull()
    expect(await store.sourceOf('nonsense')).toBeNull()
  })

  it('passes to a later import together with its copy', async () => {
    const store = await Store.open(':memory:')
    const first = await store.beginImport(['inbox.mbox'])
    const entry = makeEntry('a', [{}], source('inbox.mbox', 0))
    await store.append(first, [entry])
    const second = await store.beginImport(['upload.mbox'])
    const copied = { ...entry, ...source('upload.mbox', 9), copy: new Uint8Array([1, 2, 3]) }
    await store.append(second, [copied, copied])
    await store.removeImport(first)
    const found = await store.sourceOf(entry.records[0]?.id ?? '')
    expect(found).toMatchObject({ importId: second, source: { file: 'upload.mbox', index: 9 } })
    expect(found?.copy).toHaveLength(3)
  })
})
