/** Which of the addresses in a notice written for people failed: found by where they stand and by the words around them. */
import { findAddresses } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { tellsFailure } from './phrases.ts'
import { paragraphs, strangers } from './text.ts'

/** Labels of lines that name somebody else, or summarise the message that came back. */
const OTHER_LABEL =
  /^[\s>*|-]*(?:from|sender|reply-to|return-path|cc|bcc|mail from|envelope-from|on behalf of|message-?id|in-reply-to|references|subject|\(?(?:ultimately )?(?:generated|expanded) (?:by|from)|received|von|de|da|van|absender|exp[ée]diteur|[ée]metteur|afsender|avsändare|lähettäjä|nadawca|odesílatel|feladó|gönderen|remitente|mittente|remetente|afzender|отправитель|差出人|发件人|寄件者|보낸사람)(?:\s*[:=<]|(?<=(?:generated|expanded) (?:by|from)))/i
const TO_LABEL = /^[\s>*|-]*(?:to|an|à|para|a|aan|кому|宛先|收件人|받는사람)\s*[:=]/i

/** The end of a paragraph behind which a list stands, or a word that announces one. */
const LIST_FOLLOWS =
  /[:：]\s*$|following|below|folgende|suivant|siguiente|seguent|seguint|volgende|następując|следующ|以下|下列|次の|다음/i

/** Sentences that say where to ask: their addresses belong to helpers. */
const CONTACT =
  /new (?:e-?mail )?address|(?<!(?:trying|tried|attempted|unable) to )contact|question|\bhelp\b|assist|support|write to|forward (?:this|it|the)|send (?:a |an )?(?:new )?(?:e-?mail|mail|message|report)|e-?mail us|complain|feedback|please (?:visit|e-?mail|mail|notify|report|see)|postmaster (?:at|of)|administrator|kontakt|wenden sie|fragen|contactez|póngase|contatta|contate|neem contact|обратитесь|お問い合わせ|联系|聯絡|문의/i
const HELPER =
  /^(?:postmaster|abuse|support|help|helpdesk|info|admin|administrator|hostmaster|webmaster|mailer-daemon|no-?reply|noreply|security)@/i

/** Words right in front of an address that make it the writer's. */
const WRITER =
  /(?:\b(?:(?:e-?)?mail|message|letter|sent|posted|submitted|sender)(?: was)? (?:from|by)|\b(?:nachricht|e-?mail|mail|gesendet) vo[nm]|\b(?:message|courriel|mail|envoyé) (?:de la part de|de|par)|\b(?:mensaje|correo|enviado|mensagem|enviada) (?:de|por)|\b(?:messaggio|inviato|mail) (?:di|da)|\b(?:bericht|e-?mail|mail) van|\bwiadomość od|(?:письмо|сообщение) от)\s*:?\s*[<"'([]*$/i

/** What makes the word behind it in brackets a Message-ID and no address. */
const MESSAGE_ID =
  /(?:\b(?:message|e-?mail|mail|msg|nachricht)(?:[ -]?id)?(?: with)?(?: the)?(?: id)?|\bid)\s*[:=]?\s*<$|message-?id\b.{0,12}$/i

/** A reply code in front of an address: it stands in what the other server said, and may be anybody's. */
const IN_REPLY = /(?:^|[^\d.])[45]\d\d[ -]/
/** Behind an address: the reply is about who sent it. */
const OF_SENDER = /^["'>)\]]*\s*[:.]*\s*(?:sender|return[- ]path|mail from|envelope from)\b/i

/** What speaks for an address: it is told to have failed; it stands in a list or a reply; it stands there. */
const FAILED = 3
const LISTED = 2
const MENTIONED = 1

export interface Candidate {
  address: string
  /** Where its line begins in the text. */
  at: number
  rank: number
}

/** Where a line stands. */
interface Around {
  /** Words of failure close by. */
  failed: boolean
  /** The lines next to it tell of one, or it goes on with a list that does. */
  next: boolean
  /** The paragraph before says that failed addresses follow. */
  announced: boolean
}

/** The words in front of a list that announce it: behind the last end of a sentence. */
function announcement(paragraph: string): string {
  return (
    paragraph
      .trim()
      .split(/[.!?。]\s+/)
      .pop() ?? ''
  )
}

/** Addresses with what speaks for them. */
function candidates(text: string, message: ParsedMessage): Candidate[] {
  const found: Candidate[] = []
  let at = 0
  let announced = false
  for (const paragraph of paragraphs(text)) {
    at = text.indexOf(paragraph, at)
    const listFollows = LIST_FOLLOWS.test(paragraph)
    const holdsAddress = paragraph.includes('@')
    // The words are looked for only where something depends on them.
    const failed = (listFollows || holdsAddress) && tellsFailure(paragraph)
    const lines = holdsAddress ? paragraph.split('\n') : []
    let offset = at
    let goesOn = false
    for (const [index, line] of lines.entries()) {
      const addresses = line.includes('@') ? strangers(findAddresses(line), message) : []
      const tells = (from: number, to: number) =>
        failed && addresses.length > 0 && tellsFailure(lines.slice(Math.max(0, from), to).join(' '))
      // Of a long paragraph only the neighbouring lines speak for an address.
      const surroundings: Around = {
        failed: tells(index - 2, index + 3),
        next: goesOn || tells(index - 1, index + 3),
        announced,
      }
      const ranks = addresses.map((address) => ({ address, at: offset, rank: rankOf(line, address, surroundings) }))
      found.push(...ranks.filter(({ rank }) => rank > 0))
      goesOn = ranks.some(({ rank }) => rank === FAILED)
      offset += line.length + 1
    }
    // A list may have blank lines between its items; one that is announced with where to ask is none.
    announced =
      (failed && listFollows && !CONTACT.test(announcement(paragraph))) ||
      (announced && found.some((one) => one.at >= at))
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

/** The line in front of an address and behind it; of one whose rewriting was undone, around what was written. */
function around(line: string, address: string): { before: string; after: string } {
  const at = line.toLowerCase().indexOf(address.toLowerCase())
  if (at >= 0) return { before: line.slice(0, at), after: line.slice(at + address.length) }
  const written = /[^\s<>"'(),;]*@[^\s<>"'(),;]*/.exec(line)
  return written
    ? { before: line.slice(0, written.index), after: line.slice(written.index + written[0].length) }
    : { before: '', after: '' }
}

function rankOf(line: string, address: string, { failed, next, announced }: Around): number {
  // A single `>` quotes the letter that came back; MTAs that mark lines of their own use several.
  if (OTHER_LABEL.test(line) || /^\s*>(?!>)/.test(line)) return 0
  if (TO_LABEL.test(line)) return MENTIONED
  const { before, after } = around(line, address)
  if (WRITER.test(before) || MESSAGE_ID.test(before) || OF_SENDER.test(after)) return 0
  const bare = line.replace(ITEM, '')
  const opens = bare.toLowerCase().startsWith(address.toLowerCase())
  if (!opens) {
    if (CONTACT.test(sentenceAround(line, address)) || HELPER.test(address)) return 0
    if (IN_REPLY.test(before)) return failed ? LISTED : MENTIONED
    return announced || failed ? FAILED : MENTIONED
  }
  const behind = bare
    .slice(address.length)
    .replace(/^["'>)\]]+/, '')
    .trim()
  if (announced || behind.startsWith(':')) return FAILED
  if (behind !== '') return failed ? FAILED : MENTIONED
  return next ? FAILED : HELPER.test(address) ? MENTIONED : LISTED
}

/** The addresses that failed, in order: each once, where most speaks for it, and only those for which most does. */
export function failedAddresses(text: string, subject: string, message: ParsedMessage): Candidate[] {
  const best = new Map<string, Candidate>()
  for (const one of candidates(text, message)) {
    const key = one.address.toLowerCase()
    if ((best.get(key)?.rank ?? 0) < one.rank) best.set(key, one)
  }
  const unique = [...best.values()].sort((a, b) => a.at - b.at)
  for (const rank of [FAILED, LISTED]) {
    const found = unique.filter((one) => one.rank === rank)
    if (found.length > 0) return found
  }
  // Nothing speaks for any of them, but there is only one, in a report that tells of a failure.
  return unique.length === 1 && tellsFailure(`${subject}\n${text}`) ? unique : []
}
