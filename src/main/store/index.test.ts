import { describe, expect, it } from 'vitest'
import { Store } from './index.ts'
import { hashOf, makeEntry } from './testing/records.ts'

describe('a store', () => {
  it('gives back the records it was given', async () => {
    const store = await Store.open(':memory:')
    const id = await store.beginImport(['inbox.mbox'])
    const source = { file: 'inbox.mbox', index: 3, offset: 5_000_000_000 }
    const entry = makeEntry(
      'one',
      [{ recipient: 'Anna@shop.example' }, { recipient: 'bert@shop.example', remark: 'cut' }],
      {
        source,
      },
    )
    await store.append(id, [entry, makeEntry('two', [{ kind: 'auto-reply', reportedAt: null }])])
    const read = []
    for await (const records of store.records()) read.push(...records)
    expect(read.slice(0, 2)).toEqual(entry.records)
    expect(read[2]).toMatchObject({ id: `${hashOf('two')}:0`, kind: 'auto-reply', reportedAt: null, verdict: null })
    const detail = await store.detail(`${hashOf('one')}:1`)
    expect(detail).toMatchObject({ record: { remark: 'cut' }, address: 'bert@shop.example', sameDomain: 3 })
    expect(detail?.othersAtDomain.map(({ address }) => address)).toEqual(['anna@shop.example', 'anna@shop.example'])
    expect(await store.detail(`${hashOf('none')}:0`)).toBeNull()
    await store.close()
  })
})
