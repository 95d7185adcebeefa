/**
 * Addresses as reports write them: type prefixes (RFC 3464 §2.3.1), angle brackets, quotes, comments, xtext (RFC 3461 §4),
 * RFC 6533 escapes, BATV, SRS and VERP. What comes out is `local@domain`, or null where no mailable address is stated.
 */
import { stripComments } from './words.ts'

const ATEXT = "A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x80-\\uffff-"
const LOCAL = `(?:[${ATEXT}]+(?:\\.+[${ATEXT}]+)*\\.?|"(?:[^"\\\\\\n]|\\\\[^\\n]){1,200}")`
const LABEL = '[A-Za-z0-9\\x80-\\uffff_](?:[A-Za-z0-9\\x80-\\uffff_-]*[A-Za-z0-9\\x80-\\uffff_])?'
const DOMAIN = `(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9A-Fa-f.:IPv]{3,60}\\])`

/** A dot in front is against RFC 5321 and in use all the same: Japanese phone companies gave such names away. */
const WHOLE = new RegExp(`^\\.?${LOCAL}@${DOMAIN}$`)

/** Longest address (RFC 5321 §4.5.3.1: 64 + 1 + 255, room for UTF-8): longer text between brackets is none. */
const MAX_ADDRESS = 400

/**
 * Signs that stand around addresses in Chinese and Japanese notices and are no part of them; blanks, controls and
 * direction marks beyond ASCII, which none may hold.
 */
const WIDE_SIGNS =
  /[\x80-\xa0\u2000-\u200f\u2018-\u201f\u2028-\u202f\u205f-\u206f\u3000-\u3002\u3008-\u3011\ufeff\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1c\uff1e\ufffd]/

/** True for `local@domain` and nothing else. */
export function isAddress(text: string): boolean {
  return text.length <= MAX_ADDRESS && WHOLE.test(text) && !WIDE_SIGNS.test(text)
}

/** xtext (RFC 3461 §4) where it plainly is one: `user+40example.com`, `a+3Db@example.com`. */
function undoXtext(text: string): string {
  const out = text.includes('@') ? text : text.replace(/\+40(?=[^+@]*$)/, '@')
  return out.replace(/\+3D/g, '=').replace(/\+2B/g, '+')
}

/** RFC 6533 §3: `\x{20AC}` stands for U+20AC. */
function undoUtf8Escapes(text: string): string {
  return text.replace(/\\x\{([0-9A-Fa-f]{2,6})\}/g, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16)
    return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
  })
}

/** An address without anything that would have to be undone, alone, in brackets or behind the usual type: nearly all are. */
const SIMPLE = /^(?:rfc822; ?|<)?([A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*@[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*)$/i

function simpleAddress(written: string): string | null {
  if (written.length > MAX_ADDRESS) return null
  const bracketed = written.endsWith('>')
  const address = SIMPLE.exec(bracketed ? written.slice(0, -1) : written)?.[1]
  return address !== undefined && bracketed === written.startsWith('<') ? address : null
}

/**
 * One address, written anyhow: `rfc822; <a@b>`, `"a@b"`, `SMTP:a@b`, `<@relay:a@b>`, `a@b (comment)`, `a+40b`.
 * Null where it is none. BATV and SRS are undone; the domain is left as written.
 */
export function readAddress(written: string): string | null {
  const simple = simpleAddress(written)
  if (simple !== null) return simple
  let text = written.replace(/\s*\n\s*/g, ' ').trim()
  if (text === '' || text.length > 4 * MAX_ADDRESS) return null
  const angle = /<([^<>]*)>/.exec(text)
  const typed = /^[a-z0-9-]{0,30}\s*;+\s*/i.exec(text)
  if (typed) text = text.slice(typed[0].length)
  if (angle && (angle[1] ?? '').includes('@')) text = angle[1] ?? ''
  else if (angle && /^<[^<>]*>$/.test(text.trim())) text = angle[1] ?? ''
  text = stripComments(text)
    .replace(/^(?:smtp|mailto|rfc822|utf-8|to|internet)\s*[:;=]\s*/i, '')
    .trim()
  // A source route (RFC 5321 appendix C).
  text = text.replace(/^@[^:@]+(?:,@[^:@]+)*:/, '')
  text = undoUtf8Escapes(text)
    .replace(/[>;,]+$/, '')
    .replace(/^</, '')
    .trim()
  // 'a@b' and "a@b" quoted whole; a quoted local part stays, unless its quotes are needless.
  text = text
    .replace(/^'([^']*)'$/, '$1')
    .replace(/^"([^"]*@[^"]*)"$/, '$1')
    .replace(/^"([^"@]*)"$/, '$1')
  text = text.replace(/^"([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+)"@/, (whole, local: string) =>
    /^\.|\.\.|\.$/.test(local) ? whole : `${local}@`,
  )
  text = undoXtext(text).replace(/\.$/, '')
  return isAddress(text) ? undoRewriting(text) : null
}

