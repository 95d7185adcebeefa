import { describe, expect, it } from 'vitest'
import type { BounceRecord } from '../../shared/bounce.ts'
import { EMPTY_FILTER } from '../../shared/query.ts'
import { ADDRESS_VERDICT_SQL } from './address-verdict-sql.ts'
import { Store } from './index.ts'
import { makeEntry } from './testing/records.ts'

type Change = Partial<BounceRecord>

/** A store of one-recipient messages; `add` brings more, `verdicts` are the address verdicts by address. */
async function judged(records: Change[]) {
  const store = await Store.open(':memory:')
  const id = await store.beginImport(['inbox.mbox'])
  let count = 0
  const add = async (more: Change[]) => {
    await store.append(
      id,
      more.map((record) => makeEntry(`message ${count++}`, [record])),
    )
    await store.refreshVerdicts()
  }
  await add(records)
  const why = async (address: string) => {
    const { rows } = await store.page({
      ...{ filter: { ...EMPTY_FILTER, address }, sort: [], section: 'hard', offset: 0, limit: 1 },
    })
    return (await store.detail(rows[0]?.id ?? ''))?.addressWhy
  }
  return { store, add, why, verdicts: () => verdictsIn(store) }
}

async function verdictsIn(store: Store) {
  const verdicts: Record<string, string | null> = {}
  for await (const records of store.records()) {
    for (const { recipient, addressVerdict } of records)
      if (recipient) verdicts[recipient.toLowerCase()] = addressVerdict
  }
  return verdicts
}

const anna = 'anna@shop.example'
const day = (number: number, hour = 10) => new Date(Date.UTC(2026, 2, number, hour)).toISOString()
const watched: Change = { recipient: anna, verdict: 'watch', cause: 'mailbox-full', group: 'soft', fault: 'mailbox' }
const unknownAt = (domain: string, count: number, change: Change = {}): Change[] =>
  Array.from({ length: count }, (_, n) => ({ recipient: `p${n}@${domain}`, ...change }))

describe('the verdict of an address', () => {
  it('is remove after one report that removes, whatever else was said', async () => {
    const { verdicts } = await judged([{ recipient: anna, verdict: 'keep' }, watched, { recipient: anna }])
    expect(await verdicts()).toEqual({ [anna]: 'remove' })
  })

  it('is one for spellings that differ in case only', async () => {
    const { verdicts } = await judged([{ recipient: 'Anna@shop.example', verdict: 'keep' }, { recipient: anna }])
    expect(await verdicts()).toEqual({ [anna]: 'remove' })
  })

  it('is remove after a complaint, even where mail was delivered later', async () => {
    const { verdicts } = await judged([
      { recipient: anna, kind: 'complaint', reportedAt: day(1) },
      { recipient: anna, kind: 'delivered', reportedAt: day(9) },
    ])
    expect(await verdicts()).toEqual({ [anna]: 'remove' })
  })

  it('is not remove where mail was delivered after the bounce', async () => {
    const later = await judged([
      { recipient: anna, reportedAt: day(1) },
      { recipient: anna, kind: 'delivered', reportedAt: day(2) },
    ])
    expect(await later.verdicts()).toEqual({ [anna]: 'keep' })
    expect(await later.why(anna)).toContain('delivered on 2026-03-02')
    await later.add([{ recipient: anna, reportedAt: day(3) }])
    expect(await later.verdicts()).toEqual({ [anna]: 'remove' })
  })

  it('stays remove where mail was delivered before the bounce, or nobody knows when', async () => {
    for (const [bounced, delivered] of [
      [day(2), day(1)],
      [null, day(1)],
      [day(1), null],
      [day(1), day(1)],
    ] as const) {
      const { verdicts } = await judged([
        { recipient: anna, reportedAt: bounced },
        { recipient: anna, kind: 'delivered', reportedAt: delivered },
      ])
      expect(await verdicts()).toEqual({ [anna]: 'remove' })
    }
  })

  it('is else the gravest of review, watch and keep', async () => {
    const keep: Change = { recipient: anna, verdict: 'keep' }
    const review: Change = { recipient: anna, verdict: 'review' }
    expect(await (await judged([keep])).verdicts()).toEqual({ [anna]: 'keep' })
    expect(await (await judged([keep, watched])).verdicts()).toEqual({ [anna]: 'watch' })
    expect(await (await judged([watched, review, keep])).verdicts()).toEqual({ [anna]: 'review' })
  })

  it('counts what a delay says, but never removes for it', async () => {
    const { verdicts } = await judged([{ recipient: anna, kind: 'delay', verdict: 'remove' }])
    expect(await verdicts()).toEqual({ [anna]: 'watch' })
  })

  it('is null where nothing but other mail is known of it', async () => {
    const { verdicts } = await judged([
      { recipient: anna, kind: 'delivered' },
      { recipient: 'b@shop.example', kind: 'auto-reply' },
    ])
    expect(await verdicts()).toEqual({ [anna]: null, 'b@shop.example': null })
  })

  it('is the own verdict of a bounce that names no address', async () => {
    const { store } = await judged([{ recipient: null, verdict: 'review', cause: 'unknown' }])
    for await (const [record] of store.records()) expect(record).toMatchObject({ addressVerdict: 'review' })
  })
})

