/** What detectors for single senders share: one statement out of a notice written for people, and when to leave it alone. */
import { readStage } from '../../shared/smtp.ts'
import { findAddresses, isHidden } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { looksLikeReport } from './signs.ts'
import { type Known, state } from './statement.ts'
import { readSaid } from './text.ts'
import type { Statement } from './types.ts'

/** An address as notices write it: a local part, quoted or not, and a domain. For use inside other patterns. */
export const ADDRESS = '(?:"[^"\\n]{1,100}"|[^\\s<>"(),:;]+)@[^\\s<>"\'(),:;]+'

/** What a notice says of one recipient beside the address and the reason. */
export type Extra = Partial<Omit<Known, 'recipient' | 'evidence'>>

/** Who reads: the detector's name and the rule that matched. */
export interface Reader {
  detector: string
  rule: string
}

/**
 * A statement out of a notice in plain text; a bounce unless `extra` says otherwise. Empty where `recipient` is no
 * address and no placeholder of one either, so that callers can spread it.
 */
export function noted(by: Reader, recipient: string | null, reason: string | null, extra: Extra = {}): Statement[] {
  const said = reason === null ? null : readSaid(reason)
  const statement = state({
    kind: 'bounce',
    recipient,
    diagnostic: reason,
    remoteMta: said?.host ?? null,
    stage: reason === null ? null : readStage(reason),
    evidence: { ...by, part: 'text', excerpt: `${recipient ?? ''}\n${reason ?? ''}` },
    ...extra,
  })
  return statement.recipient !== null || statement.remark !== null ? [statement] : []
}

/** True where a delivery-status part names recipients: whatever the text repeats, that part says better. */
export function hasStatusGroups(message: ParsedMessage): boolean {
  return message.deliveryStatus.some((block) => block.perRecipient.length > 0)
}

/**
 * The address that a bare local part stands for: the one recipient of the returned message that has it. Null where the
 * returned message names none or several such; nothing is put together.
 */
export function recipientWithLocalPart(local: string, message: ParsedMessage): string | null {
  const headers = message.returned?.headers
  if (!headers) return null
  const wanted = local.trim().toLowerCase()
  const found = ['to', 'cc', 'x-original-to', 'delivered-to', 'envelope-to', 'resent-to']
    .flatMap((name) => headers.all(name))
    .flatMap((value) => findAddresses(value))
    .filter((address) => address.slice(0, address.lastIndexOf('@')).toLowerCase() === wanted && !isHidden(address))
  const different = new Set(found.map((address) => address.toLowerCase()))
  return different.size === 1 ? (found[0] ?? null) : null
}

/** Lines of a text put back together: a notice wrapped at some column, read as one. */
export function unwrap(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim()
}

/** Subject and the beginning of the text: where a notice says what it is. */
export function headline(message: ParsedMessage, limit = 2_000): string {
  return `${message.headers.get('subject') ?? ''}\n${message.text.slice(0, limit)}`
}

/**
 * True where the notice is the mail's own and nobody's quotation: a mail system sent it by its headers, or the text begins
 * with the words that introduce it.
 */
export function isNotice(message: ParsedMessage, intro: RegExp): boolean {
  const text = message.text.trimStart()
  const at = text.search(intro)
  return at === 0 || (at > 0 && looksLikeReport(message))
}
