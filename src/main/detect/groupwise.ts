/**
 * Novell GroupWise. "The message that you sent was undeliverable to the following:", then a line a recipient with the
 * reason in parentheses. Local recipients stand without their domain; the returned message completes them.
 */
import type { ParsedMessage } from '../message/types.ts'
import { noted, recipientWithLocalPart } from './notice.ts'
import { between } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'groupwise'

const INTRO =
  /^[ \t]*The (?:attached )?(?:message|file|mail) (?:that )?you sent was undeliverable to the following:?[ \t]*$/im
const END = /^(?:Possibly truncated original message|Original message)/m
const LINE = /^[ \t]*(\S.*?)(?:[ \t]+\((.*)\))?[ \t]*$/

export const groupwise: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Novell GroupWise: undeliverable to the following',
  source:
    'rjbs/Mail-DeliveryStatus-BounceParser p_novell_groupwise_5_2 (shows a notice); Novell GroupWise troubleshooting guide',
  words: [INTRO],
  gate: (message) => INTRO.test(message.text),
  detect(message: ParsedMessage): Statement[] {
    const list = between(message.text, INTRO, END) ?? ''
    return list.split('\n').flatMap((line) => {
      const [, named = '', reason] = LINE.exec(line) ?? []
      if (named === '' || /\s/.test(named)) return []
      const recipient = named.includes('@') ? named : recipientWithLocalPart(named, message)
      return noted({ detector: NAME, rule: 'list' }, recipient, reason ?? null)
    })
  },
}
