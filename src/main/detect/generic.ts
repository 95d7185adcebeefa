/**
 * The last resort: sentences that many systems write around a failed address. Asked only where headers say that a mail
 * system reports, and no detector for a single system knew the text.
 */
import { isHidden } from '../message/addresses.ts'
import { beforeMarker } from '../message/returned.ts'
import type { ParsedMessage } from '../message/types.ts'
import { failedAddresses } from './candidates.ts'
import { kindByWords, reasonOf, withoutAddresses } from './phrases.ts'
import { hasBounceSubject, hasNullReturnPath, isDeclaredReport, isListMail, looksLikeReport } from './signs.ts'
import { enhancedCodeOf, replyCodeOf, state } from './statement.ts'
import { readSaid } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'generic'

/** Most recipients believed in one report that is read by sentences: beyond, it is a list of something else. */
const MAX_RECIPIENTS = 500
/** Characters of text that are read: failure is told at the beginning. */
const MAX_TEXT = 64 * 1024

/** A signature (RFC 3676 §4.3), or the footer that a mailing list set below, and all behind it. */
const SIGNATURE =
  /\n-- \n[\s\S]*$|\n[_-]{10,}[ \t]*\n(?=(?:[^\n]*\n){0,3}[^\n]*(?:mailing list|listinfo|unsubscri))[\s\S]*$/i

/** Characters of text in which a notice says what it is. */
const OPENING = 600

/** `Your message could not be delivered`, with which a notice opens that has no other sign but its null return path. */
const SAYS_SO =
  /\b(?:your|the following|this|an?|the) (?:e-?mail|mail|message)\b.{0,120}\b(?:could not be|couldn['’]t be|cannot be|can['’]t be|was not|wasn['’]t|has not been|is) (?:un)?deliver|\bdelivery (?:to|of|has|failed)\b.{0,120}\b(?:failed|permanent|not possible)|konnte.{0,60}nicht zugestellt|n['’]a pas pu être (?:remis|délivré|distribué)|no (?:se )?(?:pudo|ha podido) (?:ser )?entrega|non è stato (?:possibile )?(?:recapitat|consegnat)/is

function saysSo(message: ParsedMessage): boolean {
  if (!hasNullReturnPath(message) || isListMail(message)) return false
  const opening = message.text.slice(0, OPENING)
  return SAYS_SO.test(withoutAddresses(opening)) && (replyCodeOf(opening) !== null || enhancedCodeOf(opening) !== null)
}

/** Words or codes without which no text tells of undelivered mail. */
const OF_DELIVERY =
  /deliver|return|bounce|reject|refus|recipient|(?:message|mail)\b.{0,60}(?:fail|block|sent)|unknown|no such|does not exist|over quota|mailbox (?:is )?full|zustell|unbekannt|zugestellt|remis|distribu|inconnu|entreg|desconocid|desconhecid|consegn|recapit|sconosciut|bezorg|onbekend|dostarcz|достав|配信|配送|送信|届|退|投[递遞]|送[达達]|배달|전송|전달|반송|lever|toimit|doruč|nepodařilo|kézbes|teslim|livra|παράδοσ|(?<![\d.])[45]\d\d[ -]|(?<![\d.])[45]\.\d{1,3}\.\d/i

/** A reason behind the address on its line, without that address: a code stands at the beginning then. */
function withoutName(reason: string, address: string): string {
  const named = /^[\s<"'([]*(\S+?)[>"')\]]*(?:\s*[:;|-]\s+|\s+)(?=[245]\d\d\b)/.exec(reason)
  return named?.[1]?.toLowerCase() === address.toLowerCase() ? reason.slice(named[0].length) : reason
}

export const generic: Detector = {
  name: NAME,
  tier: 'last',
  title: 'Failure sentences that many systems write',
  source: 'qmail-send(8) and Postfix bounce(8) made the forms common; RFC 3461 §10 shows examples of such texts',
  gate: (message) => looksLikeReport(message) || saysSo(message),
  detect(message): Statement[] {
    // Under the name of a postmaster come passwords and quota warnings too.
    if (!hasBounceSubject(message) && !isDeclaredReport(message) && !OF_DELIVERY.test(message.text)) return []
    const whole = message.text.slice(0, MAX_TEXT).replace(SIGNATURE, '')
    const subject = message.headers.get('subject') ?? ''
    // What came back without its headers still stands behind the line that announces it.
    const own = beforeMarker(whole)
    const first = failedAddresses(own, subject, message)
    const text = first.length > 0 ? own : whole
    const chosen = (first.length > 0 || own === whole ? first : failedAddresses(whole, subject, message)).slice(
      0,
      MAX_RECIPIENTS,
    )
    return chosen
      .map(({ address, at }, index) => {
        const stretch = text.slice(at, chosen[index + 1]?.at)
        const alone =
          chosen.length === 1 && replyCodeOf(reasonOf(stretch)) === null && replyCodeOf(reasonOf(text)) !== null
        const reason = withoutName(reasonOf(alone ? text : stretch), address)
        return state({
          kind: kindByWords(message, reason),
          recipient: address,
          diagnostic: reason,
          remoteMta: readSaid(reason)?.host ?? null,
          evidence: { detector: NAME, rule: 'sentence', part: 'text', excerpt: stretch },
        })
      })
      .filter(({ recipient }) => recipient !== null && !isHidden(recipient))
  },
}
