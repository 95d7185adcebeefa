/** Where a report quotes the message that came back inside its own text, and what its headers were. */
import { headersOfText, isFieldAt, isFieldLine } from './headers.ts'
import type { Headers } from './types.ts'

/** Lines after which MTAs put the returned message. Each is the whole line or its beginning. */
export const MARKERS: readonly RegExp[] = [
  // qmail-send.c bounce_done(); its relatives vary the tail.
  /^-{2,} ?(?:Below this line is|Enclosed is|Undelivered message follows|Here is) ?(?:a copy of)?/i,
  // Exim transport/deliver.c
  /^-{3,} This is a copy of (?:the|your) message/i,
  // Sendmail, Gmail, Exchange, many others.
  /^[->*=_ ]{2,}\s*(?:Begin |Start of )?(?:Original|Returned|Unsent|Undelivered|Failed|Rejected|Bounced|Copy of (?:the )?)\s*(?:message|mail|e-?mail|text|header)s?(?: (?:follows|headers?|text|below|header follows))?\b.{0,40}$/i,
  /^(?:-+\s*)?(?:The )?(?:original|returned|undelivered|unsent|failed) (?:message|mail)(?:'s)?(?: text)?(?: headers?)?(?: (?:follows|is (?:attached|included|below)|was)).{0,30}$/i,
  /^(?:-+\s*)?(?:Original|Returned|Unsent) (?:message|mail|text)(?: headers?)? ?(?:follows ?)?[:.]?(?:\s*-+)?$/i,
  /^(?:-+ *)?(?:Message|Mail) (?:header|text|body|contents?)s? (?:follows?|of the undelivered mail)\b/i,
  /^(?:Received|Copy of the) (?:message )?headers? (?:follow|are)/i,
  /^(?:\|-+ )?Message (?:log|text follows)/i,
  /^Headers? of the (?:original|returned|rejected|undelivered) message/i,
  /^Included is a copy of the message header/i,
  /^-{3,} (?:Transcript|Text) of (?:the )?(?:message|mail)/i,
  /^(?:the )?(?:original|returned|rejected) (?:mail|message) (?:as follows|is as follows)/i,
  // Mail programs that pass a message on inline.
  /^-{2,}\s*(?:Forwarded (?:message|by)|Weitergeleitete Nachricht|Ursprüngliche Nachricht|Original-?Nachricht|Message (?:transféré|d'origine|original)|Mensaje (?:reenviado|original)|Messaggio (?:inoltrato|originale)|Mensagem (?:encaminhada|original)|Doorgestuurd bericht|Oorspronkelijk bericht|Wiadomość (?:przekazana|oryginalna)|Пересылаемое сообщение|Исходное сообщение|転送|Forwarded Message|转发|轉寄)/i,
  /^(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|Début du message (?:réexpédié|transféré)|Inicio del mensaje reenviado|Inizio messaggio inoltrato|Início da mensagem (?:reencaminhada|encaminhada)|Begin doorgestuurd bericht)\s*:/i,
]

const NAMES =
  /^(?:received|return-path|from|to|cc|subject|date|message-id|mime-version|content-type|content-transfer-encoding|reply-to|sender|dkim-signature|x-mailer|x-originating-ip|delivered-to|references|in-reply-to|user-agent|list-id|list-unsubscribe|precedence|authentication-results|arc-seal|x-google-dkim-signature|x-priority|importance)$/

/** Fields that only a message carries; a summary in a report may name From, To, Subject, even Message-ID. */
const TELLING =
  /^(?:received|return-path|mime-version|dkim-signature|content-type|content-transfer-encoding|arc-seal|x-google-dkim-signature)$/

/** Header lines that must stand together where no marker announces them. */
const MIN_FIELDS = 3

export interface Quoted {
  /** The text before the returned message. */
  before: string
  headers: Headers
  /** The returned message itself, from its first header field on. */
  message: string
}

/** How far below a marker the header block may begin, in lines. */
const MARKER_REACH = 6

/** Quoting or indentation in front of a field. */
const INDENT = /^(?:[ \t]{1,8}|(?:[>|] ?){1,2})(?=[!-9;-~]+[ \t]*:)/

/**
 * Splits a report's text at the returned message. Null where none is quoted. A marker counts only with header fields
 * behind it, which may then be indented or quoted; without a marker, a block of at least three known fields does, one
 * of which only messages carry.
 */
export function splitReturned(text: string): Quoted | null {
  let markerStart = -1
  let linesBehindMarker = MARKER_REACH + 1
  let fieldBefore = false
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    linesBehindMarker++
    const marked = linesBehindMarker <= MARKER_REACH
    const isField = isFieldAt(text, start, end)
    if (isMarker(text, start, end)) {
      linesBehindMarker = 0
      markerStart = start
    } else if (!fieldBefore || start === 0) {
      const indent = marked || text.charCodeAt(start) === 62 ? (INDENT.exec(text.slice(start, end))?.[0] ?? '') : ''
      if (indent === '' ? isField : isFieldAt(text, start + indent.length, end)) {
        const written = fieldNames(text, start, indent)
        const translated = marked && written.some((name) => TRANSLATED.has(name))
        const names = translated ? written.map((name) => TRANSLATED.get(name) ?? name) : written
        const known = names.filter((name) => NAMES.test(name)).length
        const telling = names.some((name) => TELLING.test(name))
        if (
          (marked && known >= 1 && known * 2 >= Math.min(names.length, 4)) ||
          (known >= MIN_FIELDS && telling && (start > 0 || indent !== ''))
        ) {
          const quoted = unindent(text.slice(start), indent)
          const message = translated ? inEnglish(quoted, written.length) : quoted
          return { before: text.slice(0, marked ? markerStart : start), headers: headersOfText(message), message }
        }
      }
    }
    fieldBefore = isField
    start = end + 1
  }
  return null
}

/** A text up to the first line that announces the returned message, whether its headers follow or not; else all of it. */
export function beforeMarker(text: string): string {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (start > 0 && isMarker(text, start, end)) return text.slice(0, start)
    start = end + 1
  }
  return text
}

/** Longest line that is taken for a marker, in characters. */
const MAX_MARKER = 200

/** All markers as one pattern. */
const MARKER = new RegExp(MARKERS.map((marker) => `(?:${marker.source})`).join('|'), 'i')

/** First characters of markers, one of which each has; lines with others need not be tried. */
const MARKER_BEGINS = new Set([...'->*=_|ABCDFHIMORTUabcdfhimortu'].map((char) => char.charCodeAt(0)))

function isMarker(text: string, start: number, end: number): boolean {
  if (start === end || end - start >= MAX_MARKER) return false
  let at = start
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++
  const first = text.charCodeAt(at)
  // Blanks of other kinds are left to `trim`.
  if (first > 32 && first < 127 && !MARKER_BEGINS.has(first)) return false
  return MARKER.test(text.slice(start, end).trim())
}

/** What mail programs call the fields of a message that they pass on inline. */
const TRANSLATED = new Map<string, string>([
  ...['von', 'de', 'da', 'van', 'od', 'fra'].map((name): [string, string] => [name, 'from']),
  ...['an', 'para', 'aan', 'do', 'til', 'till'].map((name): [string, string] => [name, 'to']),
  ...['betreff', 'objet', 'asunto', 'oggetto', 'assunto', 'onderwerp', 'temat', 'emne'].map(
    (name): [string, string] => [name, 'subject'],
  ),
])

/** The message with its fields under their right names, where a mail program translated them. */
function inEnglish(message: string, fields: number): string {
  const lines = message.split('\n')
  for (let i = 0; i < Math.min(lines.length, fields); i++) {
    const line = lines[i] ?? ''
    const colon = line.indexOf(':')
    const name = TRANSLATED.get(line.slice(0, colon).trim().toLowerCase())
    if (name !== undefined) lines[i] = name + line.slice(colon)
  }
  return lines.join('\n')
}

function unindent(text: string, indent: string): string {
  if (indent === '') return text
  const bare = indent.trimEnd()
  return text
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line === bare ? '' : line))
    .join('\n')
}

/** A part's own header block that is plainly a whole message's: the part is a message without saying so. */
export function looksLikeMessage(headers: Headers): boolean {
  const names = headers.list.map((field) => field.name)
  const known = names.filter((name) => NAMES.test(name) && !name.startsWith('content-') && name !== 'mime-version')
  return known.length >= MIN_FIELDS && known.some((name) => TELLING.test(name) || name === 'message-id')
}

/** How many lines of a block are looked at. */
const BLOCK_LINES = 60

/** Names of the fields that stand together from the line at `start` on. */
function fieldNames(text: string, start: number, indent: string): string[] {
  const names: string[] = []
  for (const written of text.slice(start).split('\n', BLOCK_LINES)) {
    const line = written.startsWith(indent) ? written.slice(indent.length) : written
    if (/^[ \t]+\S/.test(line)) continue
    if (!isFieldLine(line)) break
    names.push(line.slice(0, line.indexOf(':')).trim().toLowerCase())
  }
  return names
}
