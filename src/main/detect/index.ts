/** The detect room: a `ParsedMessage` in, what it states about each recipient out. Pure. */
import type { ParsedMessage } from '../message/types.ts'
import { enrich, mergeStatements } from './merge.ts'
import { kindByWords, tellsFailure } from './phrases.ts'
import { DETECTORS } from './registry.ts'
import { hasBounceSubject, isAnswer, isFromMailSystem, isPersonal, looksLikeReport, mayBeMachine } from './signs.ts'
import { state } from './statement.ts'
import type { Detector, Statement, Tier } from './types.ts'
import { mayConcern } from './wanted.ts'
import { shortened } from './words.ts'

export type { Detector, SmtpStage, Statement, Tier } from './types.ts'

/** Characters in which words of failure are looked for. */
const MAX_WORDS = 8_000

const BY_TIER = Map.groupBy(DETECTORS, ({ tier }: Detector) => tier)

function askTier(tier: Tier, message: ParsedMessage, first: boolean): Statement[] {
  const seen = tier === 'sender' ? shortened(message) : message
  const all: Statement[] = []
  for (const detector of BY_TIER.get(tier) ?? []) {
    // The text is read only for those that go by its words: a complete report needs none of it.
    if (detector.words && !mayConcern(detector, seen.text)) continue
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
  const words = message.text.slice(0, MAX_WORDS)
  if (!hasBounceSubject(message) || !tellsFailure(words)) return false
  // Couriers report failed deliveries too.
  const all = `${message.headers.get('subject') ?? ''}\n${words}`
  return isFromMailSystem(message) || (OF_MAIL.test(all) && !OF_PARCELS.test(all))
}

/** Words without which no text tells of undelivered mail. */
const OF_MAIL =
  /mail|messages?\b|recipient|smtp|nachricht|empfänger|courriel|destinat|correo|mensaje|messaggi|mensagem|bericht|wiadomo|odbior|письм|сообщени|メール|宛先|邮件|郵件|信件|메일/i
const OF_PARCELS =
  /\b(?:parcels?|packages?|shipments?|courier|tracking (?:number|code|id)|your order|invoice|paket|sendungs?\w*|päckchen|colis|paquetes?|pacco|encomenda|pakket|zending|paczk\w+|przesyłk\w+)\b|посылк|荷物|包裹|快递/i

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

/** Characters that a person may write above a report and still do no more than pass it on. */
const MAX_NOTE = 80

/** An answer to a report that it quotes, or words of one's own about it: a person's letter, whatever stands below. */
function isLetter(message: ParsedMessage): boolean {
  if (message.returned?.part !== 'text' || (mayBeMachine(message) && !isPersonal(message))) return false
  const note = message.text.trim()
  return isAnswer(message) || note.length > MAX_NOTE || /[?？]/.test(note)
}

/** Levels of messages in messages that are opened. */
const MAX_INNER = 5

/** The reports that someone passed on, or a gateway wrapped: of each message inside that is one, what it says. */
function readInner(message: ParsedMessage, level = 0): Statement[] {
  if (level >= MAX_INNER) return []
  const found = message.enclosed.flatMap((inner) => {
    if (!inner.readable) return []
    const own = looksLikeReport(inner) ? consult(inner) : []
    return own.length > 0 ? own : readInner(inner, level + 1)
  })
  return found.length > 0 ? mergeStatements(found) : found
}

/**
 * What a message states, one statement for each recipient and kind; at least one. A mail that looks like a bounce and
 * names nobody is a `bounce` (or a `delay`) with recipient null; a report that someone passed on as an attachment is read too.
 */
export function detect(message: ParsedMessage): Statement[] {
  if (!message.readable) return [nothing(message)]
  const statements = consult(message)
  if (statements.length > 0) return statements
  const passedOn = isLetter(message) ? [] : readInner(message)
  if (passedOn.length > 0) return passedOn
  const unnamed = askTier('unnamed', message, true)
  if (unnamed.length > 0) return unnamed
  return isUnreadReport(message) ? [unrecognised(message)] : [nothing(message)]
}
