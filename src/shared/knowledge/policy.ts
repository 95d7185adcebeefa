/** The numbers of the removal policy, and the words of its rules. The store applies them over all records of an address. */
import type { Cause, Verdict } from '../bounce.ts'

/** A watched address is removed after this many bounces: one alone proves little. */
export const WATCH_BOUNCES = 3
/** … that span at least this many days: three bounces of one bad afternoon prove no more than one. */
export const WATCH_DAYS = 14

/** A domain event: so many addresses of one domain … */
export const DOMAIN_EVENT_ADDRESSES = 5
/** … that fail with one cause within so many hours point to the domain's server, not to its addresses. */
export const DOMAIN_EVENT_HOURS = 48

export const POLICIES = ['careful', 'strict'] as const
/** `careful` judges by cause; `strict` removes every hard bounce. */
export type Policy = (typeof POLICIES)[number]
export const DEFAULT_POLICY: Policy = 'careful'

/** What one record of a cause says about its address: when it failed for good, and when only for now. */
export interface CauseVerdicts {
  permanent: Verdict
  temporary: Verdict
}

const KEEP: CauseVerdicts = { permanent: 'keep', temporary: 'keep' }
const WATCH: CauseVerdicts = { permanent: 'watch', temporary: 'watch' }
const REMOVE: CauseVerdicts = { permanent: 'remove', temporary: 'watch' }
const REVIEW: CauseVerdicts = { permanent: 'review', temporary: 'watch' }

/** The careful policy: only a dead address goes, and only on a final answer. */
export const CAUSE_VERDICTS: Record<Cause, CauseVerdicts> = {
  'mailbox-unknown': REMOVE,
  'domain-unknown': REMOVE,
  'mailbox-disabled': REMOVE,
  'mailbox-moved': REMOVE,
  'mailbox-full': WATCH,
  'recipient-refused': REVIEW,
  blocklisted: KEEP,
  reputation: KEEP,
  authentication: KEEP,
  'missing-ptr': KEEP,
  policy: KEEP,
  'rate-limited': KEEP,
  'message-too-large': KEEP,
  content: KEEP,
  spam: KEEP,
  virus: KEEP,
  protocol: KEEP,
  tls: KEEP,
  greylisted: KEEP,
  'relay-denied': REVIEW,
  loop: WATCH,
  'server-trouble': WATCH,
  'connection-failed': WATCH,
  'dns-failure': WATCH,
  expired: WATCH,
  unknown: { permanent: 'review', temporary: 'review' },
}
