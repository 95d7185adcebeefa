import { describe, expect, it } from 'vitest'
import type { Cause } from '../../shared/bounce.ts'
import { findingsOf, type OverviewGroup, type OverviewInput } from './overview.ts'

const NOTHING: OverviewInput = {
  totals: {
    records: 0,
    addresses: 0,
    deadMailboxes: { addresses: 0, domains: 0 },
    deadDomains: { addresses: 0, domains: 0 },
    repeated: 0,
    complaints: 0,
    unexplained: 0,
  },
  groups: [],
  codes: [],
  blocklists: [],
  events: [],
  senders: [],
  ownDomains: [],
}

function row(provider: string | null, cause: Cause, records: number, more: Partial<OverviewGroup> = {}): OverviewGroup {
  return {
    provider,
    cause,
    group: 'hard',
    kind: 'bounce',
    verdict: 'keep',
    records,
    addresses: records,
    domains: 1,
    first: '2026-11-20T10:00:00.000Z',
    last: '2026-11-20T11:40:00.000Z',
    ...more,
  }
}

function input(
  more: Partial<Omit<OverviewInput, 'totals'>> & { totals?: Partial<OverviewInput['totals']> },
): OverviewInput {
  return { ...NOTHING, ...more, totals: { ...NOTHING.totals, ...more.totals } }
}

const ids = (given: OverviewInput) => findingsOf(given).map((finding) => finding.id)

describe('findingsOf', () => {
  it('finds nothing in nothing', () => {
    expect(findingsOf(NOTHING)).toEqual([])
  })

  it('names who refuses, how much, why, and that the addresses are fine', () => {
    const groups = [
      row('gmail', 'authentication', 200),
      row('gmail', 'authentication', 12, { kind: 'delay', group: 'soft' }),
      row('yahoo', 'spam', 2),
    ]
    const [finding, ...others] = findingsOf(input({ groups, totals: { records: 424 } }))
    expect(finding).toMatchObject({
      id: 'refused/gmail/authentication',
      severity: 'urgent',
      count: 212,
      share: 0.5,
      provider: 'gmail',
      cause: 'authentication',
      filter: { include: { provider: ['gmail'], cause: ['authentication'], kind: ['bounce', 'delay'] } },
    })
    expect(finding?.title).toMatch(/Gmail.* refuses 212 messages because SPF, DKIM/)
    expect(finding?.action).toContain('These addresses are fine')
    expect(others).toEqual([])
  })

  it('tells throttling with its span', () => {
    const groups = [row('outlook', 'rate-limited', 140, { group: 'soft' })]
    const [finding] = findingsOf(input({ groups, totals: { records: 2000 } }))
    expect(finding).toMatchObject({ kind: 'throttled', severity: 'warning' })
    expect(finding?.title).toContain('140 messages refused or deferred in 2 hours')
  })

  it('counts dead addresses and domains', () => {
    const totals = {
      records: 60,
      addresses: 60,
      deadMailboxes: { addresses: 38, domains: 12 },
      deadDomains: { addresses: 1, domains: 1 },
    }
    const found = findingsOf(input({ totals }))
    expect(found.map((finding) => finding.id)).toEqual(['dirty-list', 'dead-addresses', 'dead-domains'])
    expect(found[1]?.title).toContain('38 addresses at 12 domains')
    expect(found[2]?.title).toBe('One address is at one domain that does not exist or takes no mail.')
    expect(found[0]?.title).toContain('65 %')
  })

  it('does not call a small or mostly living list dirty', () => {
    expect(ids(input({ totals: { addresses: 10, deadMailboxes: { addresses: 9, domains: 3 } } }))).not.toContain(
      'dirty-list',
    )
    expect(ids(input({ totals: { addresses: 900, deadMailboxes: { addresses: 90, domains: 3 } } }))).not.toContain(
      'dirty-list',
    )
  })

  it('sees a 421 that persists, and one that passes', () => {
    const code = { provider: 'yahoo', replyCode: '421', records: 9, first: '2026-11-01T00:00:00.000Z' }
    expect(ids(input({ codes: [{ ...code, last: '2026-11-03T00:00:00.000Z' }] }))).toEqual(['persistent-421/yahoo'])
    expect(ids(input({ codes: [{ ...code, last: '2026-11-01T05:00:00.000Z' }] }))).toEqual([])
  })

  it('only notes a code whose causes are told already', () => {
    const codes = [{ provider: 'gmail', replyCode: '554', records: 10, first: null, last: null }]
    const alone = findingsOf(input({ codes, totals: { records: 10 } }))
    expect(alone.map(({ id, severity }) => [id, severity])).toEqual([['many-554/gmail', 'urgent']])
    const told = findingsOf(input({ codes, groups: [row('gmail', 'spam', 9)], totals: { records: 10 } }))
    expect(told.map(({ id, severity }) => [id, severity])).toEqual([
      ['refused/gmail/spam', 'urgent'],
      ['many-554/gmail', 'notice'],
    ])
  })

  it('names the blocklist and where to go', () => {
    const blocklists = [
      { rule: 'blocklist/spamhaus', records: 4 },
      { rule: 'comcast/blocked', records: 2 },
    ]
    const found = findingsOf(input({ blocklists, totals: { records: 6 } }))
    expect(found.map((finding) => finding.id)).toEqual(['blocklisted/spamhaus', 'blocklisted/other'])
    expect(found[0]?.action).toContain('check.spamhaus.org')
  })

  it('holds a domain event up', () => {
    const events = [
      { domain: 'shop.example', cause: 'mailbox-unknown' as const, addresses: 7, first: null, last: null },
    ]
    const [finding] = findingsOf(input({ events }))
    expect(finding).toMatchObject({
      id: 'domain-event/shop.example',
      filter: { include: { domain: ['shop.example'] } },
    })
  })

  it('suspects one’s own side when many domains are out of reach', () => {
    const groups = [row(null, 'connection-failed', 30, { group: 'timeout', domains: 22 })]
    expect(ids(input({ groups, totals: { records: 50 } }))).toEqual(['no-connection'])
    expect(
      ids(input({ groups: [row(null, 'connection-failed', 30, { domains: 1 })], totals: { records: 50 } })),
    ).toEqual([])
  })

  it('tells reports about mail that was never sent', () => {
    const senders = [
      { domain: 'shop.example', records: 90 },
      { domain: 'strange.example', records: 4 },
      { domain: 'stranger.example', records: 4 },
    ]
    expect(ids(input({ senders }))).toEqual(['backscatter'])
    expect(ids(input({ senders, ownDomains: ['shop.example', 'strange.example', 'stranger.example'] }))).toEqual([])
    expect(ids(input({ senders: senders.slice(0, 2) }))).toEqual([])
  })

  it('puts the worst first, in an order that stays', () => {
    const groups = [
      row('gmail', 'spam', 50),
      row('yahoo', 'spam', 60),
      row(null, 'mailbox-full', 30, { group: 'soft' }),
    ]
    const given = input({
      groups,
      totals: { records: 140, addresses: 140, complaints: 1, deadMailboxes: { addresses: 3, domains: 1 } },
    })
    expect(ids(given)).toEqual([
      'refused/yahoo/spam',
      'refused/gmail/spam',
      'complaints',
      'dead-addresses',
      'full-mailboxes',
    ])
    expect(ids({ ...given, groups: [...groups].reverse() })).toEqual(ids(given))
  })
})