describe('a watched address', () => {
  const at = (...days: number[]) => days.map((number): Change => ({ ...watched, reportedAt: day(number) }))

  it('is removed after three bounces over fourteen days', async () => {
    const { verdicts, why } = await judged([...at(1, 8, 15), { recipient: 'other@shop.example', verdict: 'keep' }])
    expect(await verdicts()).toMatchObject({ [anna]: 'remove' })
    expect(await why(anna)).toBeUndefined()
  })

  it('is kept under watch for fewer bounces, a shorter time, or the same moment told twice', async () => {
    for (const records of [at(1, 15), at(1, 8, 14), at(1, 15, 15)]) {
      expect(await (await judged(records)).verdicts()).toEqual({ [anna]: 'watch' })
    }
  })

  it('is not removed for delays, nor for bounces that are our own fault', async () => {
    const delay: Change = { ...watched, kind: 'delay', reportedAt: day(8) }
    const ours: Change = { recipient: anna, verdict: 'keep', cause: 'spam', reportedAt: day(8) }
    for (const between of [delay, ours]) {
      expect(await (await judged([...at(1, 15), between])).verdicts()).toEqual({ [anna]: 'watch' })
    }
  })

  it('begins anew when mail was delivered', async () => {
    const delivered: Change = { recipient: anna, kind: 'delivered', reportedAt: day(9) }
    expect(await (await judged([...at(1, 8, 15), delivered])).verdicts()).toEqual({ [anna]: 'watch' })
  })
})

