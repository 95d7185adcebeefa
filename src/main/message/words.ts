/** Header values: encoded words (RFC 2047), parameters (RFC 2045 §5.1, RFC 2231), comments (RFC 5322 §3.2.2). */
import { decodeText } from './charset.ts'
import { decodeBase64 } from './transfer.ts'

const WORD = /=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=/g

function wordBytes(encoding: string, data: string): Uint8Array {
  if (encoding === 'b' || encoding === 'B') return decodeBase64(data)
  const text = data
    .replace(/_/g, ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(text, 'latin1')
}

/** Raw 8-bit bytes as text; what holds characters beyond a byte was decoded before. */
function plain(raw: string): string {
  return /[\x80-\xff\x1b]/.test(raw) && !/[^\x00-\xff]/.test(raw) ? decodeText(Buffer.from(raw, 'latin1'), null) : raw
}

/**
 * A raw header value (byte string) as text. Neighbouring encoded words are joined before decoding, since many mailers
 * cut a multi-byte character between two of them; raw 8-bit bytes are read as UTF-8 or windows-1252.
 */
export function decodeWords(raw: string): string {
  if (!raw.includes('=?')) return plain(raw)
  const pieces: string[] = []
  let charset: string | null = null
  let bytes: Uint8Array[] = []
  let last = 0
  const flush = () => {
    if (bytes.length > 0) pieces.push(decodeText(Buffer.concat(bytes), charset))
    bytes = []
  }
  for (const match of raw.matchAll(WORD)) {
    const between = raw.slice(last, match.index)
    const blank = between.trim() === '' && last > 0
    const name = (match[1] ?? '').replace(/\*.*$/, '').toLowerCase()
    if (!blank || name !== charset) flush()
    if (!blank) pieces.push(plain(between))
    charset = name
    bytes.push(wordBytes(match[2] ?? '', match[3] ?? ''))
    last = match.index + match[0].length
  }
  flush()
  pieces.push(plain(raw.slice(last)))
  return pieces.join('')
}

/** A value without its comments: `failed (bad address)` is `failed`. Parentheses in quoted strings stay. */
export function stripComments(value: string): string {
  if (!value.includes('(')) return value.trim()
  let depth = 0
  let quoted = false
  let out = ''
  for (let i = 0; i < value.length; i++) {
    const char = value[i]
    if (char === '\\') {
      if (depth === 0) out += value.slice(i, i + 2)
      i++
    } else if (char === '"' && depth === 0) {
      quoted = !quoted
      out += char
    } else if (char === '(' && !quoted) depth++
    else if (char === ')' && !quoted && depth > 0) depth--
    else if (depth === 0) out += char
  }
  // An unclosed parenthesis is no comment.
  return depth > 0 ? value.trim() : out.trim()
}

/** A Content-Type-like value: its main value, lower-cased, and its parameters by lower-cased name. */
export interface Structured {
  value: string
  params: ReadonlyMap<string, string>
}

const PARAM = /;\s*([^\s=;]+?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;\s]*))/g

/** Reads `text/plain; charset="x"; name*0*=…`. Continuations (RFC 2231 §3) are joined, percent-encoding is undone. */
export function parseStructured(raw: string | null): Structured {
  const params = new Map<string, string>()
  if (raw === null) return { value: '', params }
  const end = raw.indexOf(';')
  const value = stripComments(end < 0 ? raw : raw.slice(0, end))
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
    .replace(/\s+/g, '')
  if (end >= 0) {
    const parts = new Map<string, { index: number; text: string; encoded: boolean }[]>()
    for (const match of raw.slice(end).matchAll(PARAM)) {
      const [name = '', index] = (match[1] ?? '').toLowerCase().split('*')
      const encoded = (match[1] ?? '').endsWith('*')
      const text = match[2] !== undefined ? match[2].replace(/\\(.)/g, '$1') : (match[3] ?? '')
      const list = parts.get(name) ?? []
      list.push({ index: Number(index) || 0, text, encoded })
      parts.set(name, list)
    }
    for (const [name, list] of parts) {
      const sorted = list.length > 1 ? [...list].sort((a, b) => a.index - b.index) : list
      const text = sorted.map((part) => part.text).join('')
      params.set(name, sorted.some((part) => part.encoded) ? percentDecode(text) : text)
    }
  }
  return { value, params }
}

function percentDecode(text: string): string {
  const charset = /^([^']*)'[^']*'/.exec(text)
  const data = charset ? text.slice(charset[0].length) : text
  const bytes = data.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return decodeText(Buffer.from(bytes, 'latin1'), charset?.[1] || null)
}
