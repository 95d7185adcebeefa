/** Which addresses stand in which list, and what there is to know of them. */
import { describe, expect, it } from 'vitest'
import type { ExportWarning } from '../../shared/api.ts'
import type { BounceRecord } from '../../shared/bounce.ts'
import type { Selection } from './index.ts'
import { Store } from './index.ts'
import { hashOf, makeEntry } from './testing/records.ts'

const REMOVALS: Selection = { filter: null, verdicts: ['remove'], list: 'remove', records: null }
const RESEND: Selection = { filter: null, verdicts: null, list: 'resend', records: null }

/** A bounce through our own fault. */
const ours = (recipient: string, change: Partial<BounceRecord> = {}): Partial<BounceRecord> => ({
  ...{ recipient, cause: 'authentication', fault: 'sender', verdict: 'keep', enhancedCode: '5.7.26' },
  ...change,
})

async function storeOf(...records: Partial<BounceRecord>[]) {
  const store = await Store.open(':memory:')
  const id = await store.beginImport(['inbox.mbox'])
  await store.append(
    id,
    records.map((record, n) => makeEntry(`m${n}`, [record], { source: { file: 'in.mbox', index: n, offset: n * 9 } })),
  )
  await store.endImport(id, 'complete')
  await store.refreshVerdicts()
  return store
}

async function addresses(store: Store, selection: Selection): Promise<string[]> {
  const found: string[] = []
  for await (const run of store.addresses(selection)) found.push(...run.map(({ address }) => address))
  return found
}

async function warned(store: Store, selection: Selection): Promise<Partial<Record<ExportWarning['kind'], number>>> {
  return Object.fromEntries((await store.warnings(selection)).map(({ kind, count }) => [kind, count]))
}

describe('the list of addresses to write to again', () => {
  it('holds those that bounced through our fault or their server’s, and no others', async () => {
    const store = await storeOf(
      ours('spf@a.example'),
      ours('grey@b.example', { cause: 'greylisted', fault: 'receiver', group: 'soft' }),
      { recipient: 'dead@c.example' },
      { recipient: 'full@d.example', cause: 'mailbox-full', fault: 'mailbox', verdict: 'watch' },
      { recipient: 'odd@e.example', cause: 'unknown', fault: 'unknown', verdict: 'review' },
      { recipient: 'trying@f.example', kind: 'delay', cause: 'rate-limited', fault: 'sender', verdict: 'keep' },
      { recipient: 'away@g.example', kind: 'auto-reply' },
      ours(null as unknown as string, { recipient: null }),
    )
    expect(await addresses(store, RESEND)).toEqual(['grey@b.example', 'spf@a.example'])
    expect(await store.listSizes({ filter: null, records: null })).toEqual({
      verdicts: { remove: 1, review: 1, watch: 1, keep: 2 },
      resend: 2,
    })
  })

  it('never holds one that any report calls dead, or whose owner complained, whatever else is known', async () => {
    const later = '2026-05-01T10:00:00.000Z'
    const store = await storeOf(
      ours('dead@a.example'),
      { recipient: 'DEAD@a.example' },
      ours('alive@b.example'),
      { recipient: 'alive@b.example' },
      { recipient: 'alive@b.example', kind: 'delivered', reportedAt: later },
      ours('angry@c.example'),
      { recipient: 'angry@c.example', kind: 'complaint' },
      ours('kept@d.example'),
      { recipient: 'kept@d.example' },
      ours('protected@e.example'),
      { recipient: 'protected@e.example' },
      ours('mine@f.example'),
    )
    await store.setVerdict(['kept@d.example', 'angry@c.example'], 'keep')
    await store.setVerdict(['mine@f.example'], 'remove')
    await store.setNeverRemove(['e.example'])
    expect(await addresses(store, RESEND)).toEqual([])
  })

  it('and the removal list have no address in common, under either policy', async () => {
    const store = await storeOf(ours('spf@a.example'), ours('slow@b.example', { group: 'soft' }), {
      recipient: 'x@c.example',
    })
    for (const policy of ['careful', 'strict'] as const) {
      await store.setPolicy(policy)
      const [removed, again] = [await addresses(store, REMOVALS), await addresses(store, RESEND)]
      expect(removed.filter((address) => again.includes(address))).toEqual([])
      expect(again).toContain('slow@b.example')
    }
  })

  it('follows a filter and a selection', async () => {
    const store = await storeOf(ours('one@a.example'), ours('two@b.example'), ours('three@c.example'))
    const ids = [`${hashOf('m0')}:0`, `${hashOf('m2')}:0`]
    expect(await addresses(store, { ...RESEND, records: { is: 'only', ids } })).toEqual([
      'one@a.example',
      'three@c.example',
    ])
    expect(await addresses(store, { ...RESEND, records: { is: 'except', ids } })).toEqual(['two@b.example'])
    expect(await addresses(store, { ...RESEND, records: { is: 'only', ids: [] } })).toEqual([])
    expect(await addresses(store, { ...RESEND, records: { is: 'except', ids: [] } })).toHaveLength(3)
  })
})