describe('a domain event', () => {
  it('holds five addresses that failed alike within two days', async () => {
    const { verdicts, store } = await judged(
      unknownAt('firm.example', 5).map((r, n) => ({ ...r, reportedAt: day(1, n * 12) })),
    )
    expect(new Set(Object.values(await verdicts()))).toEqual(new Set(['review']))
    const { rows } = await store.page({ filter: EMPTY_FILTER, sort: [], section: 'hard', offset: 0, limit: 1 })
    expect((await store.detail(rows[0]?.id ?? ''))?.addressWhy).toContain('5 addresses at firm.example')
  })

  it('needs five addresses', async () => {
    const twice = [...unknownAt('firm.example', 4), ...unknownAt('firm.example', 4, { reportedAt: day(2) })]
    expect(new Set(Object.values(await (await judged(twice)).verdicts()))).toEqual(new Set(['remove']))
  })

  it('needs them within 48 hours', async () => {
    const spread = unknownAt('firm.example', 5).map((record, n) => ({ ...record, reportedAt: day(1 + n) }))
    expect(new Set(Object.values(await (await judged(spread)).verdicts()))).toEqual(new Set(['remove']))
    const edge = unknownAt('firm.example', 5).map((record, n) => ({ ...record, reportedAt: day(n === 4 ? 3 : 1) }))
    expect(new Set(Object.values(await (await judged(edge)).verdicts()))).toEqual(new Set(['review']))
  })

  it('is none at a mailbox provider', async () => {
    for (const domain of ['gmail.com', 'yahoo.co.uk']) {
      const { verdicts, add, store } = await judged(unknownAt(domain, 9))
      expect(new Set(Object.values(await verdicts()))).toEqual(new Set(['remove']))
      await add(unknownAt(domain, 9, { reportedAt: day(30) }))
      await store.setPolicy('careful')
      expect(new Set(Object.values(await verdicts()))).toEqual(new Set(['remove']))
    }
  })

  it.each<[string, Change]>([
    ['another cause', { verdict: 'keep', cause: 'spam' }],
    ['a delay for another cause', { kind: 'delay', verdict: 'keep', cause: 'greylisted' }],
    ['a delivery', { kind: 'delivered' }],
    ['an auto-reply', { kind: 'auto-reply' }],
    ['a complaint', { kind: 'complaint' }],
  ])('is none where %s is known of the domain', async (_, other) => {
    const { verdicts } = await judged([...unknownAt('firm.example', 5), { recipient: 'q@firm.example', ...other }])
    expect(await verdicts()).toMatchObject({ 'p0@firm.example': 'remove', 'p4@firm.example': 'remove' })
  })

  it('holds an address that would be removed for bouncing often, but none that is to be kept', async () => {
    const full = [1, 8, 15].flatMap((number) =>
      unknownAt('firm.example', 5, { verdict: 'watch', cause: 'mailbox-full', reportedAt: day(number) }),
    )
    expect(new Set(Object.values(await (await judged(full)).verdicts()))).toEqual(new Set(['review']))
    const ours = unknownAt('firm.example', 5, { verdict: 'keep', cause: 'blocklisted' })
    expect(new Set(Object.values(await (await judged(ours)).verdicts()))).toEqual(new Set(['keep']))
  })

  it('ends for all its addresses once more is known, and is removed by one decision', async () => {
    const { verdicts, add, store } = await judged(unknownAt('firm.example', 5))
    expect(await store.setVerdict(Object.keys(await verdicts()), 'remove')).toBe(5)
    expect(new Set(Object.values(await verdicts()))).toEqual(new Set(['remove']))
    expect(await store.setVerdict(Object.keys(await verdicts()), null)).toBe(5)
    expect(new Set(Object.values(await verdicts()))).toEqual(new Set(['review']))
    await add([{ recipient: 'q@firm.example', kind: 'auto-reply' }])
    expect(await verdicts()).toMatchObject({ 'p0@firm.example': 'remove', 'p4@firm.example': 'remove' })
  })
})

