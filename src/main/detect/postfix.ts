/**
 * Postfix, where its notice comes without the machine-readable part: in old versions, and behind gateways that keep the
 * words alone. After an introduction comes one paragraph a recipient, wrapped at 80 columns: `<address>: reason` or
 * `<address> (expanded from <alias>): reason`. The SMTP server's own error reports print the session instead.
 */
import type { Kind } from '../../shared/bounce.ts'
import type { ParsedMessage } from '../message/types.ts'
import { ADDRESS, hasStatusGroups, noted, type Reader, unwrap } from './notice.ts'
import { paragraphs, readSaid } from './text.ts'
import { readTranscript, refusalOf } from './transcript.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'postfix'

const INTRO = /^\s*This is the (?:Postfix program|mail system) at host \S+/m
const SIGNATURE = /^\s*The (?:Postfix program|mail system)\s*$/m
const DELAYED = /THIS IS A WARNING ONLY|could not be delivered for (?:more than )?\d|It will be retried until it is/
const SUCCESS = /Your message was successfully delivered to the destination|delivery status report you requested/

const RECIPIENT = new RegExp(`^<(${ADDRESS})>(?:\\s*\\(expanded from\\s*<(${ADDRESS})>\\))?:\\s*([\\s\\S]*)$`)

/** `(in reply to RCPT TO command)`, with which every remote reply ends (smtp_trouble.c). */
const IN_REPLY = /\s*\(in reply to [A-Za-z ]+ command\)\s*$|\s*\(in reply to end of DATA command\)\s*$/

/** `host mx.example.com[192.0.2.1] refused to talk to me: …` (smtp_connect.c, smtp_proto.c). */
const HOST = /^(?:host|connect to) ([A-Za-z0-9.-]+\.[A-Za-z0-9-]+)\[/

function kindOf(message: ParsedMessage, reason: string): Kind {
  if (DELAYED.test(message.text)) return 'delay'
  return SUCCESS.test(message.text) && !/\b[45]\d\d[ -]/.test(reason) ? 'delivered' : 'bounce'
}

function fromParagraphs(message: ParsedMessage): Statement[] {
  return paragraphs(message.text).flatMap((paragraph) => {
    const match = RECIPIENT.exec(unwrap(paragraph))
    if (!match) return []
    const [, address = '', alias, reason = ''] = match
    const said = readSaid(reason)
    const diagnostic = said ? said.reply.replace(IN_REPLY, '') : reason
    const extra = {
      kind: kindOf(message, reason),
      diagnostic,
      remoteMta: said?.host ?? HOST.exec(reason)?.[1]?.toLowerCase() ?? null,
      originalRecipient: alias === undefined ? null : address,
    }
    return noted({ detector: NAME, rule: 'recipient-paragraph' }, alias ?? address, reason, extra)
  })
}

const SERVER_REPORT = /^\s*Transcript of session follows\./m
const SERVER_SUBJECT = /Postfix SMTP server: errors from /i
const SERVER_MARKS = { sent: /^ ?In: +(\S.*)$/, received: /^ ?Out: +(\S.*)$/ }

/** smtpd_chat.c smtpd_chat_notify(): the session of a client that met an error, sent to the postmaster. */
function fromServerReport(message: ParsedMessage): Statement[] {
  const by: Reader = { detector: NAME, rule: 'server-session' }
  const exchanges = readTranscript(message.text.replace(/\n {5,}/g, ' '), SERVER_MARKS)
  const recipients = exchanges.map((one) => one.recipient).filter((one) => one !== null)
  return [...new Set(recipients)].flatMap((recipient) => {
    const refusal = refusalOf(recipient, exchanges)
    return refusal ? noted(by, recipient, refusal.reply, refusal.stage ? { stage: refusal.stage } : {}) : []
  })
}

export const postfix: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Postfix notice without its status part',
  source: 'Postfix src/bounce/bounce_notify_util.c, conf/bounce.cf.default, bounce(5); src/smtpd/smtpd_chat.c',
  gate: (message) => !hasStatusGroups(message),
  detect(message): Statement[] {
    if (SERVER_SUBJECT.test(message.headers.get('subject') ?? '') && SERVER_REPORT.test(message.text)) {
      return fromServerReport(message)
    }
    return INTRO.test(message.text) || SIGNATURE.test(message.text) ? fromParagraphs(message) : []
  },
}
