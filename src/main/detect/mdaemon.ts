/**
 * MDaemon. "The following addresses did NOT receive a copy of your message:", a line `> address` each, then the session:
 * `-->` what was sent, `<--` what came back. A warning is worded likewise and says that it will be tried again.
 */
import type { ParsedMessage } from '../message/types.ts'
import { ADDRESS, headline, noted } from './notice.ts'
import { between } from './text.ts'
import { readTranscript, refusalOf } from './transcript.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'mdaemon'

const LIST =
  /^The following addresses? (?:did NOT receive|ha(?:s|ve) not (?:yet )?received) a copy of your message:?[ \t]*$/im
const SESSION = /^-{2,} ?Session Transcript ?-{2,}[ \t]*$/m
const SESSION_END = /^-{2,} ?End (?:Of )?(?:Session )?Transcript ?-{2,}/im
const LINE = new RegExp(`^[ \\t]*>[ \\t]*<?(${ADDRESS})>?(?:[ \\t]+(\\S.*))?[ \\t]*$`)
const DELAYED =
  /TRANSIENT (?:\S+ )?delivery errors?|will (?:continue to )?(?:attempt|try|retry)|no action (?:is )?(?:required|needed)/i
/** MDaemon's log lines may begin with a time stamp. */
const MARKS = { sent: /^[^<>\n]{0,40}--> ?(\S.*)$/, received: /^[^<>\n]{0,40}<-- ?(\S.*)$/ }

export const mdaemon: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'MDaemon: addresses that did not receive a copy, with the session',
  source:
    'MDaemon manual, "DSN settings" (DELERR.DAT, DELWARN.DAT, session transcripts); GNU Mailman Bouncers/SimpleMatch.py',
  words: [LIST],
  gate: (message: ParsedMessage) => LIST.test(message.text),
  detect(message): Statement[] {
    const kind = DELAYED.test(headline(message)) ? 'delay' : 'bounce'
    const exchanges = readTranscript(between(message.text, SESSION, SESSION_END) ?? '', MARKS)
    const list = between(message.text, LIST, /^-{2,}/m) ?? ''
    return list.split('\n').flatMap((line) => {
      const [, recipient = '', words] = LINE.exec(line) ?? []
      if (recipient === '') return []
      const refused = refusalOf(recipient, exchanges)
      const extra = { kind, ...(refused?.stage ? { stage: refused.stage } : {}) } as const
      return noted({ detector: NAME, rule: 'list' }, recipient, refused?.reply ?? words ?? null, extra)
    })
  },
}
