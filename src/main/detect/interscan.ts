/**
 * Trend Micro InterScan (VirusWall, MSS). The session in words, `Sent <<< RCPT TO:<address>` and `Received >>> 550 …`, with the
 * labels in the language of the product, or `Unable to deliver message to <address>`.
 */
import type { ParsedMessage } from '../message/types.ts'
import { noted } from './notice.ts'
import { readTranscript, refusalOf } from './transcript.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'interscan'

const SENDER = /InterScan/i
const WORDS = /InterScan|^\S{2,20} (?:<<<|>>>) (?:RCPT TO|MAIL FROM|DATA)/im
/** A label in front, which Sendmail's lines do not have. The product's arrows point either way. */
const MARKS = {
  sent: /^\S[^<>\n]{0,30} (?:<<<|>>>) +((?:EHLO|HELO|MAIL|RCPT|DATA)\b.*)$/i,
  received: /^\S[^<>\n]{0,30} (?:>>>|<<<) +(\d{3}[ -].*)$/,
}
const UNABLE = /^[ \t]*Unable to deliver (?:the )?message to <([^\s<>]+@[^\s<>]+)>/im

function fromSession(message: ParsedMessage): Statement[] {
  const exchanges = readTranscript(message.text, MARKS)
  const recipients = new Set(exchanges.flatMap((one) => (one.recipient === null ? [] : [one.recipient])))
  return [...recipients].flatMap((recipient) => {
    const refused = refusalOf(recipient, exchanges)
    if (!refused) return []
    const extra = refused.stage ? { stage: refused.stage } : {}
    return noted({ detector: NAME, rule: 'session' }, recipient, refused.reply, extra)
  })
}

export const interscan: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Trend Micro InterScan: session with labels',
  source: 'GNU Mailman Bouncers/SimpleMatch.py (InterScan VirusWall NT); rb-sisimai lib/sisimai/lhost/interscanmss.rb',
  gate: (message) =>
    SENDER.test(message.headers.get('from') ?? '') ||
    SENDER.test(message.headers.get('content-type') ?? '') ||
    WORDS.test(message.text),
  detect(message): Statement[] {
    const told = fromSession(message)
    if (told.length > 0) return told
    const recipient = UNABLE.exec(message.text)?.[1] ?? null
    return recipient === null || !SENDER.test(message.text)
      ? []
      : noted({ detector: NAME, rule: 'unable' }, recipient, null)
  },
}
