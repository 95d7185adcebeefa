/** A single reply, judged without a mailbox around it. */
import type { BounceRecord, Cause, Fault, Group, Verdict } from './bounce.ts'

export interface ExplainQuestion {
  /** A reply (`550 5.1.1 no such user`), a log line, or the text of a whole bounce. */
  reply: string
  /** The host that said it; empty or absent where it is not known. */
  remoteMta?: string
  /** The address that was mailed; empty or absent where it is not known. */
  recipient?: string
}

/** The record's fields that a single reply can fill. */
export interface ExplainAnswer
  extends Pick<
    BounceRecord,
    'recipient' | 'provider' | 'replyCode' | 'enhancedCode' | 'addressVerdict' | 'diagnostic' | 'remoteMta' | 'evidence'
  > {
  group: Group
  cause: Cause
  fault: Fault
  verdict: Verdict
  why: string
  fix: string
}
