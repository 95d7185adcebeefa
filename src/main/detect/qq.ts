/** Tencent: QQ Mail and its business mail. A page in Chinese: `无法发送到 address`, `退信原因` with `host … said: …`, `解决方案`. */
import { allOf, readChineseNotice } from './chinese-notice.ts'
import { ADDRESS, isNotice } from './notice.ts'
import type { Detector } from './types.ts'

const NAME = 'qq'

const INTRO = /您发送的邮件被退回，以下是该邮件的相关信息|被退回邮件/
const RECIPIENT = new RegExp(`无法发送到[ \\t\\n:：<]*(${ADDRESS})`, 'g')

export const qq: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'QQ Mail, Tencent business mail',
  source:
    'service.mail.qq.com (reasons of returned mail); github.com/dreamhunter2333/cloudflare_temp_email issue 52 (a page)',
  words: [INTRO],
  gate: (message) => isNotice(message, INTRO),
  detect: (message) => readChineseNotice(NAME, message, allOf(message.text, RECIPIENT)),
}
