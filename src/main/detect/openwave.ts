/**
 * Openwave Email Mx and InterMail, and Netscape Messaging Server before them (Cox, Charter, many telephone companies):
 * "This Message was undeliverable due to the following reason:", sentences that say why, then the addresses in brackets,
 * or `Recipient: <address>` with `Reason:` below. `Please reply to <Postmaster@…>` ends it.
 */
import type { ParsedMessage } from '../message/types.ts'
import { isNotice, noted, unwrap } from './notice.ts'
import { kindByWords } from './phrases.ts'
import { between, paragraphs, recipientBlocks } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'openwave'

const INTRO =
  /^[ \t]*This message (?:was undeliverable|(?:has|is) [^\n]{0,40}) (?:due to|for) the following reasons?:/im
/** Whoever reads the notice is told to write there; what follows is no recipient. */
const END = /^[ \t]*Please reply to |^[ \t]*The return address was /m

const LABELLED = /^[ \t]*Recipient:[ \t]*<([^\s<>]+@[^\s<>]+)>[ \t]*()$/
const BRACKETED = /^[ \t]*(?:SMTP[ \t]+)?<([^\s<>]+@[^\s<>]+)>(?::[ \t]*(.*)|[ \t]*())$/
const ANSWER = /^(?:>>>.*\n)?(?:Reason:|<<<)[ \t]*([\s\S]*)/

/** Says no more than that addresses follow. */
const LIST_FOLLOWS = /^The following recipients did not receive (?:your|this) message:$/
/** The host that did not answer within the time. */
const SILENT_HOST = /^(?:The )?(?:remote )?host ([A-Za-z0-9.-]+\.[A-Za-z0-9-]+) is not responding/im

/** What is said before the first recipient, without the line that introduces it. */
function sentencesBefore(text: string, line: RegExp): string {
  const lines = text.split('\n')
  const first = lines.findIndex((one) => line.test(one))
  const before = lines.slice(0, first < 0 ? 0 : first).join('\n')
  const told = between(before, INTRO) ?? before
  return paragraphs(told)
    .map(unwrap)
    .filter((paragraph) => !LIST_FOLLOWS.test(paragraph))
    .join('\n')
}

export const openwave: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Openwave Email Mx, InterMail, Netscape Messaging Server',
  source:
    'faq.asahi-net.jp "causes by case" (sentences on the account); GNU Mailman Bouncers/Netscape.py, Caiwireless.py; rb-sisimai lib/sisimai/lhost/ezweb.rb',
  words: [INTRO],
  gate: (message: ParsedMessage) => isNotice(message, INTRO),
  detect(message): Statement[] {
    const end = END.exec(message.text)
    const text = end ? message.text.slice(0, end.index) : message.text
    const labelled = recipientBlocks(text, LABELLED)
    if (labelled.length > 0) {
      return labelled.flatMap(({ recipient, reason }) =>
        noted({ detector: NAME, rule: 'recipient' }, recipient, ANSWER.exec(reason)?.[1]?.trim() || reason || null),
      )
    }
    const sentences = sentencesBefore(text, BRACKETED)
    return recipientBlocks(text, BRACKETED).flatMap(({ recipient, reason }) => {
      const told = reason.split('\n\n')[0] ?? ''
      const words = [told, sentences].filter(Boolean).join('\n')
      const host = SILENT_HOST.exec(text)?.[1]?.toLowerCase()
      const extra = { kind: kindByWords(message, words), ...(host === undefined ? {} : { remoteMta: host }) }
      return noted({ detector: NAME, rule: 'sentence' }, recipient, words || null, extra)
    })
  },
}
