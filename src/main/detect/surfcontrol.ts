/**
 * SurfControl (Websense) E-mail Filter. `Your message could not be sent.`, `Addressed To: address`, then the attempts:
 * `Failed to send to identified host,` and `address: [ip], 550 …`.
 */
import { ADDRESS, noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'surfcontrol'

const INTRO = /^Your message could not be sent\.[ \t]*\n\s*A transcript of the attempts to send the message follows\./m
const ADDRESSED = new RegExp(`^Addressed To:[ \\t]*<?(${ADDRESS})>?[ \\t]*$`, 'gm')
const ATTEMPT = new RegExp(`^<?(${ADDRESS})>?: (?:\\[([^\\]\\s]+)\\], )?(\\S.*)$`, 'gm')

export const surfcontrol: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'SurfControl E-mail Filter: transcript of attempts',
  source: 'rb-sisimai lib/sisimai/lhost/surfcontrol.rb (lines of the notice)',
  words: [INTRO],
  gate: (message) => INTRO.test(message.text),
  detect({ text }): Statement[] {
    const attempts = [...text.matchAll(ATTEMPT)]
    return [...text.matchAll(ADDRESSED)].flatMap(([, address = '']) => {
      // The last attempt decides.
      const last = attempts.filter((one) => one[1]?.toLowerCase() === address.toLowerCase()).pop()
      return noted({ detector: NAME, rule: 'attempts' }, address, last?.[3] ?? null, { remoteMta: last?.[2] ?? null })
    })
  },
}
