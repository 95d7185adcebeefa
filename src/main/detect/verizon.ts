/**
 * Verizon Wireless picture messages (vzwpix.com). `Message could not be delivered to mobile.`, `Error: …`, and the header lines of
 * the original, whose To is the recipient. Its text gateway, vtext.com, is an Apache James and is read as such.
 */
import { firstAddress } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { noted } from './notice.ts'
import { returnedRecipient } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'verizon'

const INTRO = /^\s*Message could not be delivered to mobile\b/m
const ERROR = /^Error:[ \t]*(\S.*)$/m
const TO = /^To:[ \t]*(.*)$/m

export const verizon: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Verizon Wireless picture messages',
  source: 'rb-sisimai lib/sisimai/lhost/verizon.rb (lines of vzwpix.com)',
  words: [INTRO],
  gate: (message) => INTRO.test(message.text),
  detect(message: ParsedMessage): Statement[] {
    const recipient = firstAddress(TO.exec(message.text)?.[1] ?? '') ?? returnedRecipient(message)
    return noted({ detector: NAME, rule: 'mobile' }, recipient, ERROR.exec(message.text)?.[1]?.trim() ?? null)
  },
}
