/** What is known for sure of real replies: which cause, fault and verdict each must be judged to. */
import type { Cause, Fault, Verdict } from '../../../shared/bounce.ts'

/** Replies of one host that all mean the same. */
export interface KnownReplies {
  /** The host that said it; absent where the words alone must do. */
  mta?: string
  recipient?: string
  /** One cause, or those that are as good as each other for the one who reads it. */
  cause: Cause | readonly Cause[]
  fault: Fault
  verdict: Verdict
  replies: readonly string[]
}

type Means = Omit<KnownReplies, 'replies'>

/** The address is dead: it goes. */
export const DEAD: Means = {
  cause: ['mailbox-unknown', 'mailbox-disabled', 'mailbox-moved', 'domain-unknown'],
  fault: 'address',
  verdict: 'remove',
}
/** It would be dead, were the reply not only temporary. */
export const DEAD_FOR_NOW: Means = { ...DEAD, verdict: 'watch' }
export const FULL: Means = { cause: 'mailbox-full', fault: 'mailbox', verdict: 'watch' }
export const LOCKED: Means = { cause: 'mailbox-disabled', fault: 'mailbox', verdict: 'watch' }
/** Its owner or his organisation wants no mail from us. */
export const REFUSED: Means = { cause: 'recipient-refused', fault: 'mailbox', verdict: 'review' }
export const AUTHENTICATION: Means = { cause: 'authentication', fault: 'sender', verdict: 'keep' }
export const BLOCKED: Means = { cause: ['blocklisted', 'reputation', 'policy'], fault: 'sender', verdict: 'keep' }
export const LISTED: Means = { cause: 'blocklisted', fault: 'sender', verdict: 'keep' }
export const TOO_MUCH: Means = { cause: 'rate-limited', fault: 'sender', verdict: 'keep' }
export const UNNAMED: Means = { cause: 'missing-ptr', fault: 'sender', verdict: 'keep' }
export const UNWANTED: Means = {
  cause: ['spam', 'content', 'virus', 'reputation', 'policy'],
  fault: 'sender',
  verdict: 'keep',
}
export const TOO_LARGE: Means = { cause: 'message-too-large', fault: 'sender', verdict: 'keep' }
export const MALFORMED: Means = { cause: ['protocol', 'authentication', 'policy'], fault: 'sender', verdict: 'keep' }
export const POLICY: Means = { cause: 'policy', fault: 'sender', verdict: 'keep' }
export const ENCRYPTION: Means = { cause: 'tls', fault: 'sender', verdict: 'keep' }
/** Ours for any reason: what matters is that the address stays. */
export const OURS: Means = {
  cause: [
    'authentication',
    'blocklisted',
    'content',
    'message-too-large',
    'missing-ptr',
    'policy',
    'protocol',
    'rate-limited',
    'relay-denied',
    'reputation',
    'spam',
    'tls',
    'virus',
  ],
  fault: 'sender',
  verdict: 'keep',
}
export const GREYLISTED: Means = { cause: 'greylisted', fault: 'receiver', verdict: 'keep' }
export const TROUBLE: Means = { cause: 'server-trouble', fault: 'receiver', verdict: 'watch' }
export const LOOP: Means = { cause: 'loop', fault: 'receiver', verdict: 'watch' }
export const NO_RELAY: Means = { cause: 'relay-denied', fault: 'receiver', verdict: 'review' }
/** The network between us: no connection, no DNS answer, or time that ran out. */
export const UNREACHED: Means = {
  cause: ['connection-failed', 'dns-failure', 'expired'],
  fault: 'network',
  verdict: 'watch',
}
