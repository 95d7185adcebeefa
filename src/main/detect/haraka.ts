/** Haraka. qmail's introduction with its own name, then `Intended Recipients:` (a comma list) and `Failure Reason:`. */
import { splitAddresses } from '../message/addresses.ts'
import { noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'haraka'

const INTRO = /^\s*Hi\. This is the Haraka Mailer program at \S+/
const RECIPIENTS = /^Intended Recipients:[ \t]*(.*(?:\n[ \t]+\S.*)*)$/m
const REASON = /^Failure Reason:[ \t]*([\s\S]*?)(?:\n[ \t]*\n|$(?![\s\S]))/m

export const haraka: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Haraka bounce message',
  source: 'haraka/Haraka config/outbound.bounce_message, outbound/hmail.js populate_bounce_message()',
  words: [INTRO],
  gate: (message) => INTRO.test(message.text),
  detect({ text }): Statement[] {
    const reason = REASON.exec(text)?.[1]?.trim() ?? ''
    return splitAddresses(RECIPIENTS.exec(text)?.[1] ?? '').flatMap((recipient) =>
      noted({ detector: NAME, rule: 'fields' }, recipient, reason || null),
    )
  },
}
