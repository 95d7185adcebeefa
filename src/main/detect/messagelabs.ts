/**
 * MessageLabs, later Symantec and Broadcom Email Security.cloud: "This is the mail delivery agent at …", the addresses, then
 * `Reason:` with the reply; facts about the message follow in sentences.
 */
import type { ParsedMessage } from '../message/types.ts'
import { ADDRESS, isNotice, noted } from './notice.ts'
import { kindByWords } from './phrases.ts'
import { between } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'messagelabs'

const INTRO = /^[ \t]*This is the mail delivery agent at \S/m
const LIST = /^[^\n]*\b(?:deliver|delayed|delay)[^\n]*(?:\n[^\n]+)?\bfollowing address(?:es)?[.:][ \t]*$/im
const LINE = new RegExp(`^[ \\t]*<?(${ADDRESS})>?[ \\t]*:?[ \\t]*$`)
const REASON = /^[ \t]*Reason:[ \t]*/m
const FACTS = /^[ \t]*(?:The message (?:subject|date|identifier|reference) was:|Please do not reply)/m

export const messagelabs: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'MessageLabs, Symantec Email Security.cloud',
  source: 'rb-sisimai lib/sisimai/lhost/messagelabs.rb; Broadcom Email Security.cloud help, "Non-delivery reports"',
  words: [INTRO],
  gate: (message: ParsedMessage) => isNotice(message, INTRO) && REASON.test(message.text),
  detect(message): Statement[] {
    const list = between(message.text, LIST, REASON) ?? ''
    const reason = between(message.text, REASON, FACTS)?.trim() ?? ''
    return list
      .split('\n')
      .flatMap((line) => LINE.exec(line)?.[1] ?? [])
      .flatMap((address) =>
        noted({ detector: NAME, rule: 'reason' }, address, reason || null, { kind: kindByWords(message, reason) }),
      )
  },
}
