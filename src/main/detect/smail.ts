/**
 * Smail 3, and T-Online's mail service, which kept its layout: framed headings, `|---- Failed addresses follow: ----|`, under
 * them ` address ... reason` or ` <address>` with the reply on the next line.
 */
import { ADDRESS, noted } from './notice.ts'
import { between, recipientBlocks } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'smail'

const FAILED = /^[ \t]*\|?-{3,} ?Failed addresses follow: ?-{3,}\|?[ \t]*$/im
const NEXT = /^[ \t]*\|?-{3,} ?Message (?:header|text|log)/im
const LINE = new RegExp(`^[ \\t]{0,3}<?(${ADDRESS})>?(?:[ \\t]+\\.\\.\\.[ \\t]*(.*)|[ \\t]*())$`)

export const smail: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Smail 3 and T-Online: failed addresses in a frame',
  source: 'smail-3.2 src/notify.c; GNU Mailman Bouncers/SimpleMatch.py (Smail)',
  words: [FAILED],
  gate: (message) => FAILED.test(message.text),
  detect({ text }): Statement[] {
    return recipientBlocks(between(text, FAILED, NEXT) ?? '', LINE).flatMap(({ recipient, reason }) => {
      const words = reason.replace(/^(?:failed|deferred): */i, '').trim()
      return noted({ detector: NAME, rule: 'failed-addresses' }, recipient, words || null)
    })
  },
}
