/**
 * The last resort: sentences that many systems write around a failed address. Asked only where headers say that a mail
 * system reports, and no detector for a single system knew the text.
 */
import { findAddresses, isHidden } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { kindByWords, reasonOf, tellsFailure, withoutAddresses } from './phrases.ts'
import { hasBounceSubject, hasNullReturnPath, isDeclaredReport, isListMail, looksLikeReport } from './signs.ts'
import { enhancedCodeOf, replyCodeOf, state } from './statement.ts'
import { paragraphs, readSaid, strangers } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'generic'

/** Most recipients believed in one report that is read by sentences: beyond, it is a list of something else. */
const MAX_RECIPIENTS = 500
/** Characters of text that are read: failure is told at the beginning. */
const MAX_TEXT = 64 * 1024

/** Labels of lines that name somebody else, or summarise the message that came back. */
const OTHER_LABEL =
  /^[\s>*|-]*(?:from|sender|reply-to|return-path|cc|bcc|mail from|envelope-from|on behalf of|message-?id|in-reply-to|references|subject|\(?(?:ultimately )?(?:generated|expanded) (?:by|from)|received|von|de|da|van|absender|expéditeur|remitente|mittente|remetente|afzender|отправитель|差出人|发件人|寄件者|보낸사람)(?:\s*[:=<]|(?<=(?:generated|expanded) (?:by|from)))/i
const TO_LABEL = /^[\s>*|-]*(?:to|an|à|para|a|aan|кому|宛先|收件人|받는사람)\s*[:=]/i

/** The end of a paragraph behind which a list stands, or a word that announces one. */
const LIST_FOLLOWS =
  /[:：]\s*$|following|below|folgende|suivant|siguiente|seguent|seguint|volgende|następując|следующ|以下|下列|次の|다음/i

/** Sentences that say where to ask: their addresses belong to helpers. */
const CONTACT =
  /new (?:e-?mail )?address|(?<!(?:trying|tried|attempted|unable) to )contact|question|\bhelp\b|assist|support|write to|forward (?:this|it|the)|send (?:a |an )?(?:new )?(?:e-?mail|mail|message|report)|e-?mail us|complain|feedback|please (?:visit|e-?mail|mail|notify|report|see)|postmaster (?:at|of)|administrator|kontakt|wenden sie|fragen|contactez|póngase|contatta|contate|neem contact|обратитесь|お問い合わせ|联系|聯絡|문의/i
const HELPER =
  /^(?:postmaster|abuse|support|help|helpdesk|info|admin|administrator|hostmaster|webmaster|mailer-daemon|no-?reply|noreply|security)@/i

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

/** Words right in front of an address that make it the writer's. */
const WRITER =
  /(?:\b(?:(?:e-?)?mail|message|letter|sent|posted|submitted|sender)(?: was)? (?:from|by)|\b(?:nachricht|e-?mail|mail|gesendet) vo[nm]|\b(?:message|courriel|mail|envoyé) (?:de la part de|de|par)|\b(?:mensaje|correo|enviado|mensagem|enviada) (?:de|por)|\b(?:messaggio|inviato|mail) (?:di|da)|\b(?:bericht|e-?mail|mail) van|\bwiadomość od|(?:письмо|сообщение) от)\s*:?\s*[<"'([]*$/i

interface Candidate {
  address: string
  /** Where its line begins in the text. */
  at: number
  score: number
}

/** Scores: the start of a line 3, a failure close by 2, one that announces a list in front of it 3. */
const ENOUGH = 3

/** Addresses with what speaks for them. */
function candidates(text: string, message: ParsedMessage): Candidate[] {
  const found: Candidate[] = []
  let at = 0
  let announced = false
  for (const paragraph of paragraphs(text)) {
    at = text.indexOf(paragraph, at)
    const listFollows = LIST_FOLLOWS.test(paragraph)
    // The words are looked for only where something depends on them.
    const failed = (listFollows || paragraph.includes('@')) && tellsFailure(paragraph)
    const lines = paragraph.includes('@') ? paragraph.split('\n') : []
    let offset = at
    for (const [index, line] of lines.entries()) {
      const addresses = line.includes('@') ? strangers(findAddresses(line), message) : []
      // Of a long paragraph only the neighbouring lines speak for an address.
      const near =
        failed && addresses.length > 0 && tellsFailure(lines.slice(Math.max(0, index - 2), index + 3).join(' '))
      for (const address of addresses) {
        const score = scoreOf(line, address, near, announced)
        if (score > 0) found.push({ address, at: offset, score })
      }
      offset += line.length + 1
    }
    // A list may have blank lines between its items.
    announced = (failed && listFollows) || (announced && found.some((one) => one.at >= at))
    at += paragraph.length
  }
  return found
}

/** The sentence of a line in which an address stands. */
function sentenceAround(line: string, address: string): string {
  const at = Math.max(0, line.toLowerCase().indexOf(address.toLowerCase()))
  const before =
    line
      .slice(0, at)
      .split(/[.!?;]\s+/)
      .pop() ?? ''
  return before + line.slice(at).split(/[.!?;]\s+/)[0]
}

/** An address list item: bullet, number, label, brackets. */
const ITEM = /^[\s>*|•·-]*(?:\d+[.)]\s+)?(?:<mailto:|smtp:|rfc822;|address:|recipient:|user:|e-?mail:)?\s*["'<[(]*/i

function scoreOf(line: string, address: string, failed: boolean, announced: boolean): number {
  // A single `>` quotes the letter that came back; MTAs that mark lines of their own use several.
  if (OTHER_LABEL.test(line) || /^\s*>(?!>)/.test(line)) return 0
  if (TO_LABEL.test(line)) return 1
  if (WRITER.test(line.slice(0, Math.max(0, line.toLowerCase().indexOf(address.toLowerCase()))))) return 0
  const bare = line.replace(ITEM, '')
  const listed = /^[^\s]+@[^\s]+>?\s*(?::|$)/.test(bare)
  const opens = bare.toLowerCase().startsWith(address.toLowerCase())
  if (!opens && (CONTACT.test(sentenceAround(line, address)) || HELPER.test(address))) return 0
  return 1 + (opens ? (failed || announced || listed ? 3 : 1) : 0) + (failed ? 2 : 0) + (announced ? 3 : 0)
}

/** A reason behind the address on its line, without that address: a code stands at the beginning then. */
function withoutName(reason: string, address: string): string {
  const named = /^[\s<"'([]*(\S+?)[>"')\]]*(?:\s*[:;|-]\s+|\s+)(?=[245]\d\d\b)/.exec(reason)
  return named?.[1]?.toLowerCase() === address.toLowerCase() ? reason.slice(named[0].length) : reason
}

/** Each address once, where most speaks for it; those for which enough does. */
function choose(found: readonly Candidate[], text: string): Candidate[] {
  const best = new Map<string, Candidate>()
  for (const one of found) {
    const key = one.address.toLowerCase()
    if ((best.get(key)?.score ?? 0) < one.score) best.set(key, one)
  }
  const unique = [...best.values()].sort((a, b) => a.at - b.at)
  const sure = unique.filter(({ score }) => score >= ENOUGH)
  if (sure.length > 0) return sure
  // Nothing speaks for any of them, but there is only one, in a report that tells of a failure.
  return unique.length === 1 && tellsFailure(text) ? unique : []
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
    const text = message.text.slice(0, MAX_TEXT).replace(SIGNATURE, '')
    const chosen = choose(candidates(text, message), `${message.headers.get('subject') ?? ''}\n${text}`).slice(
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
