/**
 * Reports that tell of a failure and name nobody: who was mailed stands in the variable return path that the report came
 * back to, or is the sole recipient of the message that came back. Asked after everyone else.
 */
import { findAddresses, isHidden, undoVerp } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { kindByWords, reasonOf, tellsFailure } from './phrases.ts'
import { hasBounceSubject, looksLikeReport } from './signs.ts'
import { state } from './statement.ts'
import { readSaid, returnedRecipient, strangers } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'unnamed'

/** Characters of text that are read. */
const MAX_TEXT = 16 * 1024

function found(message: ParsedMessage): { recipient: string; rule: string } | null {
  for (const name of ['x-original-to', 'delivered-to', 'envelope-to', 'to']) {
    for (const address of message.headers.all(name).flatMap(findAddresses)) {
      const recipient = undoVerp(address)
      if (recipient !== null && !isHidden(recipient)) return { recipient, rule: 'return-path' }
    }
  }
  const returned = returnedRecipient(message)
  if (returned !== null && strangers([returned], message).length === 1)
    return { recipient: returned, rule: 'returned-to' }
  if (!hasBounceSubject(message)) return null
  const last = IN_SUBJECT.exec(message.headers.get('subject') ?? '')?.[1] ?? ''
  const recipient = strangers(findAddresses(last), message)[0]
  return recipient === undefined ? null : { recipient, rule: 'subject' }
}

/** `Undeliverable: user@example.com`, `Mail delivery failed for <user@example.com>`: the address ends the subject. */
const IN_SUBJECT =
  /(?::|\b(?:to|for|an|für|à|para|per|aan|do|user|recipient))\s*["'<(]*([^\s"'<>()]+@[^\s"'<>()]+)["'>)]*\s*$/i

export const unnamed: Detector = {
  name: NAME,
  tier: 'unnamed',
  title: 'A failure whose recipient only its envelope tells',
  source:
    'Variable envelope return paths (cr.yp.to/proto/verp.txt); RFC 3464 §2.3.1 wants the name that such texts leave out',
  gate: looksLikeReport,
  detect(message): Statement[] {
    const text = message.text.slice(0, MAX_TEXT)
    if (!tellsFailure(`${message.headers.get('subject') ?? ''}\n${text}`)) return []
    const named = found(message)
    if (!named) return []
    const reason = reasonOf(text)
    return [
      state({
        kind: kindByWords(message, reason),
        recipient: named.recipient,
        diagnostic: reason,
        remoteMta: readSaid(reason)?.host ?? null,
        evidence: { detector: NAME, rule: named.rule, part: 'headers', excerpt: reason },
      }),
    ]
  },
}
