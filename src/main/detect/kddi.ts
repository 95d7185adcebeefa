/**
 * au and other services of KDDI (ezweb.ne.jp, au.com, dion.ne.jp), half Japanese, half English: a sentence on the account, then
 * `<address>` or `<address>: 550 …`; `Recipient: <address>` with `>>>` and `<<<` below; `Could not be delivered to: <address>`
 * with the reason below.
 */
import type { ParsedMessage } from '../message/types.ts'
import { noted } from './notice.ts'
import { paragraphs } from './text.ts'
import { readTranscript, refusalOf } from './transcript.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'kddi'

const SENDER = /@(?:[a-z0-9-]+\.)*(?:ezweb\.ne\.jp|au\.com|dion\.ne\.jp|auone-net\.jp|uqmobile\.jp)\b/i
const SENTENCE =
  /^(?:The user\(s\) account is .*|Your message was not delivered within .*(?:\n.*)?|Each of the following recipients was rejected .*(?:\n.*server\.)?)$/m
const LINE = /^(?:[ \t]*Recipient:[ \t]*)?<([^\s<>]+@[^\s<>]+)>:?[ \t]*(.*)$/
const DION = /^[ \t]*Could not be delivered to:? <([^\s<>]+@[^\s<>]+)>[ \t]*\n((?:[ \t]+\S.*\n?)*)/gm

function fromSentence(message: ParsedMessage): Statement[] {
  const sentence = SENTENCE.exec(message.text)?.[0].replace(/\n/g, ' ').trim() ?? ''
  const exchanges = readTranscript(message.text)
  return message.text.split('\n').flatMap((line) => {
    const [, recipient, told = ''] = LINE.exec(line) ?? []
    if (recipient === undefined) return []
    const refused = refusalOf(recipient, exchanges)
    const reason = [refused?.reply ?? told.replace(/\s*\(in reply to [^)]*\)\s*$/, ''), sentence]
      .filter(Boolean)
      .join('\n')
    const extra = refused?.stage
      ? { stage: refused.stage }
      : /in reply to RCPT/.test(told)
        ? ({ stage: 'rcpt-to' } as const)
        : {}
    return noted({ detector: NAME, rule: 'account' }, recipient, reason || null, extra)
  })
}

export const kddi: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'au by KDDI, EZweb, DION',
  source: 'rb-sisimai lib/sisimai/lhost/ezweb.rb, kddi.rb (both forms of the notice)',
  gate: (message) =>
    SENDER.test(`${message.headers.get('from') ?? ''} ${message.headers.get('reply-to') ?? ''}`) ||
    message.headers.all('received').some((value) => SENDER.test(`@${value.replace(/^from\s+/i, '')}`)),
  detect(message): Statement[] {
    const dion = [...message.text.matchAll(DION)]
    if (dion.length > 0) {
      return dion.flatMap(([, recipient = '', below = '']) =>
        noted({ detector: NAME, rule: 'not-delivered-to' }, recipient, paragraphs(below)[0]?.trim() ?? null),
      )
    }
    return SENTENCE.test(message.text) ? fromSentence(message) : []
  },
}
