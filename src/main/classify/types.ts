/** The classify room's contract: a statement in, a judgement out. Pure. */
import type { Cause, Fault, Group, Verdict } from '../../shared/bounce.ts'

/** What is known of a reply; what a statement and `explain` have in common. */
export interface Reply {
  kind: 'bounce' | 'delay'
  recipient: string | null
  replyCode: string | null
  enhancedCode: string | null
  diagnostic: string | null
  remoteMta: string | null
  reportingMta: string | null
  action: string | null
  stage: string | null
}

export interface Judgement {
  provider: string | null
  /** As given, or read out of the diagnostic. */
  replyCode: string | null
  enhancedCode: string | null
  group: Group
  cause: Cause
  fault: Fault
  verdict: Verdict
  why: string
  fix: string
  /** Id of the rule that named the cause: `gmail/no-such-user`, `enhanced/5.1.1`, `reply/550`, `none`. */
  rule: string
  /** The words that the rule matched, or the code; null where nothing did. */
  matched: string | null
}