const IN_TEXT = new RegExp(`(?:${LOCAL})@(?:${DOMAIN})`, 'g')

/** Ideographs, kana or hangul written without a blank before or behind an ASCII address are words of the sentence. */
const GLUED_BEFORE = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+(?=[!-~]+@[!-~]+)/
const GLUED_BEHIND = /(@[!-~]*\.[A-Za-z]{2,})[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+$/

/** Every address in a free text, in order, each once (by spelling). Placeholders are left in: see `isHidden`. */
export function findAddresses(text: string): string[] {
  if (!text.includes('@')) return []
  const found = new Set<string>()
  // Wide signs part words as blanks do.
  const plain = WIDE_SIGNS.test(text) ? text.replace(new RegExp(WIDE_SIGNS, 'g'), ' ') : text
  // Of encoded data without a blank only the end can belong to an address.
  const short = plain.replace(/[^\s@]{1000,}/g, (run) => ` ${run.slice(-MAX_ADDRESS)}`)
  for (const match of short.matchAll(IN_TEXT)) {
    // A path that ends in an address is none.
    if (match[0].startsWith('/')) continue
    const written = match[0].replace(GLUED_BEFORE, '').replace(GLUED_BEHIND, '$1')
    const address = readAddress(written.replace(/^(?:smtp:|mailto:|'|`|=)+/i, '').replace(/['`]+$/, ''))
    if (address !== null) found.add(address)
  }
  return [...found]
}

/** The first address in a free text, else null. */
export function firstAddress(text: string): string | null {
  return findAddresses(text)[0] ?? null
}

/** The addresses of a list `a@b, "C, D" <c@d>; e@f` (RFC 5322 §3.4, and the lists that Exim writes). */
export function splitAddresses(list: string): string[] {
  const items: string[] = []
  let item = ''
  let quoted = false
  let depth = 0
  for (const char of list) {
    if (char === '"') quoted = !quoted
    else if (!quoted && (char === '<' || char === '(')) depth++
    else if (!quoted && (char === '>' || char === ')')) depth = Math.max(0, depth - 1)
    if (!quoted && depth === 0 && (char === ',' || char === ';' || char === '\n')) {
      items.push(item)
      item = ''
    } else item += char
  }
  items.push(item)
  return items.map((text) => readAddress(text)).filter((address) => address !== null)
}

const HIDDEN_WORD =
  /^(?:\[?(?:redacted|undisclosed|hidden|removed|anonymi[sz]ed|masked|withheld|suppressed|obfuscated|deleted|unknown-recipient|private)\]?|x{5,}|\*+|\?+|-+|_+)$/i

/** What stands in every placeholder: a sign, a word, or a dash that opens a name. Nearly no address has any of it. */
const MAY_HIDE =
  /[*?…]|\.\.\.|x{5}|redacted|undisclosed|hidden|removed|anonymi|masked|withheld|suppressed|obfuscated|deleted|unknown-recipient|private|(?:^|[^a-z0-9.])[-_]/i

/** True for a placeholder or redaction: `redacted`, `undisclosed`, `david...@example.com`, `xxxxx@…`, `***@example.com`. */
export function isHidden(written: string): boolean {
  if (!MAY_HIDE.test(written)) return false
  const text = written
    .replace(/^\s*(?:rfc822|utf-8|unknown)\s*;/i, '')
    .trim()
    .replace(/^[<']+|[>']+$/g, '')
    .replace(/^"(.*)"$/, '$1')
  if (text === '') return false
  const at = text.lastIndexOf('@')
  const local = at < 0 ? text : text.slice(0, at)
  const domain = at < 0 ? '' : text.slice(at + 1)
  // Dots in a quoted local part are its own.
  if (/…|\*{2,}/.test(text) || local === '*' || (!local.startsWith('"') && /\.\.\.|[xX]{5,}/.test(text))) return true
  if (HIDDEN_WORD.test(local) || HIDDEN_WORD.test(domain)) return true
  return (
    /(?:^|[\s[(<])(?:redacted|undisclosed)(?:$|[\s\])>:@-])|^undisclosed|\.redacted$|^(?:redacted|hidden)[-_.]|[-_.]redacted$/i.test(
      local,
    ) || /(?:^|\.)redacted(?:\.|$)|^(?:hidden|redacted)\.invalid$/i.test(domain)
  )
}

/** BATV (draft-levine-smtp-batv): `prvs=0123456789=user@example.com`; null where it is none. */
export function undoBatv(address: string): string | null {
  const match = /^(?:prvs|btv1|msprvs1)=(?:[^=@]+==?)?([^=@]+)(?:=[0-9A-Fa-f]{10})?@(.+)$/i.exec(address)
  const older = /^prvs=([^=@/]+)\/[0-9a-f]{10}@(.+)$/i.exec(address)
  if (older) return `${older[1]}@${older[2]}`
  return match ? `${match[1]}@${match[2]}` : null
}

/** SRS (libsrs2, Mail::SRS): `SRS0=hash=tt=example.com=user@forwarder` is user@example.com; null where it is none. */
export function undoSrs(address: string): string | null {
  const first = /^SRS0[=+-][^=@]+=[^=@]{1,4}=([^=@]+\.[^=@]+)=(.+)@[^@]+$/i.exec(address)
  if (first) return `${first[2]}@${first[1]}`
  const second = /^SRS1[=+-][^=@]+=[^=@]*==[^=@]+=[^=@]{1,4}=([^=@]+\.[^=@]+)=(.+)@[^@]+$/i.exec(address)
  return second ? `${second[2]}@${second[1]}` : null
}

/**
 * The recipient that a VERP return address carries (variable envelope return path): `bounces+user=example.com@list.example`.
 * Null where it is none. Says who was mailed, when a bounce itself names nobody.
 */
export function undoVerp(address: string): string | null {
  if (/^(?:SRS[01]|prvs|btv1)[=+-]/i.test(address)) return null
  const local = address.slice(0, address.lastIndexOf('@'))
  const match = /(?:^|[+=-])([^+=@]+)=((?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24})$/.exec(local)
  if (!match) return null
  const found = `${(match[1] ?? '').replace(/^(?:bounces?|return|verp)-(?:[0-9]+-)*/i, '')}@${match[2]}`
  return isAddress(found) ? found : null
}

/**
 * An address that Exchange wrapped into one of its own (IMCEA, [MS-OXCMAIL] §2.1.3.1.8): `IMCEASMTP-user+40example+2Ecom@…`.
 * Null where it is none, or wraps no SMTP address.
 */
export function undoImcea(address: string): string | null {
  const wrapped = /^IMCEA(?:SMTP|INVALID)-([^@]+)@[^@]+$/i.exec(address)?.[1]
  if (wrapped === undefined) return null
  return wrapped
    .replaceAll('_', '/')
    .replace(/\+([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function undoRewriting(address: string): string {
  const undone = address.includes('=')
    ? (undoBatv(address) ?? undoSrs(address))
    : /^IMCEA/i.test(address)
      ? undoImcea(address)
      : null
  return undone !== null && isAddress(undone) ? undone : address
}
