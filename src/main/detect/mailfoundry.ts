/** MailFoundry. `Unable to deliver message to: <address>`, then the reason: `mx[ip] responded with failure: <reply>`. */
import { ADDRESS, noted } from './notice.ts'
import { between, paragraphs } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'mailfoundry'

const RECIPIENT = new RegExp(`^Unable to deliver message to: <?(${ADDRESS})>?[ \\t]*$`, 'm')
const REASON = /^Delivery failed for the following reason:[ \t]*$/m
const RESPONDED = /^(\S+?)\[[0-9A-Fa-f.:]+\] responded with failure: ([\s\S]*)$/

export const mailfoundry: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'MailFoundry notice',
  source: 'rb-sisimai lib/sisimai/lhost/mailfoundry.rb (lines of the notice)',
  words: [RECIPIENT],
  gate: (message) => RECIPIENT.test(message.text) && REASON.test(message.text),
  detect({ text }): Statement[] {
    const [reason = ''] = paragraphs(between(text, REASON) ?? '')
    const responded = RESPONDED.exec(reason.trim())
    const words = (responded?.[2] ?? reason).split(/\nThis has been a /)[0]?.trim() ?? ''
    const extra = { remoteMta: responded?.[1]?.toLowerCase() ?? null }
    return noted({ detector: NAME, rule: 'reason' }, RECIPIENT.exec(text)?.[1] ?? null, words || null, extra)
  },
}
