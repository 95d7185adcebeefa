/** The detect room: a `ParsedMessage` in, what it states about each recipient out. Pure. */
import type { ParsedMessage } from '../message/types.ts'
import { enrich, mergeStatements } from './merge.ts'
import { kindByWords, tellsFailure } from './phrases.ts'
import { DETECTORS } from './registry.ts'
import { hasBounceSubject, isPersonal, looksLikeReport, mayBeMachine } from './signs.ts'
import { state } from './statement.ts'
import type { Detector, Statement, Tier } from './types.ts'
import { shortened } from './words.ts'

export type { Detector, SmtpStage, Statement, Tier } from './types.ts'

/** Characters in which words of failure are looked for. */
const MAX_WORDS = 8_000

const BY_TIER = Map.groupBy(DETECTORS, ({ tier }: Detector) => tier)

function askTier(tier: Tier, message: ParsedMessage, first: boolean): Statement[] {
  const seen = tier === 'sender' ? shortened(message) : message
  const all: Statement[] = []
  for (const detector of BY_TIER.get(tier) ?? []) {
    if (!detector.gate(seen)) continue
    all.push(...detector.detect(seen))
    if (first && all.length > 0) break
  }
  return all
}

/** What the detectors know; empty where none does. */
function consult(message: ParsedMessage): Statement[] {
  const structured = mergeStatements(askTier('structured', message, false))
  const open = structured.some((one) => (one.kind === 'bounce' || one.kind === 'delay') && isOpen(one))
  if (structured.length > 0 && !open) return structured
  // Beside a structured report there is no doubt who writes; without one, a person may quote the text of a report.
  const personal = structured.length === 0 && isPersonal(message)
  const quoted = structured.length === 0 && !mayBeMachine(message)
  const sender = personal || quoted ? [] : mergeStatements(askTier('sender', message, true))
  if (structured.length > 0) return enrich(structured, sender.length > 0 ? sender : askTier('last', message, true))
  if (sender.length > 0) return sender
  const kind = askTier('kind', message, true)
  return kind.length > 0 || personal ? kind : mergeStatements(askTier('last', message, true))
}

/** A report that leaves something open that its text may say. */
function isOpen({ recipient, diagnostic, replyCode, enhancedCode }: Statement): boolean {
  return recipient === null || diagnostic === null || replyCode === null || /\.0\.0$/.test(enhancedCode ?? '.0.0')
}

/** A report by its headers that carries what reports carry: a status, a message that came back, or words of failure. */
function isUnreadReport(message: ParsedMessage): boolean {
  if (!looksLikeReport(message) || isPersonal(message) || message.headers.has('list-unsubscribe')) return false
  if (message.deliveryStatus.length > 0 || message.returned !== null) return true
  return hasBounceSubject(message) && tellsFailure(message.text.slice(0, MAX_WORDS))
}

function unrecognised(message: ParsedMessage): Statement {
  return state({
    kind: kindByWords(message, ''),
    recipient: null,
    evidence: {
      detector: 'none',
      rule: 'unrecognised',
      part: 'headers',
      excerpt: `${message.headers.get('subject') ?? ''}\n${message.text.slice(0, 500)}`,
    },
    remark: 'It looks like a bounce, but names no recipient in a form that is known.',
  })
}

function nothing(message: ParsedMessage): Statement {
  const kind = message.readable ? 'other' : 'unreadable'
  const excerpt = message.headers.get('subject') ?? ''
  return state({
    kind,
    recipient: null,
    evidence: { detector: 'none', rule: kind, part: 'headers', excerpt },
    remark: message.remark,
  })
}

/**
 * What a message states, one statement for each recipient and kind; at least one. A mail that looks like a bounce and
 * names nobody is a `bounce` (or a `delay`) with recipient null; a report that someone passed on as an attachment is read too.
 */
export function detect(message: ParsedMessage): Statement[] {
  if (!message.readable) return [nothing(message)]
  const statements = consult(message)
  if (statements.length > 0) return statements
  const inner = message.attached
  if (inner?.readable && looksLikeReport(inner)) {
    const passedOn = consult(inner)
    if (passedOn.length > 0) return passedOn
  }
  const unnamed = askTier('unnamed', message, true)
  if (unnamed.length > 0) return unnamed
  return isUnreadReport(message) ? [unrecognised(message)] : [nothing(message)]
}
