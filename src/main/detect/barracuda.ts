/** Barracuda Spam Firewall. `Your message to: address, address` and `was blocked by our Spam Firewall`, with no word on why. */
import { findAddresses } from '../message/addresses.ts'
import { noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'barracuda'

const NOTICE =
  /^Your message to:?[ \t]*(\S{1,330}[^\n]{0,1000}(?:\n[^\n]{1,1000}){0,20}?)\s+was blocked by (?:our|the) ([^.\n]{0,60}Firewall)/im

export const barracuda: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Barracuda Spam Firewall: blocked',
  source: 'rb-sisimai lib/sisimai/lhost/barracuda.rb (the notice); Barracuda Campus on sender notifications',
  words: [NOTICE],
  gate: (message) => NOTICE.test(message.text),
  detect({ text }): Statement[] {
    const [, recipients = '', firewall = ''] = NOTICE.exec(text) ?? []
    return findAddresses(recipients).flatMap((address) =>
      noted({ detector: NAME, rule: 'blocked' }, address, `blocked by ${firewall}`),
    )
  },
}
