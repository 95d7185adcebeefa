/**
 * The picture above the table: from counts to findings, worst first, each with the one thing to do. Pure; the store
 * counts, this room draws the conclusions.
 */
import type { Cause, Group, Verdict } from '../../shared/bounce.ts'
import { CAUSE_INFO } from '../../shared/knowledge/causes.ts'
import type { OverviewFinding, Severity } from '../../shared/overview.ts'
import { SEVERITIES } from '../../shared/overview.ts'
import { NONE } from '../../shared/query.ts'
import { NOT_DELIVERED, select } from './overview-filter.ts'
import { blocklistFindings, listFindings, networkFindings, peopleFindings } from './overview-more.ts'
import { messages, refusal, servers, share, spanOf } from './overview-words.ts'

/** Bounces and delays counted by who said it, why, and what follows. */
export interface OverviewGroup {
  provider: string | null
  cause: Cause
  group: Group
  kind: 'bounce' | 'delay'
  /** The address verdict. */
  verdict: Verdict
  records: number
  /** Distinct addresses and domains within this row. */
  addresses: number
  domains: number
  /** Earliest and latest report, ISO 8601 UTC; null where no report is dated. */
  first: string | null
  last: string | null
}

/** Bounces and delays with one reply code, at one provider. */
export interface OverviewCode {
  provider: string | null
  replyCode: string
  records: number
  first: string | null
  last: string | null
}

/** Addresses of one domain that failed together (`domain-event`). */
export interface OverviewEvent {
  domain: string
  cause: Cause
  addresses: number
  first: string | null
  last: string | null
}

export interface OverviewTotals {
  /** Bounces and delays. */
  records: number
  /** Distinct addresses of bounces and delays. */
  addresses: number
  /** Distinct addresses to remove because the mailbox is gone, and their domains. */
  deadMailboxes: { addresses: number; domains: number }
  /** The same, because the domain is gone. */
  deadDomains: { addresses: number; domains: number }
  /** Distinct addresses to remove because they bounced again and again. */
  repeated: number
  /** Distinct addresses that complained. */
  complaints: number
  /** Bounces whose cause or recipient is not known. */
  unexplained: number
}

export interface OverviewInput {
  totals: OverviewTotals
  groups: OverviewGroup[]
  /** At least those with code 421 and 554. */
  codes: OverviewCode[]
  /** Records whose cause is `blocklisted`, by the rule that named it. */
  blocklists: { rule: string; records: number }[]
  events: OverviewEvent[]
  /** Domains in From of the returned messages, most frequent first. */
  senders: { domain: string; records: number }[]
  /** Domains known to be one's own; empty where nobody said: then they are told from the counts. */
  ownDomains: string[]
}

/** Fewer refusals of one kind are chance. */
const FEWEST_REFUSALS = 3
/** So large a part of all bounces lost through one fault of ours is urgent. */
const URGENT_SHARE = 0.1
/** 421 is persistent when it was said so often … */
const FEWEST_421 = 5
/** … over so many hours. */
const PERSISTENT_HOURS = 24
/** Several 554 of one provider. */
const FEWEST_554 = 5
/** A code's own finding is only noted when findings by cause tell so much of it already. */
const COVERED = 0.5
const MS_PER_HOUR = 3_600_000

interface Sum {
  provider: string | null
  cause: Cause
  records: number
  first: string | null
  last: string | null
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a
}

/** Counts by provider and cause, over groups, kinds and verdicts. */
function byProviderAndCause(groups: OverviewGroup[]): Sum[] {
  const sums = new Map<string, Sum>()
  for (const { provider, cause, records, first, last } of groups) {
    const key = `${provider ?? NONE}/${cause}`
    const sum = sums.get(key) ?? { provider, cause, records: 0, first: null, last: null }
    sum.records += records
    sum.first = earlier(sum.first, first)
    sum.last = later(sum.last, last)
    sums.set(key, sum)
  }
  return [...sums.values()]
}

