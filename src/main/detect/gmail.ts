/**
 * Gmail and Google Workspace without a status part: until 2016 plain text, `Delivery to the following recipient failed
 * permanently:` with `Technical details of permanent failure:`; since then a designed page with `The response was:`, in the
 * sender's language. X-Failed-Recipients names the addresses of failures, not of delays.
 */
import { findAddresses, splitAddresses } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { ADDRESS, hasStatusGroups, headline, noted } from './notice.ts'
import { between, paragraphs, strangers } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'gmail'

const FROM = /mailer-daemon@(?:google(?:mail)?|gmail)\.com/i
const TECHNICAL = /^Technical details of (?:permanent|temporary) failure:[ \t]*$/m
const GROUPS = /groups\.google\.com|Google Groups/

const LIST =
  /^(?:Delivery to the following recipients? (?:failed permanently|has been delayed|failed)|Your message (?:wasn't delivered|couldn't be delivered) to).*$/m
const LINE = new RegExp(`^[ \\t]*(${ADDRESS})[ \\t]*$`)
const DELAYED =
  /Delivery Status Notification \(Delay\)|has been delayed:|Message will be retried for|still trying|delivery incomplete/i

/** Words in front of what the other server said. */
const SAID =
  /The (?:error that the other server returned|response(?: from the remote server)?) was:\s*|We have attempted delivery and received this reply:\s*/i
/** A code that stands twice, as Gmail's wrapper wrote it, and the state of its own machine behind. */
const TWICE = /^([45]\d\d) \1\b/
const STATE = /\s*\(state \d+\)\.?\s*$/
/** `[(10) mx.example.com. [192.0.2.1]:25: Connection timed out]`, `[mx.example.com. (1): 550 …]`. */
const BRACKETED = /\[(?:\(\d+\) )?([A-Za-z0-9.-]+?)\.? (?:\[[0-9A-Fa-f.:]+\](?::\d+)?|\(\d+\)): ([^\n]+)\]/
const BY_HOST = /recipient domain \S+ by ([A-Za-z0-9.-]+?)\.?(?: \[|\s)/

function recipientsOf(message: ParsedMessage): string[] {
  const named = message.headers.all('x-failed-recipients').flatMap((value) => splitAddresses(value))
  if (named.length > 0) return named
  const listed = (between(message.text, LIST, TECHNICAL) ?? '')
    .split('\n')
    .flatMap((line) => LINE.exec(line)?.[1] ?? [])
  if (listed.length > 0) return listed
  const first = paragraphs(message.text).find((paragraph) => strangers(findAddresses(paragraph), message).length === 1)
  return first === undefined ? [] : strangers(findAddresses(first), message)
}

function reasonOf(text: string): { reason: string | null; host: string | null } {
  const details = TECHNICAL.test(text) ? (between(text, TECHNICAL) ?? '') : text
  const said = between(details, SAID)
  const bracketed = BRACKETED.exec(details)
  const host = (BY_HOST.exec(details)?.[1] ?? bracketed?.[1])?.toLowerCase() ?? null
  if (said !== null) {
    const reply = paragraphs(said)[0]?.trim() ?? ''
    return { reason: reply.replace(TWICE, '$1').replace(STATE, ''), host }
  }
  if (bracketed) return { reason: `${bracketed[2] ?? ''}`, host }
  const coded = paragraphs(details).find((paragraph) => /(?<![\d.])[45]\d\d[ -][45]\.\d{1,3}\.\d/.test(paragraph))
  return { reason: (coded ?? (TECHNICAL.test(text) ? paragraphs(details)[0] : undefined))?.trim() ?? null, host }
}

export const gmail: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Gmail and Google Workspace: failure, delay',
  source: 'support.google.com/a/answer/3726730 (messages and codes); wRAR/flufl.bounce simplematch.py (googlemail.com)',
  gate: (message) =>
    FROM.test(message.headers.get('from') ?? '') && !GROUPS.test(message.text) && !hasStatusGroups(message),
  detect(message): Statement[] {
    const { reason, host } = reasonOf(message.text)
    const kind = DELAYED.test(headline(message, 600)) ? 'delay' : 'bounce'
    return recipientsOf(message).flatMap((recipient) =>
      noted({ detector: NAME, rule: TECHNICAL.test(message.text) ? 'technical-details' : 'page' }, recipient, reason, {
        kind,
        remoteMta: host,
      }),
    )
  },
}
