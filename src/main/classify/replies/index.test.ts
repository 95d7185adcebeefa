/** Replies as real servers write them, with what each of them surely means. Written from knowledge, never from the rules. */
import { describe, expect, it } from 'vitest'
import { explainReply } from '../explain.ts'
import { APPLE, CABLE, COMCAST } from './america.ts'
import { ASIAN } from './asia.ts'
import { EUROPEAN, FRENCH, GERMAN } from './europe.ts'
import { FILTERS, SENDERS } from './filters.ts'
import { GMAIL } from './gmail.ts'
import { MICROSOFT } from './microsoft.ts'
import { MORE } from './more.ts'
import { RARE } from './rare.ts'
import { SERVERS } from './servers.ts'
import { BESIDE, GONE, NEVER } from './traps.ts'
import type { KnownReplies } from './types.ts'
import { YAHOO } from './yahoo.ts'

const TABLES: Record<string, KnownReplies[]> = {
  Gmail: GMAIL,
  Microsoft: MICROSOFT,
  'Yahoo and AOL': YAHOO,
  iCloud: APPLE,
  Comcast: COMCAST,
  'cable and the Americas': CABLE,
  Germany: GERMAN,
  France: FRENCH,
  'other Europe': EUROPEAN,
  Asia: ASIAN,
  filters: FILTERS,
  'sending services': SENDERS,
  'ordinary servers': SERVERS,
  'further servers': MORE,
  'rare words': RARE,
  'what never removes': NEVER,
  'dead in unusual words': GONE,
  'words of the other side': BESIDE,
}

/** What a reply is judged to, where it is not what it should be; else null. */
function mistake(reply: string, { mta, recipient, cause, fault, verdict }: KnownReplies): string | null {
  const answer = explainReply({ reply, remoteMta: mta, recipient: recipient ?? 'anna@example.com' })
  const right = answer.fault === fault && answer.verdict === verdict && [cause].flat().includes(answer.cause)
  return right ? null : `${answer.cause}, ${answer.fault}, ${answer.verdict} by ${answer.evidence.rule}: ${reply}`
}

/** The same words as other servers pass them on. */
const RETOLD: Record<string, (reply: string) => string> = {
  'as it was said': (reply) => reply,
  'in capitals': (reply) => reply.toUpperCase(),
  'in a Diagnostic-Code': (reply) => `smtp; ${reply.replaceAll(' ', '  ')}`,
  'quoted by Exim': (reply) =>
    `SMTP error from remote mail server after RCPT TO:<anna@example.com>: ${reply.replaceAll('\n', ' ')}`,
}

describe.each(Object.entries(TABLES))('%s', (_name, table) => {
  const rows = table.map((known, place) => ({ ...known, place, first: known.replies[0] }))
  it.each(rows)('$place: $fault, $verdict, such as $first', (known) => {
    const retold = Object.values(RETOLD).flatMap((tell) => known.replies.map(tell))
    expect(retold.map((reply) => mistake(reply, known)).filter(Boolean)).toEqual([])
  })
})

it('no reply stands in two tables with two meanings', () => {
  const seen = new Map<string, string>()
  for (const known of Object.values(TABLES).flat())
    for (const reply of known.replies) {
      const key = `${known.mta}: ${reply}`
      expect(seen.get(key) ?? known.verdict, key).toBe(known.verdict)
      seen.set(key, known.verdict)
    }
  expect(seen.size).toBeGreaterThan(1000)
})
