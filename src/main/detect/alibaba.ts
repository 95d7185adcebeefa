/** Alibaba Mail. In Chinese: `无法发送到address`, `系统应答：` with its own code in brackets, `退信原因：`, `解决建议：`. */
import { allOf, readChineseNotice } from './chinese-notice.ts'
import { ADDRESS, isNotice } from './notice.ts'
import type { Detector } from './types.ts'

const NAME = 'alibaba'

const INTRO = /您发送的邮件被退回，相关信息如下/
const RECIPIENT = new RegExp(`无法发送到[ \\t\\n:：<]*(${ADDRESS})`, 'g')

export const alibaba: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Alibaba Mail',
  source: 'github.com/lisijie/webcron issue 14 (a notice), github.com/songquanpeng/message-pusher issue 127 (labels)',
  words: [INTRO],
  gate: (message) => isNotice(message, INTRO),
  detect: (message) => readChineseNotice(NAME, message, allOf(message.text, RECIPIENT)),
}
