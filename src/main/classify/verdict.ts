/** Group, permanence, fault and verdict: the policy of one record. Its numbers stand in shared/knowledge/policy.ts. Pure. */
import type { Cause, Fault, Group, Verdict } from '../../shared/bounce.ts'
import { CAUSE_INFO } from '../../shared/knowledge/causes.ts'
import { CAUSE_VERDICTS } from '../../shared/knowledge/policy.ts'

/** What a rule adds to its cause. */
export interface Aspect {
  /** The closed mailbox may open again. */
  reopens?: boolean
  /** It is our own server, account or login that refuses. */
  ours?: boolean
}

/** Status subjects that speak of the address or mailbox (RFC 3463 §3.2, §3.3): final even beside a 4xx reply. */
const ABOUT_THE_ADDRESS = /^5\.[12]\./

/**
 * Whether a failure is only for now: a 4xx reply or 4.x.x status with nothing permanent beside it. A message still
 * being tried is always temporary. An expired message (5.4.7, 5.0.0) whose only answer was a 4xx stays temporary: its
 * 5 says that the sender's queue gave up, not that the receiver refused.
 */
export function isTemporary(kind: 'bounce' | 'delay', replyCode: string | null, enhancedCode: string | null): boolean {
  if (kind === 'delay') return true
  if (replyCode?.startsWith('4')) return !(enhancedCode && ABOUT_THE_ADDRESS.test(enhancedCode))
  if (replyCode?.startsWith('5')) return false
  return enhancedCode?.startsWith('4') ?? false
}

/** Who can mend a cause, with what its rule adds. */
export function faultFor(cause: Cause, aspect: Aspect = {}): Fault {
  if (cause === 'mailbox-disabled' && aspect.reopens) return 'mailbox'
  if (cause === 'relay-denied' && aspect.ours) return 'sender'
  return CAUSE_INFO[cause].fault
}

/** The verdict of one record, by the careful policy. */
export function verdictFor(cause: Cause, temporary: boolean, aspect: Aspect = {}): Verdict {
  if (cause === 'mailbox-disabled' && aspect.reopens) return 'watch'
  if (cause === 'relay-denied' && aspect.ours) return 'keep'
  return CAUSE_VERDICTS[cause][temporary ? 'temporary' : 'permanent']
}

/** Without any code: what was said, or not said, by cause. */
const GROUP_OF_CAUSE: Record<Cause, Group> = {
  'mailbox-unknown': 'hard',
  'domain-unknown': 'hard',
  'mailbox-disabled': 'hard',
  'mailbox-moved': 'hard',
  'mailbox-full': 'soft',
  'recipient-refused': 'hard',
  blocklisted: 'hard',
  reputation: 'hard',
  authentication: 'hard',
  'missing-ptr': 'hard',
  policy: 'hard',
  'rate-limited': 'soft',
  'message-too-large': 'hard',
  content: 'hard',
  spam: 'hard',
  virus: 'hard',
  protocol: 'hard',
  tls: 'hard',
  greylisted: 'soft',
  'relay-denied': 'hard',
  loop: 'hard',
  'server-trouble': 'soft',
  'connection-failed': 'timeout',
  'dns-failure': 'timeout',
  expired: 'timeout',
  unknown: 'soft',
}

/** Causes that never come of the network: a vendor's x.4.x with one of them is no network status. */
const NOT_THE_NETWORK: ReadonlySet<Cause> = new Set<Cause>([
  'mailbox-unknown',
  'mailbox-disabled',
  'mailbox-full',
  'rate-limited',
])

/**
 * What the sender was told. With a reply code its class decides; without one a domain that is not there is `hard`, an
 * unanswered attempt `timeout`, then the status class, then the cause.
 */
export function groupFor(
  cause: Cause,
  kind: 'bounce' | 'delay',
  replyCode: string | null,
  enhancedCode: string | null,
): Group {
  if (replyCode?.startsWith('5')) return 'hard'
  if (replyCode?.startsWith('4')) return 'soft'
  if (cause === 'domain-unknown') return 'hard'
  if (GROUP_OF_CAUSE[cause] === 'timeout') return 'timeout'
  if (enhancedCode && /^[45]\.4\./.test(enhancedCode) && !NOT_THE_NETWORK.has(cause)) return 'timeout'
  if (enhancedCode?.startsWith('5')) return 'hard'
  if (enhancedCode?.startsWith('4')) return 'soft'
  return kind === 'delay' && GROUP_OF_CAUSE[cause] === 'hard' ? 'soft' : GROUP_OF_CAUSE[cause]
}
