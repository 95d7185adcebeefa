/**
 * Yahoo, and the mail that it carries for others. Paragraphs as qmail writes them under Yahoo's own introductions: `Sorry, we
 * were unable to deliver your message to the following address(es).`, `Message from yahoo.com. Unable to deliver message …`.
 * The step of the dialogue stands in brackets at the end: `[RCPT_TO]`.
 */
import { noted } from './notice.ts'
import { recipientBlocks } from './text.ts'
import { stageOf } from './transcript.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'yahoo'

const INTRO =
  /^\s*(?:Sorry, we (?:were unable|could not|couldn't) (?:to )?deliver your message to the following address|Message from\s+\S+\.\s*\n\s*Unable to deliver message to the following address)/i
const RECIPIENT = /^<([^\s<>]+@[^\s<>]+)>:[ \t]*(.*)$/
const STAGE = /\s*\[(RCPT_TO|MAIL_FROM|DATA|EHLO|HELO|CONNECT|FINAL_DATA)\]\s*$/
const END = /\n-{3} (?:Below this line|Original message)/

export const yahoo: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Yahoo failure notice',
  source: 'senders.yahooinc.com/smtp-error-codes; GNU Mailman Bouncers/Yahoo.py, SimpleMatch.py (sbcglobal.net)',
  words: [INTRO],
  gate: (message) => INTRO.test(message.text),
  detect({ text }): Statement[] {
    return recipientBlocks(text, RECIPIENT).flatMap(({ recipient, reason }) => {
      const whole = (reason.split(END)[0] ?? '').trim()
      const stage = STAGE.exec(whole)?.[1]?.replace('_', ' ')
      const words = whole
        .replace(STAGE, '')
        .replace(/^Remote host said:\s*/i, '')
        .trim()
      const extra =
        stage === undefined ? {} : ({ stage: stage === 'FINAL DATA' ? 'end-of-data' : stageOf(stage) } as const)
      return noted({ detector: NAME, rule: 'paragraph' }, recipient, words || null, extra)
    })
  },
}
