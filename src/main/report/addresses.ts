/** Mail addresses in a text, in whatever writing, replaced by their pseudonyms. */
import { isHidden } from '../message/addresses.ts'
import { MAX_LOCAL_REACH } from './limits.ts'
import { rewriteLocal } from './local-part.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { isProviderDomain, isReportingDomain, isSystemLocal } from './system-names.ts'

/**
 * How an `@` is written: itself, its full-width form, in URLs (RFC 3986 §2.1, also twice), quoted-printable (RFC 2045 §6.7),
 * xtext (RFC 3461 §4), UTF-7 (RFC 2152), in program text, or as a word in brackets.
 */
const AT = /@|\uff20|%(?:25)*40|=40|\+40|\+AEA-|\\x40|\\u0040| ?[([{] ?at ?[)\]}] ?/gi

/** Letters and digits of any script, and bytes that only their charset knows (`reversible.ts`). */
const LETTER = '\\p{L}\\p{M}\\p{N}\\uf700-\\uf7ff_'
/** A dot, also as URLs, quoted-printable and xtext write it. */
const DOT = '(?:\\.|%2E|=2E|\\+2E)'
const DOMAIN = new RegExp(`[${LETTER}-]{1,63}(?:${DOT}[${LETTER}-]{1,63}){0,30}|\\[[0-9A-Fa-f.:IPv]{3,60}\\]`, 'iuy')

const LOCAL_CHAR = new RegExp(`[${LETTER}!#$%&'*+/=?^\`{|}~.-]`, 'u')

/** What stands in front of a local part and is none of it: quotes, bullets, dashes of a MIME boundary. */
const LEADING = new RegExp(`^[^${LETTER}"\\\\]+`, 'u')

/** Ideographs, kana or hangul written without a blank beside an ASCII address are words of the sentence. */
const WIDE = '\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af'
const GLUED_BEFORE = new RegExp(`^.*[${WIDE}](?=[!-~]+$)`)
const GLUED_BEHIND = new RegExp(`^([!-~]+)[${WIDE}]`)

/** The end of a domain that people mail to; asked where the `@` is written in another way, which may be chance. */
const TOP_LEVEL = /\.(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})$/iu

/** A place in a text, and what it becomes. */
export interface Span {
  start: number
  end: number
  text: string
}

/** Every address in `text`, in order, with what it becomes. `met` is told each local part that is replaced. */
export function findSpans(text: string, names: Pseudonyms, met: (local: string) => void): Span[] {
  const spans: Span[] = []
  let free = 0
  AT.lastIndex = 0
  for (let at = AT.exec(text); at !== null; at = AT.exec(text)) {
    const span = spanAt(text, at.index, at[0], free, names, met)
    if (span === null) continue
    spans.push(span)
    free = span.end
    AT.lastIndex = span.end
  }
  return spans
}

/** The text with every address replaced. */
export function replaceAddresses(text: string, names: Pseudonyms, met: (local: string) => void): string {
  const spans = findSpans(text, names, met)
  if (spans.length === 0) return text
  const out: string[] = []
  let at = 0
  for (const span of spans) {
    out.push(text.slice(at, span.start), span.text)
    at = span.end
  }
  out.push(text.slice(at))
  return out.join('')
}

function spanAt(
  text: string,
  index: number,
  at: string,
  free: number,
  names: Pseudonyms,
  met: (local: string) => void,
): Span | null {
  const behind = index + at.length
  const domain = domainFrom(text, behind)
  if (domain === null) return null
  const plain = at === '@' || at === '\uff20'
  const named = domain.replace(new RegExp(DOT, 'gi'), '.')
  const dotted = named.includes('.')
  if (!plain && !TOP_LEVEL.test(named)) return null
  // An address written within another one, as list servers do: the outer one takes it with it.
  const end = behind + domain.length
  if (!plain && text[end] === '@') return null
  const local = localBefore(text, index, Math.max(free, index - MAX_LOCAL_REACH), { dotted, encoded: !plain })
  if (local === '') return null
  if (names.made(named)) return { start: index, end, text: text.slice(index, end) }
  const made = pseudonymOf(plainWriting(local, at), named, names, met)
  return { start: index - local.length, end, text: `${made.local}${at}${made.domain}` }
}

