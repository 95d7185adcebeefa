/** SmarterMail. "Could not deliver message to the following recipient(s):", then `Failed Recipient:` and `Reason:` in turn. */
import { ADDRESS, noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'smartermail'

const RECIPIENT = new RegExp(`^[ \\t]*Failed Recipient:[ \\t]*<?(${ADDRESS})>?[ \\t]*$`, 'im')
const END = /\n[ \t]*(?:--|\n[ \t]*\S.*header|Failed Recipient:)/i

export const smartermail: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'SmarterMail: failed recipients with reasons',
  source:
    'GNU Mailman Bouncers/SimpleMatch.py ("Could not deliver message to"); rackteam.com knowledge base a136 shows notices',
  words: [RECIPIENT],
  gate: (message) => RECIPIENT.test(message.text),
  detect({ text }): Statement[] {
    return text.split(new RegExp(`(?=${RECIPIENT.source})`, 'im')).flatMap((part) => {
      const match = RECIPIENT.exec(part)
      if (!match) return []
      const rest = part.slice(match.index + match[0].length)
      const end = END.exec(rest)
      const reason = (end ? rest.slice(0, end.index) : rest).trim().replace(/^Reason:[ \t]*/i, '')
      return noted(
        { detector: NAME, rule: 'recipient-reason' },
        match[1] ?? null,
        reason.replace(/^Remote host said:\s*/i, '') || null,
      )
    })
  },
}
