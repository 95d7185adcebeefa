/** Zoho Mail. A line a recipient: `address Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 <reply>`. */
import { readReplyCode } from '../../shared/smtp.ts'
import { ADDRESS, noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'zoho'

const LINE = new RegExp(`^[ \\t]*<?(${ADDRESS})>?,? +(.*?),? *ERROR[_ ]CODE ?: ?(\\d{3})?(.*)$`, 'i')
const CODE = /,? *ERROR[_ ]CODE ?: ?(?:- ?)?/i

export const zoho: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Zoho Mail: recipients with error codes',
  source: 'zoho.com/mail/help (bounce messages and their codes); rb-sisimai lib/sisimai/lhost/zoho.rb',
  gate: (message) => /ERROR[_ ]CODE ?:/i.test(message.text),
  detect({ text }): Statement[] {
    // Lines of one recipient are wrapped; the next one begins with an address.
    const joined = text.replace(/\n(?![ \t]*\n)(?![^\n]*ERROR[_ ]CODE ?:[^\n]*ERROR[_ ]CODE)(?=[^\s@]+ )/g, ' ')
    return joined.split('\n').flatMap((line) => {
      const [, address, words = '', code, rest = ''] = LINE.exec(line) ?? []
      if (address === undefined) return []
      const tail = rest
        .split(CODE)
        .join(' ')
        .replace(/^[\s,-]+/, '')
        .trim()
      const reason = [code, tail === '' ? words : tail].filter(Boolean).join(' ')
      const replyCode = code ?? readReplyCode(reason)
      return noted({ detector: NAME, rule: 'error-code' }, address, reason || null, { replyCode })
    })
  },
}
