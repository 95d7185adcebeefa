/**
 * Google Groups: a group does not exist, or the sender may not post to it. A letter in the reader's language without any code,
 * signed "Google Groups"; X-Failed-Recipients names the group.
 */
import { splitAddresses } from '../message/addresses.ts'
import { noted } from './notice.ts'
import { paragraphs } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'google-groups'

const FROM = /mailer-daemon@(?:google(?:mail)?|gmail)\.com/i
const LETTER =
  /https:\/\/groups\.google\.com\/|https:\/\/support\.google\.com\/(?:a\/[^/\s]+\/bin\/topic|groups)|^Google Groups\s*$/m

export const googleGroups: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Google Groups: no such group, or not allowed to post',
  source: 'Google Groups help (who may post); rb-sisimai lib/sisimai/lhost/googlegroups.rb (the letter)',
  gate: (message) =>
    FROM.test(message.headers.get('from') ?? '') &&
    message.headers.has('x-failed-recipients') &&
    LETTER.test(message.text),
  detect(message): Statement[] {
    // The greeting is a paragraph of its own; the one behind it says what is wrong.
    const reason =
      paragraphs(message.text)
        .find((paragraph) => paragraph.length > 80)
        ?.trim() ?? null
    return message.headers
      .all('x-failed-recipients')
      .flatMap((value) => splitAddresses(value))
      .flatMap((group) => noted({ detector: NAME, rule: 'letter' }, group, reason))
  },
}
