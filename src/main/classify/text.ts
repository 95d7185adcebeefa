/** A reply's text in the forms that rules are tested against. Pure. */
import { joinReplyLines } from '../../shared/smtp.ts'

/** Longest text that rules see, in characters: a reply is short, and what follows is a quoted message. */
const MAX_RULE_TEXT = 3000

export interface ReplyText {
  /** Lower case, lines joined, typographic quotes and accents on Latin letters undone. */
  full: string
  /** `full` without what is not words: `ADDR`, `URL`, `HOST`, `IP` in their places; capitals, so that no word is mistaken for them. */
  plain: string
}

const NOT_ASCII = /[^\x00-\x7f]/
const URL = /\b(?:https?|ftp):\/{0,2}[^\s<>"')\]]+|\bwww\.[^\s<>"')\]]+/g
const ADDRESS = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/g
const IP =
  /\[?(?<![\w.])(?:(?:\d{1,3}\.){3}\d{1,3}|(?:[\da-f]{1,4}:){2,7}:?[\da-f]{0,4}(?::[\da-f]{1,4}){0,6})(?![\w.]*\w)\]?(?::\d+)?/g
/** Host names: several labels, the last one letters; a sentence that lacks the space behind its full stop is none. */
const HOST =
  /\b(?:[a-z\d_-]+\.){2,}[a-z]{2,24}\b|\b[a-z\d][a-z\d-]*\.(?:com|net|org|edu|gov|info|biz|io|de|at|ch|fr|es|it|nl|be|pl|ru|ua|uk|us|ca|au|br|mx|cn|jp|kr|in|eu|se|no|dk|fi|cz|test|example|invalid|local|lan|localdomain)\b(?!\.[a-z])/g
/** Words that Exchange and others write with dots in them; rules read them whole. */
const DOTTED_WORD =
  /^(?:resolver|queue|routing|smtpsend|storedrv|transport|cat|rejectmessage|submission|deliver|mapi|asm|dsn)\b/

function undoTypography(text: string): string {
  return text
    .replace(/[‘’‚`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[‐‑–—]/g, '-')
    .normalize('NFD')
    .replace(/(?<=[a-zиеу])[\u0300-\u036f]+/g, '')
    .normalize('NFC')
}

/** Which command was answered stands in no reply; it is read apart, as the stage. */
const COMMAND_ANSWERED =
  /\bafter (?:pipelined )?(?:rcpt to|mail from|end of data|data|[eh]{2}lo)\b:?(?: ?<?(?:ADDR|HOST)?>?)?(?: size=\d+)?:|\(in reply to [^)]{1,40}\)/g

const JOINED_WORDS = /(?<=[a-z\d])_(?=[a-z])/g

/** Prepares a diagnostic for the rules. */
export function readText(diagnostic: string): ReplyText {
  const clipped = diagnostic.length > MAX_RULE_TEXT ? diagnostic.slice(0, MAX_RULE_TEXT) : diagnostic
  const lowered = joinReplyLines(clipped).toLowerCase()
  const full = NOT_ASCII.test(lowered) ? undoTypography(lowered) : lowered
  return { full, plain: plainText(full) }
}

function plainText(full: string): string {
  // Dots in a row part words: `anna@shop.example...User unknown`.
  let plain = full.includes('..') ? full.replace(/\.{2,}/g, ' ') : full
  if (plain.includes('://') || plain.includes('www.')) plain = plain.replace(URL, 'URL')
  if (plain.includes('@')) plain = plain.replace(ADDRESS, 'ADDR')
  plain = plain.replace(IP, 'IP').replace(HOST, (host) => (DOTTED_WORD.test(host) ? host : 'HOST'))
  if (plain.includes('after ') || plain.includes('(in reply')) plain = plain.replace(COMMAND_ANSWERED, ' ')
  // Some servers join their words: `550_Sender_verify_failed`.
  return plain.includes('_') ? plain.replace(JOINED_WORDS, ' ') : plain
}
