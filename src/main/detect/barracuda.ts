/** Barracuda Spam Firewall. `Your message to: address` and `was blocked by our Spam Firewall`, with no word on why. */
import { ADDRESS, noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'barracuda'

const NOTICE = new RegExp(
  `^Your message to:?[ \\t]*<?(${ADDRESS})>?\\s+was blocked by (?:our|the) ([^.\\n]{0,60}Firewall)`,
  'im',
)

export const barracuda: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Barracuda Spam Firewall: blocked',
  source: 'rb-sisimai lib/sisimai/lhost/barracuda.rb (the notice); Barracuda Campus on sender notifications',
  gate: (message) => NOTICE.test(message.text),
  detect({ text }): Statement[] {
    const [, recipient = '', firewall = ''] = NOTICE.exec(text) ?? []
    return noted({ detector: NAME, rule: 'blocked' }, recipient, `blocked by ${firewall}`)
  },
}
