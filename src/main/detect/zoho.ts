/**
 * Zoho Mail. A line a recipient: `address Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 <reply>`; of one that could not be
 * reached, `[Status: Error, Address: <address>, ResponseCode 421, , Host not reachable.]`.
 */
import { readReplyCode } from '../../shared/smtp.ts'
import { ADDRESS, noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'zoho'

const LINE = new RegExp(`^[ \\t]*<?(${ADDRESS})>?,? +(.*?),? *ERROR[_ ]CODE ?: ?(\\d{3})?(.*)$`, 'i')
const STATUS = /\[Status: [^\]\n]*?\bAddress: <?([^\s<>,]+@[^\s<>,]+)>?,\s*ResponseCode:? ?(\d{3})?,[\s,]*([^\]]*)\]/g
const CODE = /,? *ERROR[_ ]CODE ?: ?(?:- ?)?/i

export const zoho: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Zoho Mail: recipients with error codes',
  source: 'rb-sisimai lib/sisimai/lhost/zoho.rb (lines of the notice)',
  gate: (message) => /ERROR[_ ]CODE ?:|\[Status: /i.test(message.text),
  detect({ text }): Statement[] {
    // Lines of one recipient are wrapped; the next one begins with an address.
    const joined = text.replace(/\n(?![ \t]*\n)(?![^\n]*ERROR[_ ]CODE ?:[^\n]*ERROR[_ ]CODE)(?=[^\s@]+ )/g, ' ')
    const stated = [...text.matchAll(STATUS)].flatMap(([, address = '', code = null, words = '']) =>
      noted({ detector: NAME, rule: 'status' }, address, [code, words.trim()].filter(Boolean).join(' ') || null, {
        replyCode: code,
      }),
    )
    const lines = joined.split('\n').flatMap((line) => {
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
    return [...lines, ...stated]
  },
}
