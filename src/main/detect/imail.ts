/**
 * Ipswitch IMail (SMTP32). A line a recipient, the reason in front: `Unknown user: address`, `undeliverable to address`,
 * `Delivery failed 20 attempts: address`; what the other server said stands below.
 */
import type { ParsedMessage } from '../message/types.ts'
import { ADDRESS, noted } from './notice.ts'
import { recipientBlocks } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'imail'

const MAILER = /^<?SMTP32 v/i
const SUBJECT = /^\s*Undeliverable Mail\s*$/i
const FOLLOWS = /^Original message follows\.?[ \t]*$/m

const COLON = new RegExp(`^([A-Z][A-Za-z0-9 ,.'/-]{4,80}):[ \\t]*(${ADDRESS})[ \\t]*$`)
const TO = new RegExp(`^undeliverable to (${ADDRESS})[ \\t]*$`, 'i')
/** Either form, the address in the first group. */
const LINE = new RegExp(`^(?:[A-Z][A-Za-z0-9 ,.'/-]{4,80}:|undeliverable to)[ \\t]*(${ADDRESS})[ \\t]*()$`, 'i')
const NO_REASON = /^(?:To|Cc|From|Date|Subject|Sender|Reply-To|Message-Id)$/i

/** What stood in front of the address, and what the other server answered. */
function reasonOf(text: string, recipient: string, below: string): string {
  const line = text.split('\n').find((one) => one.toLowerCase().trim().endsWith(recipient.toLowerCase())) ?? ''
  const front = TO.test(line) ? '' : (COLON.exec(line.trim())?.[1] ?? '')
  const answer = below.split(/\n(?=Original message follows)/)[0] ?? ''
  return [front, answer.replace(/^Body of message generated response:\s*/i, '').trim()].filter(Boolean).join('\n')
}

export const imail: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Ipswitch IMail (SMTP32)',
  source: 'GNU Mailman Bouncers/SMTP32.py; rb-sisimai lib/sisimai/lhost/imailserver.rb (lines of SMTP32)',
  gate: (message: ParsedMessage) =>
    MAILER.test(message.headers.get('x-mailer') ?? '') ||
    (SUBJECT.test(message.headers.get('subject') ?? '') && FOLLOWS.test(message.text)),
  detect({ text }): Statement[] {
    return recipientBlocks(text, LINE).flatMap(({ recipient, reason }) => {
      const line = text.split('\n').find((one) => one.includes(recipient)) ?? ''
      if (NO_REASON.test(COLON.exec(line.trim())?.[1] ?? '')) return []
      return noted({ detector: NAME, rule: 'line' }, recipient, reasonOf(text, recipient, reason) || null)
    })
  },
}
