/** Making statements: a detector says what it knows, the rest is read out of the diagnostic or stays null. */
import type { Kind } from '../../shared/bounce.ts'
import { joinReplyLines, readEnhancedCode, readReplyCode, readStage } from '../../shared/smtp.ts'
import { isHidden, readAddress } from '../message/addresses.ts'
import type { Statement } from './types.ts'

/** What a detector knows of one recipient. */
export interface Known {
  kind: Kind
  /** As written; cleaned here. A placeholder becomes null with a remark. */
  recipient: string | null
  evidence: { detector: string; rule: string; part: string; excerpt?: string }
  originalRecipient?: string | null
  action?: string | null
  /** Reply or reason; codes and stage are read out of it unless given. */
  diagnostic?: string | null
  replyCode?: string | null
  enhancedCode?: string | null
  remoteMta?: string | null
  reportingMta?: string | null
  stage?: Statement['stage']
  remark?: string | null
}

/** Characters of a diagnostic that are kept: a reply is short, a page of HTML in its place is not. */
export const MAX_DIAGNOSTIC = 4_000
/** Characters of an excerpt. */
export const MAX_EXCERPT = 600

/** Said of a record whose recipient the report hides. */
export const HIDDEN = 'The report hides the recipient; what stands in its place is no address that can be mailed.'

/** A statement from what is known. Codes and stage come out of the diagnostic where they are not given. */
export function state(known: Known): Statement {
  const written = known.recipient
  const hidden = written !== null && isHidden(written)
  const diagnostic = known.diagnostic?.trim() ? clip(known.diagnostic.trim(), MAX_DIAGNOSTIC) : null
  const recipient = hidden || written === null ? null : readAddress(written)
  const original = known.originalRecipient ? readAddress(known.originalRecipient) : null
  return {
    kind: known.kind,
    recipient,
    originalRecipient: original !== null && !isHidden(original) && !sameAddress(original, recipient) ? original : null,
    action: known.action ?? null,
    replyCode: known.replyCode !== undefined ? known.replyCode : replyCodeOf(diagnostic),
    enhancedCode: known.enhancedCode !== undefined ? known.enhancedCode : enhancedCodeOf(diagnostic),
    diagnostic,
    remoteMta: known.remoteMta ?? null,
    reportingMta: known.reportingMta ?? null,
    stage: known.stage !== undefined ? known.stage : diagnostic === null ? null : readStage(diagnostic),
    evidence: {
      detector: known.evidence.detector,
      rule: known.evidence.rule,
      part: known.evidence.part,
      excerpt: clip((known.evidence.excerpt ?? diagnostic ?? written ?? '').trim(), MAX_EXCERPT),
    },
    remark: known.remark ?? (hidden ? HIDDEN : null),
  }
}

/**
 * The reply code of a diagnostic: read line by line first, since a code at the start of a line is plainer than one in
 * the middle of joined lines. A bare number is the exit status of a program.
 */
export function replyCodeOf(diagnostic: string | null): string | null {
  if (diagnostic === null || /^\d+$/.test(diagnostic)) return null
  return readReplyCode(diagnostic) ?? readReplyCode(joinReplyLines(diagnostic))
}

/** The enhanced code of a diagnostic, read line by line first. */
export function enhancedCodeOf(diagnostic: string | null): string | null {
  return diagnostic === null ? null : (readEnhancedCode(diagnostic) ?? readEnhancedCode(joinReplyLines(diagnostic)))
}

/** Two spellings of one address: they differ in case at most. */
export function sameAddress(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toLowerCase() === b.toLowerCase()
}

function clip(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit)}…` : text
}
