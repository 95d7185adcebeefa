/**
 * Sendmail 5 and its many vendor versions: no list of addresses, only the transcript of the session. Each conversation
 * ends with a verdict on an address, `550 <address>... User unknown`; the remote replies stand above it.
 */
import { headline, noted, recipientWithLocalPart } from './notice.ts'
import { localName, readConversations, toldOf } from './sendmail-session.ts'
import { between } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'sendmail-v5'

const SESSION = /^[ \t]*-{3,}[ \t]*Transcript of session follows[ \t]*-{3,}[ \t]*$/m
const END = /^[ \t]*-{3,}[ \t]*(?:Unsent message follows|No message was collected|Message header follows)/m
/** Later versions list addresses too and are read by those lists. */
const LISTS = /^[ \t]*-{2,}[ \t]*The following addresses? (?:had|have) /im

const STILL_TRYING =
  /message (?:is )?still undelivered|Will keep trying until message is|THIS IS A WARNING MESSAGE ONLY/i

export const sendmailV5: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Sendmail 5: transcript of session alone',
  source: '4.3BSD sendmail src/savemail.c (transcript, "Unsent message follows"), src/usersmtp.c',
  words: [SESSION],
  gate: (message) => SESSION.test(message.text) && !LISTS.test(message.text),
  detect(message): Statement[] {
    const conversations = readConversations(between(message.text, SESSION, END) ?? '')
    const kind = STILL_TRYING.test(headline(message)) ? 'delay' : 'bounce'
    const recipients = new Map<string, string>()
    for (const { verdicts, bare } of conversations) {
      const local = bare.map((line) => recipientWithLocalPart(localName(line) ?? '', message))
      for (const recipient of [...verdicts.map((one) => one.recipient), ...local]) {
        if (recipient !== null) recipients.set(recipient.toLowerCase(), recipient)
      }
    }
    return [...recipients.values()].flatMap((recipient) => {
      const told = toldOf(recipient, conversations)
      const extra = { kind, remoteMta: told?.host ?? null, ...(told?.stage ? { stage: told.stage } : {}) } as const
      return noted({ detector: NAME, rule: 'session' }, recipient, told?.reply ?? null, extra)
    })
  },
}
