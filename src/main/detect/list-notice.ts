/** Notices of list servers about postings and subscriptions: held for a moderator, not allowed to post, please confirm. */
import type { ParsedMessage } from '../message/types.ts'
import { isMultipartReport, looksLikeReport } from './signs.ts'
import { state } from './statement.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'list-notice'

/** Headers of list managers' own notices (Mailman, ezmlm, LISTSERV, Sympa, Majordomo, fml). */
const FIELDS: readonly [string, RegExp][] = [
  ['x-list-administrivia', /^yes/i],
  ['x-mailman-version', /./],
  ['x-listserver', /./],
  ['x-listmember', /./],
  ['x-sympa-to', /./],
  ['x-ml-info', /./],
  ['mailing-list', /run by ezmlm/i],
]

const SENDER =
  /(?:^|[\s"<])(?:listserv|majordomo|mailman|sympa|ecartis|listproc|lyris|mlmmj|ezmlm|list-?manager|[^\s<@"]+-(?:request|owner|bounces|confirm|admin))(?:@|[\s">])|@(?:google|yahoo)groups\.|(?:^|[\s"<])owner-[^\s@]+@/i

const NOTICE =
  /your (?:message|posting|mail|e-?mail|post) (?:to|for)[^\n]{0,120}(?:awaits|is being held|has been (?:held|rejected)|requires? (?:the )?(?:moderator|approval)|was (?:rejected|held|not (?:posted|distributed)))|awaits moderator approval|you are not (?:allowed|authori[sz]ed|permitted|a (?:member|subscriber))[^\n]{0,60}(?:post|send|list|group|member)|only (?:members|subscribers) (?:of|may|can|are)|non-?members? (?:are|may|can)|(?:un)?subscri(?:be|ption)[^\n]{0,60}(?:confirm|request|result|notification|probe)|confirm(?:ation)?[^\n]{0,60}(?:un)?subscri|results? of your (?:e-?mail )?commands?|welcome to (?:the )?[^\n]{0,60}(?:mailing list|list)|output of your job|your membership in the mailing list|moderator|not subscribed to this group|majordomo results|command \S+ not recognized|this is the ezmlm program|i'm managing the|(?:bounce action|uncaught bounce) notification/i

function ruleOf(message: ParsedMessage): string | null {
  const head = `${message.headers.get('subject') ?? ''}\n${message.text.slice(0, 2_000)}`
  // What it passes on is a report that names the member: read as one.
  if (message.returned?.part !== 'text' && message.attached !== null && looksLikeReport(message.attached)) return null
  const field = FIELDS.find(([name, value]) => value.test(message.headers.get(name) ?? ''))
  if (!NOTICE.test(head)) return null
  if (field) return `header/${field[0]}`
  return SENDER.test(message.headers.get('from') ?? '') ? 'sender' : null
}

export const listNotice: Detector = {
  name: NAME,
  tier: 'kind',
  title: 'Notice of a list server',
  source: 'GNU Mailman templates (postheld.txt, postack.txt), ezmlm(5), LISTSERV user guide',
  gate: (message) => !isMultipartReport(message),
  detect(message): Statement[] {
    const rule = ruleOf(message)
    if (rule === null) return []
    return [
      state({
        kind: 'list-notice',
        recipient: null,
        evidence: { detector: NAME, rule, part: 'headers', excerpt: message.headers.get('subject') ?? '' },
      }),
    ]
  },
}