function domainFrom(text: string, from: number): string | null {
  DOMAIN.lastIndex = from
  const found = DOMAIN.exec(text)?.[0]
  if (found === undefined) return null
  const glued = GLUED_BEHIND.exec(found)?.[1]
  // A host without a dot is ASCII: there are no others.
  const ascii = found.includes('.') ? undefined : /^[!-~]*/.exec(found)?.[0]
  const own = ascii ?? (glued !== undefined && /\.[A-Za-z]{2,}$/.test(glued) ? glued : found)
  const trimmed = own.replace(/[-_]+$/, '')
  return trimmed === '' ? null : trimmed
}

/** The local part that ends at `end`, as it stands in the text; empty where there is none. */
function localBefore(text: string, end: number, from: number, how: { dotted: boolean; encoded: boolean }): string {
  if (text[end - 1] === '"' && how.dotted) {
    const open = text.lastIndexOf('"', end - 2)
    const quoted = open >= from ? text.slice(open, end) : ''
    const before = open > 0 ? (text[open - 1] ?? '') : ' '
    return /^"\S(?:[^\n]*\S)?"$/.test(quoted) && /[\s<:;,([]/.test(before) ? quoted : ''
  }
  let start = end
  while (start > from && isLocalChar(text, start - 1)) start--
  let local = text.slice(start, end)
  const url = local.startsWith('//') && text[start - 1] === ':'
  if (url || how.encoded) local = local.replace(/^.*[/?&;]/s, '')
  // In a URL what stands before `=` is the name of a parameter; elsewhere it may be part of a return path.
  if (url || (how.encoded && text[end] === '%')) local = local.replace(/^[^=]*=(?=[^=]+$)/, '')
  local = local.replace(LEADING, '')
  return /^[!-~]*$/.test(local) ? local : local.replace(GLUED_BEFORE, '')
}

/** RFC 6533 §3 writes characters beyond ASCII as `\x{E9}`. */
function isLocalChar(text: string, at: number): boolean {
  const char = text[at] ?? ''
  return LOCAL_CHAR.test(char) || (char === '\\' && text.startsWith('\\x{', at))
}

function pseudonymOf(
  local: string,
  domain: string,
  names: Pseudonyms,
  met: (local: string) => void,
): { local: string; domain: string } {
  if (isHidden(`x@${domain}`)) return { local: 'redacted', domain }
  const made = names.domain(domain)
  if (isHidden(`${local}@example.com`)) return { local: hiddenLocal(local), domain: made }
  if (isSystemLocal(local)) return { local, domain: isProviderDomain(domain) ? domain : made }
  met(local)
  return { local: rewriteLocal(local, names), domain: isReportingDomain(domain) ? domain : made }
}

/** How each encoded `@` writes other characters. */
const ESCAPES: readonly [at: RegExp, escape: RegExp][] = [
  [/^%/, /%([0-9A-F]{2})/gi],
  [/^=/, /=([0-9A-F]{2})/gi],
  [/^\+40/, /\+([0-9A-F]{2})/g],
]

/** A local part as it is written beside a plain `@`. */
function plainWriting(local: string, at: string): string {
  const written = ESCAPES.find(([mark]) => mark.test(at))?.[1]
  if (written === undefined || /[^\x00-\xff]/.test(local)) return local
  const bytes = local.replace(written, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** A placeholder stays; what is half hidden becomes one. */
function hiddenLocal(local: string): string {
  return /^(?:\[?(?:redacted|undisclosed|hidden|removed|masked|deleted|private)\]?|[x*?._-]+)$/i.test(local)
    ? local
    : 'redacted'
}
