/**
 * Apache James, and services built on it (vtext.com). DSNBounce and its forerunner write "Hi. This is the James mail server
 * at …" with the recipients and the error below; the notifying mailets write an error and the `Message details:`, among
 * them the lines `MAIL FROM:` and `RCPT TO:` of the envelope.
 */
import type { ParsedMessage } from '../message/types.ts'
import { ADDRESS, noted } from './notice.ts'
import { between, paragraphs } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'james'

const INTRO = /^\s*Hi\. This is the James mail server at \S+/
const RECIPIENTS = /^Failed recipient\(s\):[ \t]*$/m
const ERROR = /^Error message:[ \t]*$/m
const LINE = new RegExp(`^[ \\t]*(${ADDRESS})[ \\t]*$`)

const DETAILS = /^Message details:[ \t]*$/m
const RCPT = new RegExp(`^  RCPT TO: (${ADDRESS})((?:\\n {11}${ADDRESS})*)[ \\t]*$`, 'm')
const ERROR_BELOW = /^Error message below:[ \t]*$/m

function fromIntro(text: string): Statement[] {
  const list = RECIPIENTS.test(text) ? (between(text, RECIPIENTS, ERROR) ?? '') : (paragraphs(text)[1] ?? '')
  const addresses = list.split('\n').flatMap((line) => LINE.exec(line)?.[1] ?? [])
  const told = ERROR.test(text)
    ? between(text, ERROR)
    : list
        .split('\n')
        .filter((line) => !LINE.test(line))
        .join('\n')
  const reason = paragraphs(told ?? '')[0]?.trim() ?? paragraphs(text)[2]?.trim() ?? ''
  return addresses.flatMap((address) => noted({ detector: NAME, rule: 'dsn-bounce' }, address, reason || null))
}

function fromDetails(text: string): Statement[] {
  const rcpt = RCPT.exec(text.slice(text.search(DETAILS)))
  const addresses = `${rcpt?.[1] ?? ''}${rcpt?.[2] ?? ''}`.split('\n').map((line) => line.trim())
  const reason = between(text, ERROR_BELOW, DETAILS)?.trim() ?? between(text, /^/, DETAILS)?.trim() ?? ''
  return addresses.flatMap((address) => noted({ detector: NAME, rule: 'message-details' }, address, reason || null))
}

export const james: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Apache James',
  source: 'apache/james-project mailets DSNBounce.java, redirect/NotifyMailetsMessage.java',
  words: [INTRO, DETAILS],
  gate: (message: ParsedMessage) =>
    INTRO.test(message.text) ||
    (DETAILS.test(message.text) && RCPT.test(message.text) && /^ {2}MAIL FROM: /m.test(message.text)),
  detect({ text }): Statement[] {
    return INTRO.test(text) ? fromIntro(text) : fromDetails(text)
  },
}
