/** What the picture above the table is made of: findings, worst first, each with the one thing to do. */
import type { Cause } from './bounce.ts'
import type { Filter } from './query.ts'

/** `urgent`: mail is being lost through something of ours. `warning`: act soon. `notice`: good to know. */
export const SEVERITIES = ['urgent', 'warning', 'notice'] as const
export type Severity = (typeof SEVERITIES)[number]

export const FINDING_KINDS = [
  'refused',
  'throttled',
  'persistent-421',
  'many-554',
  'blocklisted',
  'dead-addresses',
  'dead-domains',
  'dirty-list',
  'repeated',
  'domain-event',
  'no-connection',
  'complaints',
  'full-mailboxes',
  'backscatter',
  'unexplained',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** One thing that stands out, in sentences for people. */
export interface OverviewFinding {
  /** The same for the same finding at every look: `refused/gmail/authentication`. */
  id: string
  kind: FindingKind
  severity: Severity
  /** How many records (of `dead-…`, `repeated` and `domain-event`: addresses). */
  count: number
  /** Of all bounces and delays (for addresses: of all addresses that bounced), 0 to 1. */
  share: number
  provider: string | null
  cause: Cause | null
  /** "Gmail refuses 212 messages because the sender is not authenticated." */
  title: string
  /** "Fix this first; these addresses are fine." */
  action: string
  /** Selects its records; null where no filter can. */
  filter: Filter | null
}
