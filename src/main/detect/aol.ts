/**
 * AOL's AirMail, on members who take no mail from a sender: screen names in a list, without their domain. The returned message
 * tells the address; else a screen name is the local part at aol.com, of which the notice itself comes.
 */
import type { ParsedMessage } from '../message/types.ts'
import { noted, recipientWithLocalPart } from './notice.ts'
import { between } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'aol'

const INTRO =
  /^[\s\S]{0,200}?Your mail to the following recipients could not be delivered because they are not accepting mail\b[^\n]*(?:\n[^\n]*:[ \t]*$|$)/im
/** Looked for first: the introduction is tried at every beginning of a line. */
const WORDS = /are not accepting mail/i
const NAME_LINE = /^[ \t]+([A-Za-z][A-Za-z0-9._-]{2,31}(?:@[A-Za-z0-9.-]+)?)[ \t]*$/

function addressOf(name: string, message: ParsedMessage): string | null {
  if (name.includes('@')) return name
  const fromAol = /@aol\.com\b/i.test(message.headers.get('from') ?? '')
  return recipientWithLocalPart(name, message) ?? (fromAol ? `${name}@aol.com` : null)
}

export const aol: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'AOL: members who accept no mail from the sender',
  source: 'rjbs/Mail-DeliveryStatus-BounceParser p_aol_senderblock (shows the notice)',
  words: [WORDS],
  gate: ({ text }) => WORDS.test(text) && INTRO.test(text),
  detect(message): Statement[] {
    const list = between(message.text, INTRO) ?? ''
    const reason = 'could not be delivered because they are not accepting mail'
    return list.split('\n').flatMap((line) => {
      const name = NAME_LINE.exec(line)?.[1]
      return name === undefined ? [] : noted({ detector: NAME, rule: 'screen-names' }, addressOf(name, message), reason)
    })
  },
}
