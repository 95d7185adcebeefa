import { describe, expect, it } from 'vitest'
import { type BounceRecord, CAUSES, VERDICTS } from '../../shared/bounce.ts'
import {
  EMPTY_FILTER,
  FACET_FIELDS,
  type Filter,
  type PageRequest,
  type Row,
  SECTIONS,
  type Sort,
} from '../../shared/query.ts'
import { Store } from './index.ts'
import { makeEntry } from './testing/records.ts'

const GROUPS = ['hard', 'soft', 'timeout'] as const
const PROVIDERS = ['gmail', 'outlook', null] as const
const KINDS = ['bounce', 'bounce', 'bounce', 'delay', 'complaint', 'auto-reply'] as const

function random(seed: number) {
  let state = seed
  return <T>(of: readonly T[]): T => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return of[(state >>> 8) % of.length] as T
  }
}

type Filled = Awaited<ReturnType<typeof fill>>
let shared: Promise<Filled> | null = null

/** A store that tests only read. */
const filled = (): Promise<Filled> => {
  shared ??= fill(400)
  return shared
}

/** Records of all sorts, and the store that holds them. */
async function fill(count: number) {
  const pick = random(3)
  const numbers = Array.from({ length: 40 }, (_, n) => n)
  const store = await Store.open(':memory:')
  const id = await store.beginImport(['all'])
  const entries = Array.from({ length: count }, (_, index) => {
    const kind = pick(KINDS)
    const failed = kind === 'bounce' || kind === 'delay'
    const domain = pick(['Shop.example', 'firm.example', 'club.example'])
    const record: Partial<BounceRecord> = {
      kind,
      recipient:
        pick([...numbers, null]) === null ? null : `${pick(['Anna', 'bert'])}${pick(numbers)}@${domain.toLowerCase()}`,
      provider: pick(PROVIDERS),
      replyCode: failed ? pick(['550', '421', null]) : null,
      group: failed ? pick(GROUPS) : null,
      cause: failed ? pick(CAUSES.slice(0, 5)) : null,
      verdict: failed ? pick(VERDICTS) : kind === 'complaint' ? 'remove' : null,
      diagnostic: pick([null, `Said No ${pick(numbers)}%\nsecond line`, "it's _full_"]),
      reportedAt: pick([null, `2026-0${pick([1, 2, 3])}-${10 + pick(numbers.slice(0, 19))}T12:00:00.000Z`]),
    }
    record.domain = record.recipient?.split('@')[1] ?? null
    return makeEntry(`m${index}`, [record], { source: { file: `box ${index % 3}.mbox`, index, offset: 0 } })
  })
  await store.append(id, entries)
  await store.refreshVerdicts()
  const all: BounceRecord[] = []
  for await (const records of store.records()) all.push(...records)
  return { store, all }
}

const page = (store: Store, request: Partial<PageRequest>) =>
  store.page({ filter: EMPTY_FILTER, sort: [], section: 'hard', offset: 0, limit: 500, ...request })

/** All rows that a filter leaves, section by section. */
async function matching(store: Store, filter: Filter): Promise<Row[]> {
  const pages = await Promise.all(SECTIONS.map((section) => page(store, { filter, section })))
  return pages.flatMap(({ rows, total }) => {
    expect(rows).toHaveLength(total)
    return rows
  })
}

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort()
const has = (text: string | null, word: string) => text?.toLowerCase().includes(word) ?? false

describe('a filter', () => {
  const cases: [string, Partial<Filter>, (record: BounceRecord) => boolean][] = [
    ['nothing', {}, () => true],
    ['one value', { include: { provider: ['gmail'] } }, (r) => r.provider === 'gmail'],
    ['alternatives', { include: { replyCode: ['550', ''] } }, (r) => r.replyCode === '550' || r.replyCode === null],
    ['what is not said', { include: { provider: [''] } }, (r) => r.provider === null],
    ['all but a value', { exclude: { provider: ['gmail'] } }, (r) => r.provider !== 'gmail'],
    ['all but what is not said', { exclude: { provider: ['', 'gmail'] } }, (r) => r.provider === 'outlook'],
    [
      'two fields',
      { include: { kind: ['bounce'], file: ['box 1.mbox'] } },
      (r) => r.kind === 'bounce' && r.source.file === 'box 1.mbox',
    ],
    ['the address verdict', { include: { addressVerdict: ['review'] } }, (r) => r.addressVerdict === 'review'],
    ['from a day on', { from: '2026-02-15' }, (r) => r.reportedAt !== null && r.reportedAt >= '2026-02-15'],
    ['up to a day, inclusive', { to: '2026-02-15' }, (r) => r.reportedAt !== null && r.reportedAt < '2026-02-16'],
    [
      'an address in any spelling',
      { address: 'ANNA3@shop.example' },
      (r) => r.recipient?.toLowerCase() === 'anna3@shop.example',
    ],
    ['words in any case', { text: ' sAID 7% ' }, (r) => has(r.diagnostic, 'said') && has(r.diagnostic, '7%')],
    ['signs taken as they are', { text: "it's _full_" }, (r) => has(r.diagnostic, "it's")],
    ['a word of the recipient and one of the subject', { text: 'bert1 spring' }, (r) => has(r.recipient, 'bert1')],
    ['words that occur nowhere', { text: "no'such; DROP TABLE records" }, () => false],
  ]

  it.each(cases)('leaves %s', async (_, change, matches) => {
    const { store, all } = await filled()
    const filter = { ...EMPTY_FILTER, ...change }
    const expected = all.filter(matches)
    const rows = await matching(store, filter)
    expect(ids(rows)).toEqual(ids(expected))
    const { records, addresses, messages } = await store.summary(filter)
    expect(records).toBe(expected.length)
    expect(messages).toBe(expected.length)
    expect(addresses).toBe(new Set(expected.flatMap((r) => r.recipient?.toLowerCase() ?? [])).size)
  })
})