describe('the person', () => {
  it('decides over every rule, and can take it back', async () => {
    const { verdicts, store, why } = await judged([{ recipient: 'Anna@shop.example' }])
    expect(await store.setVerdict(['ANNA@shop.example'], 'keep')).toBe(1)
    expect(await verdicts()).toEqual({ [anna]: 'keep' })
    expect(await why(anna)).toContain('You decided')
    expect(await store.setVerdict([anna], 'keep')).toBe(0)
    await store.setNeverRemove(['shop.example'])
    await store.setVerdict([anna], 'remove')
    expect(await verdicts()).toEqual({ [anna]: 'remove' })
    await store.setVerdict([anna], null)
    expect(await verdicts()).toEqual({ [anna]: 'keep' })
  })

  it('decides for mail that comes later, too', async () => {
    const { verdicts, add, store } = await judged([])
    expect(await store.setVerdict([anna], 'keep')).toBe(0)
    await add([{ recipient: anna }])
    expect(await verdicts()).toEqual({ [anna]: 'keep' })
  })

  it('keeps addresses and domains on the never-remove list', async () => {
    const { verdicts, store, why } = await judged([
      { recipient: anna },
      { recipient: 'Boss@Firm.example', domain: 'firm.example' },
      { recipient: 'x@firm.example', ...{ verdict: 'watch', cause: 'mailbox-full' } },
      { recipient: 'c@sub.firm.example', kind: 'complaint' },
      { recipient: 'd@other.example' },
    ])
    await store.setNeverRemove([' ANNA@shop.example ', '@Firm.example', ''])
    expect((await store.workspace()).neverRemove).toEqual([anna, 'firm.example'])
    expect(await verdicts()).toEqual({
      [anna]: 'keep',
      'boss@firm.example': 'keep',
      'x@firm.example': 'watch',
      'c@sub.firm.example': 'remove',
      'd@other.example': 'remove',
    })
    expect(await why(anna)).toContain('never-remove list')
    await store.setNeverRemove([])
    expect(await verdicts()).toMatchObject({ [anna]: 'remove', 'boss@firm.example': 'remove' })
  })
})

describe('the strict policy', () => {
  it('removes every hard bounce, but none that the person keeps', async () => {
    const { verdicts, store, why } = await judged([
      { recipient: anna, verdict: 'keep', cause: 'spam' },
      { recipient: 'soft@shop.example', group: 'soft', verdict: 'watch', cause: 'mailbox-full' },
      { recipient: 'late@shop.example', kind: 'delay', verdict: 'watch' },
      { recipient: 'never@kept.example' },
      ...unknownAt('firm.example', 5),
    ])
    await store.setNeverRemove(['kept.example'])
    const careful = await verdicts()
    expect(careful).toMatchObject({ [anna]: 'keep', 'p0@firm.example': 'review' })
    await store.setPolicy('strict')
    expect(await verdicts()).toMatchObject({
      ...{ [anna]: 'remove', 'soft@shop.example': 'watch', 'late@shop.example': 'watch' },
      ...{ 'never@kept.example': 'keep', 'p0@firm.example': 'remove' },
    })
    expect(await why(anna)).toContain('strict policy')
    expect((await store.workspace()).policy).toBe('strict')
    await store.setPolicy('careful')
    expect(await verdicts()).toEqual(careful)
  })
})

describe('judging', () => {
  it('comes to the same verdicts batch by batch as at once', async () => {
    let seed = 7
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      return (seed >>> 8) % below
    }
    const kinds = ['bounce', 'bounce', 'bounce', 'bounce', 'delay', 'delivered', 'complaint', 'auto-reply'] as const
    const records = Array.from({ length: 600 }, (): Change => {
      const kind = kinds[random(40)] ?? 'bounce'
      const dead = random(20) > 0
      return {
        recipient: `p${random(9)}@d${random(60)}.example`,
        kind,
        verdict: kind === 'bounce' || kind === 'delay' ? (dead ? 'remove' : 'watch') : null,
        cause: kind === 'bounce' || kind === 'delay' ? (dead ? 'mailbox-unknown' : 'mailbox-full') : null,
        reportedAt: random(30) === 0 ? null : day(1 + random(8), random(24)),
      }
    })
    const atOnce = await judged(records)
    const inBatches = await judged([])
    for (let from = 0; from < records.length; from += 40) await inBatches.add(records.slice(from, from + 40))
    const verdicts = await atOnce.verdicts()
    expect(await inBatches.verdicts()).toEqual(verdicts)
    expect(new Set(Object.values(verdicts))).toEqual(new Set(['remove', 'review', 'watch', 'keep', null]))
  })

  it('speaks SQL without a dialect of its own', () => {
    expect(ADDRESS_VERDICT_SQL).not.toMatch(/\$\d|::|QUALIFY|FILTER \(|INTERVAL|epoch|list_|struct/i)
  })
})
