/** m-FILTER (Digital Arts). Japanese words, the recipients, then framed parts: `-------server message`, `-------SMTP command`. */
import { ADDRESS, noted } from './notice.ts'
import { between } from './text.ts'
import { stageOf } from './transcript.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'm-filter'

const MESSAGE = /^-{5,}[ \t]*server message[ \t]*$/m
const COMMAND = /^-{5,}[ \t]*SMTP command[ \t]*$/m
const FRAME = /^-{5,}/m
const LINE = new RegExp(`^[ \\t]*<?(${ADDRESS})>?[ \\t]*$`)

export const mFilter: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'm-FILTER: server message',
  source: 'rb-sisimai lib/sisimai/lhost/mfilter.rb (frames of the notice)',
  words: [MESSAGE],
  gate: (message) => MESSAGE.test(message.text),
  detect({ text }): Statement[] {
    const reply = between(text, MESSAGE, FRAME)?.trim() ?? ''
    const stage = stageOf(between(text, COMMAND, FRAME)?.trim() ?? '')
    const list = text.slice(0, text.search(MESSAGE)).split('\n')
    return list.flatMap((line) => {
      const address = LINE.exec(line)?.[1]
      return address === undefined ? [] : noted({ detector: NAME, rule: 'frames' }, address, reply || null, { stage })
    })
  },
}
