/**
 * MailEnable. "Message could not be delivered to some recipients.", then pairs of lines, `Recipient: [SMTP:address]` and
 * `Reason: …`.
 */
import { noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'mailenable'

const RECIPIENT = /^[ \t]*Recipient:[ \t]*\[(?:SMTP|SF|LS):([^\]\s]+@[^\]\s]+)\][ \t]*$/im
const DELAYED = /has been delayed|will (?:continue to )?(?:be retried|retry|try again)|delivery delay/i
const END = /^[ \t]*(?:Message headers follow|Recipient:)/im

export const mailenable: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'MailEnable: bracketed recipients with reasons',
  source:
    'GNU Mailman Bouncers/SimpleMatch.py (MailEnable); MailEnable help, "SMTP delivery options" (delay notifications)',
  words: [RECIPIENT],
  gate: (message) => RECIPIENT.test(message.text),
  detect({ text }): Statement[] {
    const kind = DELAYED.test(text.slice(0, text.search(RECIPIENT))) ? 'delay' : 'bounce'
    return text.split(new RegExp(`(?=${RECIPIENT.source})`, 'im')).flatMap((part) => {
      const match = RECIPIENT.exec(part)
      if (!match) return []
      const rest = part.slice(match.index + match[0].length)
      const end = END.exec(rest)
      const reason = (end ? rest.slice(0, end.index) : rest).replace(/^\s*Reason:[ \t]*/i, '').trim()
      return noted({ detector: NAME, rule: 'recipient-reason' }, match[1] ?? null, reason || null, { kind })
    })
  },
}
