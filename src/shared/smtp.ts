/**
 * Reading reply codes (RFC 5321 §4.2), enhanced status codes (RFC 3463 §2) and the stage of the SMTP dialogue out of
 * text that servers wrote for people. Reports quote replies in many wrappings, so a number counts as a code only where
 * a code stands: at the start of a line, behind the words that announce a reply, behind opening punctuation. Network
 * addresses, dates, versions, ports, sizes and queue ids never do.
 */

import { rememberMany } from './remember.ts'

/** At which step of the SMTP dialogue a reply was given. */
export type SmtpStage = 'connect' | 'helo' | 'mail-from' | 'rcpt-to' | 'data' | 'end-of-data'

/** Longest text that is searched, in characters: replies are short; a message body pasted in must not cost seconds. */
const MAX_REPLY_TEXT = 16_384
/** How far around a number its neighbourhood is read. */
const NEIGHBOURHOOD = 48

// --- reply codes ---

const REPLY_CANDIDATE = /(?<![\w.@/\\+%&~$€-])[245]\d\d(?!\w|\.\d|,\d)/g
/** Everything before it on its line, when a code opens the line; Sendmail marks received lines with `<<<`. */
const OPENS_LINE = /^[\s>*|]*(?:<{1,3} ?)?["'<([#]*$/
/** Punctuation that announces a reply: `said: 550`, `smtp;550`, `<mx.example.net #550`, `[192.0.2.1]: 550`, ` - 550`. */
const BEHIND_PUNCTUATION =
  /(?:[:：]\s+|[^\d:][:：]|[;；]\s*|\s[-–]\s|[>\])]\s|(?:^|\s)["'‘“(<[#「『«]+|[;:]["'‘“(<[#]+)["'‘“(<[#]{0,2}$/
const BEHIND_WORD =
  /\b(?:smtp|lmtp|e?smtp error|error|problem|refused|fehler|erreur|errore|erro|error de|code|c[oó]digo|status|reply|replied|response|responded|returned|said|says|was|with|got|gave|answered|stat|dsn)[\s=]{1,2}(?:code[\s=:]{1,2})?["'‘“(<[#]{0,2}$/i
const ENHANCED_FOLLOWS = /^[ -]{1,3}["'(<[#]{0,2}[245]\.\d{1,3}\.\d{1,3}(?![.\d]*\d)/
const TEXT_FOLLOWS = /^(?:[ \t-]{1,4}\S|[:,.;)\]"'>’”]+(?:\s|$)|:\p{L}|\s*$|\r?\n|[<(["])/u
/** Units in small letters; `552 Message too large` and `554 message rejected` begin a sentence, `300 messages` an amount. */
const AMOUNT_FOLLOWS =
  /^ ?(?:%|(?:bytes?|octets|[kmgKMG]i?[bB]|kbytes|ms|seconds?|secs?|minutes?|mins?|hours?|days?|lines|messages|recipients|addresses|times)\b)/
/** `port: 465`, `size=552`: an announcing punctuation behind these announces something else. */
const OTHER_NUMBER_BEFORE = /\b(?:ports?|line|size|limit|length|count|year|id|uid|x-unix)\W{0,3}$/i
const IPV6_BEFORE = /[0-9a-f]*:[0-9a-f]*:$/i
/** Codes that servers are seen to use; others (`404`, `500` apart) are codes only with an enhanced code behind. */
const USUAL_REPLY = /^(?:2[0-5]\d|4[2-7]\d|5[0-7]\d)$/

function clip(text: string): string {
  return text.length > MAX_REPLY_TEXT ? text.slice(0, MAX_REPLY_TEXT) : text
}

/** How surely the number at `start` is a reply code: 2 with an enhanced code behind it, 1 alone, 0 not. */
function replyCertainty(text: string, start: number): 0 | 1 | 2 {
  const code = text.slice(start, start + 3)
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
  const before = text.slice(Math.max(lineStart, start - NEIGHBOURHOOD), start)
  const after = text.slice(start + 3, start + 3 + NEIGHBOURHOOD)
  const stands =
    (lineStart >= start - NEIGHBOURHOOD && OPENS_LINE.test(before)) ||
    BEHIND_PUNCTUATION.test(before) ||
    BEHIND_WORD.test(before)
  if (!stands || OTHER_NUMBER_BEFORE.test(before) || IPV6_BEFORE.test(before)) return 0
  if (ENHANCED_FOLLOWS.test(after)) return 2
  return USUAL_REPLY.test(code) && TEXT_FOLLOWS.test(after) && !AMOUNT_FOLLOWS.test(after) ? 1 : 0
}

/**
 * The reply code of a text (a Diagnostic-Code, a log line, a transcript; RFC 5321 §4.2): the first failure that an
 * enhanced code follows, else the first failure (4xx, 5xx), else the first success (2xx); null where none stands.
 */
export const readReplyCode: (text: string) => string | null = rememberMany((text) => {
  const clipped = clip(text)
  let failure: string | null = null
  let success: string | null = null
  for (const match of clipped.matchAll(REPLY_CANDIDATE)) {
    const certainty = replyCertainty(clipped, match.index)
    if (certainty === 0) continue
    const code = match[0]
    if (code.startsWith('2')) success ??= code
    else if (certainty === 2) return code
    else failure ??= code
  }
  return failure ?? success
})

// --- enhanced status codes ---

const ENHANCED_CANDIDATE = /(?<![\w.@/\\+~])[245]\.\d{1,3}\.\d{1,3}(?![\w/\\@]|\.\d|-\d)/g
const BEHIND_REPLY_CODE = /(?<!\w)[2-5]\d\d[ -]{1,3}["'(<[#]*$/
const ENHANCED_BEHIND_WORD =
  /(?:status|code|dsn|error|diagnostic(?:-code)?|reason|said|reply|response|returned)[\s=:]{1,3}["'(<[#]*$/i
const ENHANCED_OPENS = /(?:[#(<["'‘“「『«]|[:;：；=]\s*|\s[-–]\s)$/
/** A word before the number that makes it a version or a date. */
const VERSION_BEFORE =
  /(?:\b(?:v|ver|version|release|rev|revision|build|exim|qmail|sendmail|postfix|courier|php|phpmailer|mailer|agent|on|am|vom|le|dated?|client|server software)[\s:.(]*|[A-Z][\w.]*\s+\(?|[A-Za-z]\/)$/
const DATE_AFTER = /^\s+\d{1,2}[:h]\d\d/

/** How surely the number at `start` is an enhanced code: 3 behind a reply code, 2 where a code stands, 1 in plain prose, 0 not. */
function enhancedCertainty(text: string, start: number, length: number): 0 | 1 | 2 | 3 {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
  const before = text.slice(Math.max(lineStart, start - NEIGHBOURHOOD), start)
  const after = text.slice(start + length, start + length + NEIGHBOURHOOD)
  if (DATE_AFTER.test(after)) return 0
  if (BEHIND_REPLY_CODE.test(before)) return 3
  // A hyphen joins a code only to a reply code; elsewhere it joins a version to a name.
  if (before.endsWith('-')) return 0
  if (ENHANCED_BEHIND_WORD.test(before)) return 2
  if (/\b(?:v|ver|version|release|rev|build|exim|postfix|sendmail|qmail|phpmailer)[\s:.(]*$/i.test(before)) return 0
  if ((lineStart >= start - NEIGHBOURHOOD && OPENS_LINE.test(before)) || ENHANCED_OPENS.test(before)) return 2
  return text.startsWith('2', start) || VERSION_BEFORE.test(before) ? 0 : 1
}

/**
 * The enhanced status code of a text (`class.subject.detail`, RFC 3463 §2), also as `#5.1.1`, `(#5.1.1)`, `[5.1.1]`,
 * `5.1.1:`: the one behind a reply code first, then where a code stands, then in plain words; failures (4, 5) before
 * successes (2). Null where none stands. Vendor details beyond the registry (`5.7.606`) are read as they are.
 */
export const readEnhancedCode: (text: string) => string | null = rememberMany((text) => {
  const clipped = clip(text)
  let best: string | null = null
  let bestRank = 0
  for (const match of clipped.matchAll(ENHANCED_CANDIDATE)) {
    const certainty = enhancedCertainty(clipped, match.index, match[0].length)
    if (certainty === 0) continue
    const rank = match[0].startsWith('2') ? certainty : certainty + 3
    if (rank > bestRank) {
      best = match[0]
      bestRank = rank
    }
  }
  return best
})

// --- multi-line replies ---

const MULTILINE_START = /(?<![\w.@/-])([245]\d\d)-\s?(?:([245]\.\d{1,3}\.\d{1,3})[ -]?)?/
const CONTINUED_LINE = /^\s*(?:<{3} ?)?([245]\d\d)[ -](?:([245]\.\d{1,3}\.\d{1,3})(?:[ -]|$))?/

/**
 * Joins the lines of a multi-line reply (RFC 5321 §4.2.1), on lines of their own or folded into one, to one text that
 * names its codes once: `550-5.1.1 a\n550 5.1.1 b` gives `550 5.1.1 a b`. Other text comes back with its white space
 * run together.
 */
export const joinReplyLines: (text: string) => string = rememberMany((text) => {
  let open: { reply: string; enhanced: string } | null = null
  const lines: string[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const continued = CONTINUED_LINE.exec(line)
    if (open && continued && continued[1] === open.reply && (!continued[2] || continued[2] === open.enhanced)) {
      lines.push(line.slice(continued[0].length))
      continue
    }
    const start = MULTILINE_START.exec(line)
    const begin = start ?? continued
    if (begin) open = { reply: begin[1] ?? '', enhanced: begin[2] ?? '' }
    lines.push(start ? unfold(line, start) : line)
  }
  return lines.join(' ').replace(/\s+/g, ' ').trim()
})

/** One line that starts a multi-line reply, with the repetitions that folding left inside it taken out. */
function unfold(line: string, start: RegExpExecArray): string {
  const reply = start[1] ?? ''
  const enhanced = start[2] ?? ''
  const head = line.slice(0, start.index) + reply + (enhanced ? ` ${enhanced} ` : ' ')
  const rest = line.slice(start.index + start[0].length)
  if (!rest.includes(reply)) return head + rest
  const repeated = enhanced
    ? new RegExp(`(^|\\s)${reply}[ -](?:${enhanced.replaceAll('.', '\\.')}(?:[ -]|$))?`, 'g')
    : new RegExp(`(^|\\s)${reply}[ -]`, 'g')
  return head + rest.replace(repeated, '$1')
}

// --- stage ---

/** First match wins; sources: Postfix smtp_proto.c, Exim smtp.c, qmail-remote.c, Sendmail's transcripts. */
const STAGES: readonly [SmtpStage, RegExp][] = [
  [
    'end-of-data',
    /end[ -]of[ -](?:data|message)|in reply to dot|after (?:i sent the message|sending (?:the )?message)|sending message body|message body rejected|after data terminator/,
  ],
  [
    'rcpt-to',
    /(?:reply to|after|sending|>>>|pipelined|response to) ?(?:the )?rcpt\b|rcpt to(?: command)? (?:failed|rejected)|does not like recipient/,
  ],
  [
    'mail-from',
    /(?:reply to|after|sending|>>>|pipelined|response to) ?(?:the )?mail(?: from|\b:)|but sender was rejected|mail from(?: command)? (?:failed|rejected)/,
  ],
  ['data', /(?:reply to|after|sending|>>>|pipelined|response to) ?(?:the )?data\b|failed on data command/],
  [
    'helo',
    /(?:reply to|after|sending|>>>|performing|response to) ?(?:the )?(?:[eh](?:he)?lo|ehlo|lhlo)\b|but my name was rejected/,
  ],
  [
    'connect',
    /initial connection|refused to talk to me|(?:initial )?server greeting|but greeting failed|after connect\b|in banner/,
  ],
]

/** Which step of the dialogue a text says it was refused at; null where it does not say. */
export const readStage: (text: string) => SmtpStage | null = rememberMany((text) => {
  const lowered = clip(text).toLowerCase()
  const transcript = lastCommand(lowered)
  if (transcript) return transcript
  return STAGES.find(([, pattern]) => pattern.test(lowered))?.[0] ?? null
})

const COMMANDS: readonly [SmtpStage, string][] = [
  ['rcpt-to', 'rcpt'],
  ['mail-from', 'mail'],
  ['data', 'data'],
  ['end-of-data', '.'],
  ['helo', 'ehlo'],
  ['helo', 'helo'],
  ['helo', 'lhlo'],
]

/** Sendmail's transcript shows what was sent (`>>>`) above each answer (`<<<`): the command above the first refusal. */
function lastCommand(lowered: string): SmtpStage | null {
  const refusal = /<<<\s*[45]\d\d/.exec(lowered)
  if (!refusal) return null
  const sent = lowered.lastIndexOf('>>>', refusal.index)
  if (sent < 0) return null
  const command = lowered.slice(sent + 3).trimStart()
  return COMMANDS.find(([, word]) => command.startsWith(word))?.[0] ?? null
}
