/**
 * NetEase (163, 126, yeah.net) and others on Coremail. A page in Chinese, later with English beside it: `收件人/To` of the
 * original, `退信原因/Bounce reason`, `英文说明` with what the other server said. Only the label of the recipients names them.
 */
import { findAddresses } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { readChineseNotice } from './chinese-notice.ts'
import { isNotice } from './notice.ts'
import { strangers } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'netease'

const INTRO = /您的邮件被退回来了/
/** From the label of the recipients to the next label: copies are named there too. */
const RECIPIENTS =
  /^[ \t]*收件人[ \t]*(?:\/[ \t\n]*To)?[ \t]*[:：]?([\s\S]{0,4000}?)(?=^[ \t]*(?:退信|英文说明|建议|主|时))/m

export const netease: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'NetEase (163, 126), Coremail',
  source: 'lists.gnu.org qemu-devel 2021-10 (a notice quoted); help.mail.163.com (reasons of returned mail)',
  words: [INTRO],
  gate: (message) => isNotice(message, INTRO),
  detect(message: ParsedMessage): Statement[] {
    const named = RECIPIENTS.exec(message.text)?.[1] ?? ''
    return readChineseNotice(NAME, message, strangers(findAddresses(named), message))
  },
}
