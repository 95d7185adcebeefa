/**
 * OpenSMTPD. "Hi! This is the MAILER-DAEMON, please DO NOT REPLY", what happened, then a line a recipient: `address: reason`.
 * The first versions wrote `Recipient: address` and `Reason: …` instead. Later ones add a status part that lacks the reply.
 */
import type { Kind } from '../../shared/bounce.ts'
import { ADDRESS, noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'opensmtpd'

const INTRO = /This is the MAILER-DAEMON, please DO NOT REPLY to this e-?mail/
const DELAYED = /A message is delayed for more than|this is only a temporary failure report/
const DELIVERED = /Your message was (?:successfully delivered to|relayed to) these recipients/
const LINE = new RegExp(`^(?:\\s{0,4})(${ADDRESS}): +(\\S.*)$`)
const NO_REASON = new RegExp(`^(${ADDRESS}):?\\s*$`)
const OLD = new RegExp(`^Recipient: (${ADDRESS})\\s*\\nReason:\\s*\\n?(.*)$`, 'gm')

export const opensmtpd: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'OpenSMTPD delivery status notification',
  source: 'OpenSMTPD usr.sbin/smtpd/bounce.c (NOTICE_INTRO, notice_error, notice_warning, notice_success)',
  words: [INTRO],
  gate: (message) => INTRO.test(message.text),
  detect(message): Statement[] {
    const { text } = message
    const kind: Kind = DELAYED.test(text) ? 'delay' : DELIVERED.test(text) ? 'delivered' : 'bounce'
    const old = [...text.matchAll(OLD)]
    if (old.length > 0) {
      return old.flatMap((one) =>
        noted({ detector: NAME, rule: 'recipient-field' }, one[1] ?? '', one[2] || null, { kind }),
      )
    }
    return text.split('\n').flatMap((line) => {
      const match = LINE.exec(line) ?? NO_REASON.exec(line)
      return match ? noted({ detector: NAME, rule: 'line' }, match[1] ?? '', match[2] ?? null, { kind }) : []
    })
  },
}