describe('an address with its report', () => {
  it('is the same address, with the latest report that speaks for its verdict', async () => {
    const records: Partial<BounceRecord>[] = [
      { recipient: 'Anna@a.example', diagnostic: '550 first', reportedAt: '2026-01-01T00:00:00.000Z' },
      { recipient: 'anna@a.example', diagnostic: '550 second', reportedAt: '2026-02-01T00:00:00.000Z' },
      ours('anna@a.example', { diagnostic: '550 spf', reportedAt: '2026-03-01T00:00:00.000Z' }),
      { recipient: 'bert@b.example', kind: 'complaint', diagnostic: null },
    ]
    for (const order of [records, records.toReversed()]) {
      const store = await storeOf(...order)
      const entries = []
      for await (const run of store.entries(REMOVALS)) entries.push(...run)
      expect(entries).toMatchObject([
        {
          address: 'anna@a.example',
          diagnostic: '550 second',
          reportedAt: '2026-02-01T00:00:00.000Z',
          complaint: false,
        },
        { address: 'bert@b.example', complaint: true },
      ])
      expect(entries.map(({ address }) => address)).toEqual(await addresses(store, REMOVALS))
    }
  })
})

describe('warnings', () => {
  it('are silent where nothing is to be said', async () => {
    const store = await storeOf({ recipient: 'dead@a.example' }, ours('fine@b.example'))
    expect(await store.warnings(REMOVALS)).toEqual([])
    expect(await store.warnings(RESEND)).toEqual([])
  })

  it('tell what speaks against addresses of the list, with some of them', async () => {
    const later = '2026-05-01T10:00:00.000Z'
    const store = await storeOf(
      { recipient: 'dead@a.example' },
      { recipient: 'back@b.example' },
      { recipient: 'back@b.example', kind: 'delivered', reportedAt: later },
      { recipient: 'boss@c.example' },
      { recipient: 'odd@d.example', cause: 'unknown', fault: 'unknown', verdict: 'review' },
      { recipient: 'colleague@example.com' },
      ours('fine@e.example'),
    )
    await store.setNeverRemove(['c.example'])
    await store.setVerdict(['back@b.example', 'boss@c.example'], 'remove')
    const every: Selection = { ...REMOVALS, verdicts: ['remove', 'review', 'watch', 'keep'] }
    expect(await store.warnings(every)).toEqual([
      { kind: 'keep', count: 1, examples: ['fine@e.example'] },
      { kind: 'review', count: 1, examples: ['odd@d.example'] },
      { kind: 'never-remove', count: 1, examples: ['boss@c.example'] },
      { kind: 'own-domain', count: 1, examples: ['colleague@example.com'] },
      { kind: 'delivered-later', count: 1, examples: ['back@b.example'] },
    ])
    expect(await warned(store, REMOVALS)).toEqual({ 'never-remove': 1, 'own-domain': 1, 'delivered-later': 1 })
    expect(await warned(store, { ...REMOVALS, records: { is: 'only', ids: [`${hashOf('m1')}:0`] } })).toEqual({
      'delivered-later': 1,
    })
  })

  it('tell what the strict policy alone put into it', async () => {
    const store = await storeOf(ours('fine@a.example'), { recipient: 'dead@b.example' })
    await store.setPolicy('strict')
    expect(await warned(store, REMOVALS)).toEqual({ 'strict-only': 1 })
  })

  it('tell that an import was cut short', async () => {
    const store = await storeOf({ recipient: 'dead@a.example' })
    const id = await store.beginImport(['more.mbox'])
    await store.endImport(id, 'cancelled')
    expect(await warned(store, REMOVALS)).toEqual({ incomplete: 1 })
  })

  it('name the first three only', async () => {
    const store = await storeOf(...['d', 'b', 'a', 'c'].map((name) => ours(`${name}@a.example`)))
    const [keep] = await store.warnings({ ...REMOVALS, verdicts: ['keep'] })
    expect(keep).toEqual({ kind: 'keep', count: 4, examples: ['a@a.example', 'b@a.example', 'c@a.example'] })
  })
})

describe('starting afresh', () => {
  it('takes all imports out, and keeps what the person decided', async () => {
    const store = await storeOf({ recipient: 'dead@a.example' }, { recipient: 'mine@b.example' })
    await store.setPolicy('strict')
    await store.setNeverRemove(['c.example'])
    await store.setVerdict(['mine@b.example'], 'keep')
    await store.startAfresh()
    expect(await store.workspace()).toMatchObject({
      ...{ imports: [], records: 0, policy: 'strict', neverRemove: ['c.example'] },
    })
    const id = await store.beginImport(['again.mbox'])
    const again = [{ recipient: 'dead@a.example' }, { recipient: 'mine@b.example' }]
    const outcome = await store.append(
      id,
      again.map((record, n) => makeEntry(`m${n}`, [record])),
    )
    expect(outcome).toMatchObject({ messages: 2, duplicates: 0 })
    await store.refreshVerdicts()
    expect(await addresses(store, REMOVALS)).toEqual(['dead@a.example'])
  })
})

describe('what is to be known of a selection', () => {
  it('is read once while people try formats, and anew once an address is judged otherwise or more was read', async () => {
    const store = await storeOf({ recipient: 'dead@a.example' }, ours('spf@b.example'))
    const told = async () => [await store.warnings(REMOVALS), await store.listSizes(REMOVALS)]
    const first = await told()
    for (const [index, one] of (await told()).entries()) expect(one).toBe(first[index])

    await store.setVerdict(['dead@a.example'], 'keep')
    expect((await told())[1]).toMatchObject({ verdicts: { remove: 0, keep: 2 } })
    const id = await store.beginImport(['more.mbox'])
    await store.append(id, [makeEntry('more', [{ recipient: 'gone@c.example' }])])
    await store.refreshVerdicts()
    expect((await told())[1]).toMatchObject({ verdicts: { remove: 1, keep: 2 } })
  })
})