describe('the summary', () => {
  it('counts records and addresses by section, and addresses by verdict', async () => {
    const { store, all } = await filled()
    const summary = await store.summary({ ...EMPTY_FILTER, include: { provider: ['gmail'] } })
    const chosen = all.filter(({ provider }) => provider === 'gmail')
    const distinct = (records: BounceRecord[]) => new Set(records.flatMap((r) => r.recipient?.toLowerCase() ?? [])).size
    const soft = chosen.filter(({ kind, group }) => kind === 'bounce' && group === 'soft')
    const delayed = chosen.filter(({ kind }) => kind === 'delay')
    expect(summary.sections.map(({ section }) => section)).toEqual(SECTIONS)
    expect(summary.sections[1]).toEqual({ section: 'soft', records: soft.length, addresses: distinct(soft) })
    expect(summary.sections[3]).toEqual({ section: 'delayed', records: delayed.length, addresses: distinct(delayed) })
    const removed = chosen.filter(
      (r) => (r.kind === 'bounce' || r.kind === 'complaint') && r.addressVerdict === 'remove',
    )
    expect(summary.addressVerdicts.remove).toBe(distinct(removed))
  })
})

describe('facets', () => {
  it('count under all conditions but their own', async () => {
    const { store, all } = await filled()
    const filter: Filter = { ...EMPTY_FILTER, include: { provider: ['gmail'], kind: ['bounce'] }, text: 'said' }
    const facets = await store.facets(filter)
    const said = all.filter(({ diagnostic }) => has(diagnostic, 'said'))
    const count = (records: BounceRecord[], read: (record: BounceRecord) => string | null) => {
      const counts: Record<string, number> = {}
      for (const record of records) counts[read(record) ?? ''] = (counts[read(record) ?? ''] ?? 0) + 1
      return counts
    }
    const as = (field: keyof typeof facets) =>
      Object.fromEntries(facets[field].map(({ value, records }) => [value, records]))
    const bounced = said.filter(({ kind }) => kind === 'bounce')
    expect(as('provider')).toEqual(count(bounced, (r) => r.provider))
    expect(as('kind')).toEqual(
      count(
        said.filter((r) => r.provider === 'gmail'),
        (r) => r.kind,
      ),
    )
    expect(as('cause')).toEqual(
      count(
        bounced.filter((r) => r.provider === 'gmail'),
        (r) => r.cause,
      ),
    )
    for (const field of FACET_FIELDS) {
      const counts = facets[field].map(({ records }) => records)
      expect(counts).toEqual([...counts].sort((a, b) => b - a))
    }
  })
})

