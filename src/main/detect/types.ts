/** The detect room's contract: a `ParsedMessage` in, statements out. Pure: no filesystem, no Electron, no clock. */
import type { Kind } from '../../shared/bounce.ts'
import type { SmtpStage } from '../../shared/smtp.ts'
import type { ParsedMessage } from '../message/types.ts'

export type { SmtpStage }

/** What a message states about one recipient, before anybody judges it. Nothing is made up: null where it is silent. */
export interface Statement {
  kind: Kind
  /** The address that was mailed; null where the message hides it or names none. */
  recipient: string | null
  /** The other address, where forwarding or an alias stands between. */
  originalRecipient: string | null
  /** RFC 3464 Action, lower-cased, as stated. */
  action: string | null
  replyCode: string | null
  enhancedCode: string | null
  /** The reply or the reason, lines joined by LF. */
  diagnostic: string | null
  remoteMta: string | null
  reportingMta: string | null
  stage: SmtpStage | null
  evidence: { detector: string; rule: string; part: string; excerpt: string }
  /** A sentence, e.g. that the recipient is hidden; else null. */
  remark: string | null
}

/**
 * In which order detectors are asked, and what their word is worth (see `index.ts`):
 * - `structured`: machine-readable parts (RFC 3464, RFC 5965, RFC 8098). What they state stands; all of them run.
 * - `sender`: text that one mail system writes. The first that states anything is believed; beside a structured
 *   report it only fills in what that leaves open.
 * - `kind`: mail that is no bounce though it looks like one: auto-replies, challenges, list notices.
 * - `last`: sentences that many systems write; asked only where nobody else knew anything.
 * - `unnamed`: asked when a report inside the message (forwarded, wrapped) knew nothing either.
 */
export type Tier = 'structured' | 'sender' | 'kind' | 'last' | 'unnamed'

/** One format. A detector is one file and one line in the registry (`registry.ts`). */
export interface Detector {
  /** Stands in the evidence; the file's name. */
  name: string
  tier: Tier
  /** What it recognises, in a few words. */
  title: string
  /** Where the format is specified or shown: RFC section, MTA source file, provider's page. */
  source: string
  /**
   * Patterns of which one matches the text of every message that passes the gate. One search for pieces of all of them
   * tells which detectors need not be asked.
   */
  words?: readonly RegExp[]
  /** Cheap test, on headers where that is possible; must be true for every message that `detect` could read. */
  gate(message: ParsedMessage): boolean
  /** Statements, one a recipient; empty where the message is none of its kind. Never throws. */
  detect(message: ParsedMessage): Statement[]
}