function severityOf(part: number): Severity {
  return part >= URGENT_SHARE ? 'urgent' : 'warning'
}

/** What is refused or slowed through our own fault, by provider and cause. Blocklists have findings of their own. */
function senderFindings(sums: Sum[], total: number): OverviewFinding[] {
  return sums
    .filter(
      ({ cause, records }) =>
        CAUSE_INFO[cause].fault === 'sender' && cause !== 'blocklisted' && records >= FEWEST_REFUSALS,
    )
    .map(({ provider, cause, records, first, last }) => {
      const part = share(records, total)
      const throttled = cause === 'rate-limited'
      const title = throttled
        ? `${servers(provider)} ${provider ? 'throttles' : 'throttle'} you: ${messages(records)} refused or deferred${spanOf(first, last)}.`
        : `${servers(provider)} ${provider ? 'refuses' : 'refuse'} ${messages(records)} because ${refusal(cause)}.`
      return {
        id: `${throttled ? 'throttled' : 'refused'}/${provider ?? 'others'}/${cause}`,
        kind: throttled ? 'throttled' : 'refused',
        severity: severityOf(part),
        count: records,
        share: part,
        provider,
        cause,
        title,
        action: throttled
          ? 'Send slower and spread the mail over the day; these addresses are fine.'
          : `${CAUSE_INFO[cause].fix.replace(/; keep the address(?:es)?\.$/, '.')} These addresses are fine.`,
        filter: select({ provider: [provider ?? NONE], cause: [cause], kind: NOT_DELIVERED }),
      } satisfies OverviewFinding
    })
}

function hoursBetween(first: string | null, last: string | null): number {
  return first && last ? (Date.parse(last) - Date.parse(first)) / MS_PER_HOUR : 0
}

/** A code that one provider keeps saying; it stands below the causes that already tell the story. */
function codeFindings(input: OverviewInput, told: OverviewFinding[]): OverviewFinding[] {
  const covered = (provider: string | null) =>
    told
      .filter((finding) => finding.provider === provider && provider !== null)
      .reduce((sum, { count }) => sum + count, 0)
  return input.codes
    .filter(({ provider }) => provider !== null)
    .flatMap(({ provider, replyCode, records, first, last }): OverviewFinding[] => {
      const part = share(records, input.totals.records)
      const shared = {
        severity: covered(provider) < records * COVERED ? severityOf(part) : 'notice',
        count: records,
        share: part,
        provider,
        cause: null,
        filter: select({ provider: [provider ?? NONE], replyCode: [replyCode], kind: NOT_DELIVERED }),
      }
      if (replyCode === '421' && records >= FEWEST_421 && hoursBetween(first, last) >= PERSISTENT_HOURS)
        return [
          {
            ...shared,
            id: `persistent-421/${provider}`,
            kind: 'persistent-421',
            title: `${servers(provider)} keeps closing the connection (421): ${messages(records)}${spanOf(first, last)}.`,
            action: 'Send less to this provider until it accepts you again, and check your reputation there.',
          },
        ]
      if (replyCode === '554' && records >= FEWEST_554)
        return [
          {
            ...shared,
            id: `many-554/${provider}`,
            kind: 'many-554',
            title: `${servers(provider)} refuses whole transactions (554): ${messages(records)}.`,
            action: 'Check blocklists, SPF, DKIM and DMARC first, then what the messages contain.',
          },
        ]
      return []
    })
}

function worstFirst(a: OverviewFinding, b: OverviewFinding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.count - a.count || a.id.localeCompare(b.id)
  )
}

/** All findings, worst first; none where nothing stands out. */
export function findingsOf(input: OverviewInput): OverviewFinding[] {
  const sums = byProviderAndCause(input.groups)
  const bySender = senderFindings(sums, input.totals.records)
  const lists = blocklistFindings(input)
  return [
    ...bySender,
    ...lists,
    ...codeFindings(input, [...bySender, ...lists]),
    ...listFindings(input),
    ...networkFindings(input),
    ...peopleFindings(input),
  ].sort(worstFirst)
}
