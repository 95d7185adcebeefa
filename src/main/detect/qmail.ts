/**
 * qmail and its relatives (netqmail, notqmail, qmail-ldap, IndiMail, s/qmail), in the qmail-send Bounce Message Format:
 * an introduction, one paragraph a recipient that begins with `<address>:`, and a break paragraph that begins with a
 * hyphen. Operators translate or replace the introduction; the paragraphs stay.
 */
import type { ParsedMessage } from '../message/types.ts'
import { noted } from './notice.ts'
import { paragraphs } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'qmail'

const INTRO = /^\s*Hi\. (?:This is the \S.*? (?:program|server|system|agent)\b|The mail system)/
const SUBJECT = /^\s*failure notice\s*$/i
const INVOKED = /^\(qmail \d+ invoked (?:for bounce|from network for bounce)|^\(.*qmail.* invoked for bounce/i

/** The first line of a recipient paragraph; some relatives put the reason behind the colon. */
const RECIPIENT = /^(?:To ?: ?)?<([^\s<>]{1,320}@[^\s<>]{1,255}|"[^"\n]+"@[^\s<>]+)>:[ \t]*([\s\S]*)$/

/** qmail-remote.c: the host that it spoke to. */
const HOST =
  /^(?:Connected to |Giving up on )?\[?([A-Za-z0-9][A-Za-z0-9.:-]*?)\]? (?:does not like recipient|but (?:sender|my name|greeting|connection)|failed (?:on|after)|_?said)|^Giving up on ([^\s]+?)\.?$/m

function hostIn(reason: string): string | null {
  const match = HOST.exec(reason)
  return (match?.[1] ?? match?.[2])?.toLowerCase() ?? null
}

/** qmail-ldap and some patches log the reason in one line, blanks as underscores, line ends as slashes. */
function unfold(reason: string): string {
  return /_said:_\d{3}|^\S+_does_not_like_|^Connected_to_/.test(reason)
    ? reason.replace(/\/(?=Remote_host_said:|Giving_up_|I'm_not_|$)/g, '\n').replaceAll('_', ' ')
    : reason
}

/** Yahoo's own introductions over the same paragraphs, and James' and Haraka's over others. */
const OTHERS =
  /^\s*(?:Sorry, we (?:were unable|could not|couldn't)|Message from\s+\S+\.\s*\n\s*Unable to deliver|Hi\. This is the (?:Haraka|James) )/i

function isQmail(message: ParsedMessage): boolean {
  if (OTHERS.test(message.text)) return false
  return (
    INTRO.test(message.text) ||
    SUBJECT.test(message.headers.get('subject') ?? '') ||
    message.headers.all('received').some((value) => INVOKED.test(value))
  )
}

export const qmail: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'qmail-send bounce and its relatives',
  source: 'cr.yp.to/proto/qsbmf.txt; qmail-send.c injectbounce(), qmail-remote.c; qmail-ldap, IndiMail',
  gate: isQmail,
  detect(message): Statement[] {
    const all = paragraphs(message.text)
    const end = all.findIndex((paragraph) => paragraph.startsWith('-'))
    return (end < 0 ? all : all.slice(0, end)).flatMap((paragraph) => {
      // Several recipients stand together where a gateway took the blank lines out.
      return paragraph.split(/\n(?=<[^\s<>]+@[^\s<>]+>:)/).flatMap((part) => {
        const match = RECIPIENT.exec(part.trim())
        if (!match) return []
        const reason = unfold((match[2] ?? '').trim())
        return noted({ detector: NAME, rule: 'qsbmf' }, match[1] ?? null, reason || null, { remoteMta: hostIn(reason) })
      })
    })
  },
}
