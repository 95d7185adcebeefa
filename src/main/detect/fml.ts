/**
 * fml, a list server of Japan: postings of those who are no members, mail that came back in a loop, mail that it takes for an
 * attack. It tells the writer in a mail of its own and names the list: the list is there, the posting was not passed on.
 */
import { noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'fml'

const SUBJECT =
  /are not member|NOT MEMBER article from|reject mail |Spam mail from a spammer is rejected|Loop Alert: |Loop Back Warning: |WARNING: UNIX FROM Loop|Security Alert/i
const SENTENCE =
  /^[^\n]*(?:You are not a member of this mailing list|Duplicated Message-ID in|has detected a loop condition|header may cause mail loop|reject (?:mail from|spammers:)|Loop Back Warning:|Security alert:)[^\n]*$/im
const LIST = /<([^\s<>]+@[^\s<>]+)>/

export const fml: Detector = {
  name: NAME,
  tier: 'kind',
  title: 'fml list server: posting not passed on',
  source: 'fml 4 fml.pl (MLMemberCheck, LoopBackWarning, Warn); rb-sisimai lib/sisimai/lhost/fml.rb',
  gate: (message) =>
    /\bfml\b/i.test(message.headers.get('x-mlserver') ?? '') ||
    /\.FML\w*@/.test(message.headers.get('message-id') ?? ''),
  detect(message): Statement[] {
    const sentence = SENTENCE.exec(message.text.slice(0, 4_000))?.[0].trim() ?? null
    if (sentence === null && !SUBJECT.test(message.headers.get('subject') ?? '')) return []
    const reason = sentence ?? message.headers.get('subject')
    const list = LIST.exec(sentence ?? '')?.[1] ?? null
    const by = { detector: NAME, rule: sentence === null ? 'subject' : 'sentence' }
    const named = list === null ? [] : noted(by, list, reason, { kind: 'list-notice' })
    return named
  },
}