describe('a page', () => {
  const text = (read: (row: Row) => string | null) => (a: Row, b: Row) => {
    const [left, right] = [read(a), read(b)]
    if (left === right) return 0
    if (left === null || right === null) return left === null ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
    return left < right ? -1 : 1
  }
  const gravity = (row: Row) => (row.addressVerdict ? String(VERDICTS.indexOf(row.addressVerdict)) : null)
  const orders: [string, Sort, ((a: Row, b: Row) => number)[]][] = [
    ['by recipient', [{ field: 'recipient', descending: false }], [text((row) => row.address)]],
    ['by gravity of the verdict', [{ field: 'addressVerdict', descending: false }], [text(gravity)]],
    [
      'by two columns',
      [
        { field: 'provider', descending: false },
        { field: 'reportedAt', descending: false },
      ],
      [text((row) => row.provider), text((row) => row.reportedAt)],
    ],
  ]

  it.each(orders)('is sorted %s, ties as they were read', async (_, sort, compare) => {
    const { store, all } = await filled()
    const places = new Map(all.map(({ id }, place) => [id, place]))
    const place = ({ id }: Row) => places.get(id) ?? Number.NaN
    const { rows } = await page(store, { sort })
    const expected = [...rows].sort((a, b) => {
      for (const by of compare) if (by(a, b) !== 0) return by(a, b)
      return place(a) - place(b)
    })
    expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
    expect(rows.length).toBeGreaterThan(50)
  })

  it.each(['recipient', 'reportedAt', 'diagnostic', 'replyCode', 'addressVerdict'] as const)(
    'has nothing last whichever way %s is sorted',
    async (field) => {
      const { store, all } = await filled()
      const byId = new Map(all.map((record) => [record.id, record]))
      for (const descending of [false, true]) {
        const { rows } = await page(store, { sort: [{ field, descending }] })
        const missing = rows.map(({ id }) => byId.get(id)?.[field] === null)
        expect(missing).toEqual([...missing].sort((a, b) => Number(a) - Number(b)))
      }
    },
  )

  it('is the same stretch of the whole order wherever it begins', async () => {
    const { store } = await fill(6_000)
    const sort: Sort = [{ field: 'cause', descending: true }]
    const section = 'not-bounce'
    const { total } = await page(store, { sort, section, limit: 1 })
    const first = await page(store, { sort, section, limit: 100 })
    const far = await page(store, { sort, section, offset: 0, limit: 3_000 })
    expect(far.rows).toHaveLength(total)
    expect(far.rows.slice(0, 100)).toEqual(first.rows)
    expect((await page(store, { sort, section, offset: 700, limit: 9 })).rows).toEqual(far.rows.slice(700, 709))
    expect((await page(store, { sort, section, offset: total, limit: 9 })).rows).toEqual([])
  })

  it('shows what was added and decided since the last one', async () => {
    const { store } = await fill(400)
    const before = await page(store, {})
    const id = await store.beginImport(['more'])
    await store.append(id, [makeEntry('new', [{ recipient: 'new@shop.example' }])])
    await store.refreshVerdicts()
    const filter = { ...EMPTY_FILTER, address: 'new@shop.example' }
    expect((await page(store, {})).total).toBe(before.total + 1)
    expect((await page(store, { filter })).rows).toMatchObject([{ addressVerdict: 'remove', overridden: false }])
    await store.setVerdict(['New@shop.example'], 'keep')
    expect((await page(store, { filter })).rows).toMatchObject([{ addressVerdict: 'keep', overridden: true }])
  })

  it('shows a diagnostic in one line', async () => {
    const { store } = await filled()
    const { rows } = await page(store, { filter: { ...EMPTY_FILTER, text: 'second line' } })
    expect(rows.length).toBeGreaterThan(10)
    for (const { diagnostic } of rows) expect(diagnostic).toMatch(/^Said No \d+% second line$/)
  })
})

describe('the charts', () => {
  it('count bounces by day without the dates of the filter, by provider and cause without those of it', async () => {
    const { store, all } = await filled()
    const filter: Filter = {
      ...EMPTY_FILTER,
      include: { provider: ['gmail'], file: ['box 1.mbox'] },
      exclude: { cause: ['mailbox-full'] },
      from: '2026-02-01',
    }
    const charts = await store.charts(filter)
    const bounces = all.filter(({ kind, source }) => kind === 'bounce' && source.file === 'box 1.mbox')
    const inDays = bounces.filter(({ provider, cause }) => provider === 'gmail' && cause !== 'mailbox-full')
    const dated = inDays.filter(({ reportedAt }) => reportedAt !== null)
    expect(charts.undated).toBe(inDays.length - dated.length)
    expect(charts.undated).toBeGreaterThan(0)
    expect(charts.days.map(({ day }) => day)).toEqual(
      [...new Set(dated.map(({ reportedAt }) => reportedAt?.slice(0, 10) ?? ''))].sort(),
    )
    for (const { day, hard, soft, timeout } of charts.days) {
      const on = dated.filter(({ reportedAt }) => reportedAt?.startsWith(day))
      expect([hard, soft, timeout]).toEqual(GROUPS.map((group) => on.filter((one) => one.group === group).length))
    }
    const allDays = all
      .filter(({ kind }) => kind === 'bounce')
      .flatMap(({ reportedAt }) => reportedAt?.slice(0, 10) ?? [])
    expect(charts.frame).toEqual({ first: allDays.sort()[0], last: allDays.at(-1) })
    const inCells = bounces.filter(({ reportedAt }) => reportedAt !== null && reportedAt >= '2026-02-01')
    for (const { provider, cause, records } of charts.cells) {
      expect(records).toBe(inCells.filter((one) => one.provider === provider && one.cause === cause).length)
    }
    expect(charts.cells.reduce((sum, { records }) => sum + records, 0)).toBe(inCells.length)
  })
})
