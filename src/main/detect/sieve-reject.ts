/**
 * A mailbox that refuses after its server took the mail: quota, or its owner's filter (Sieve `reject`). Such refusals come as
 * disposition notifications, of which they are the one kind that is no receipt: "Your message to <address> was automatically
 * rejected:", "refused by the recipient's mail filtering program", and the reason below.
 */
import { readAddress } from '../message/addresses.ts'
import { readGroups } from '../message/fields.ts'
import type { ParsedMessage } from '../message/types.ts'
import { noted } from './notice.ts'
import { between, paragraphs } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'sieve-reject'

const REJECTED = /^[ \t]*Your message to <?([^\s<>@]{1,320}@[^\s<>@]{1,255})>? was automatically rejected:[ \t]*/m
const REFUSED =
  /^[ \t]*(?:This|The) message was refused by the recipient's mail filter(?:ing program)?\.?\s+The reason given was(?: as follows)?:[ \t]*/im
const PART = /^message\/(?:global-)?disposition-notification$/

/** True for a disposition notification that says in words that the message was refused. */
export function isRefusal(message: ParsedMessage): boolean {
  return REJECTED.test(message.text) || REFUSED.test(message.text)
}

/** Who the notification says it is from: Original-Recipient, else Final-Recipient (RFC 8098 §3.2). */
function recipientOf(message: ParsedMessage): string | null {
  const part = message.parts.find(({ type }) => PART.test(type))
  const fields = part ? readGroups(part.text).flatMap((group) => group.fields) : []
  const named = (name: string) => readAddress(fields.find((field) => field.name === name)?.value ?? '')
  return named('original-recipient') ?? named('final-recipient')
}

export const sieveReject: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Refused by a mailbox: quota or Sieve filter (Dovecot, Apache James, Citadel)',
  source:
    'RFC 5429 §2.1.2; dovecot src/lda/lda-settings.c (rejection_reason), mail-send.c; james RejectAction.java; citadel serv_sieve.c',
  gate: isRefusal,
  detect(message): Statement[] {
    const stated = REJECTED.exec(message.text)
    const told = between(message.text, stated ? REJECTED : REFUSED) ?? ''
    const reason = paragraphs(told)[0]?.trim() || null
    const recipient = recipientOf(message) ?? stated?.[1] ?? null
    return noted({ detector: NAME, rule: stated ? 'rejected' : 'refused' }, recipient, reason)
  },
}
