/**
 * Bytes as text and back again without the loss of a single one, whatever their charset: addresses in the text can then be
 * replaced, and everything else stays as it was. Bytes come and go as byte strings (one char a byte).
 *
 * UTF-8 becomes the characters it means. All other bytes beyond ASCII become private-use characters: letters of the
 * single-byte charsets such that an address may hold them (U+F7xx), everything else such that none may (plane 15).
 */
import { charsetName } from '../message/charset.ts'

/** U+F700 and the byte: a byte that is a letter in most single-byte charsets. */
const LETTER_BASE = 0xf700
/** U+F0000 and one or two bytes: a sign, or half of what only its charset knows. */
const SIGN_BASE = 0xf0000
const SIGN_END = 0xfffff

/** From 0xC0 on single-byte charsets hold letters, before it signs; these are the letters and digits of windows-1252 there. */
const LETTER_BYTE = /[\x83\x88\x8a\x8c\x8e\x9a\x9c\x9e\x9f\xaa\xb2\xb3\xb5\xb9\xba\xbc-\xbe\xc0-\xff]/

const ESC = 0x1b

/** Charsets whose characters are pairs, the second of which may look like ASCII, even like an `@`. */
const PAIRED = /^(?:shift_jis|gb18030|gbk|big5|euc-jp|euc-kr)$/

export interface Reversible {
  text: string
  /** The bytes of `text` after it was changed. */
  back(text: string): string
}

/** A byte string as text. `charset` is what the message says; null where it says nothing. */
export function reversible(bytes: string, charset: string | null): Reversible {
  const name = charset === null ? null : charsetName(charset)
  if (name === 'utf-16le' || name === 'utf-16be') return wide(bytes, name)
  if (!/[\x80-\xff\x1b]/.test(bytes)) return { text: bytes, back: (text) => text }
  return { text: decode(bytes, name !== null && PAIRED.test(name) ? name : null), back: encode }
}

/** `paired`: the name of a charset of pairs, else null. */
function decode(bytes: string, paired: string | null): string {
  const out: string[] = []
  let plain = 0
  let at = 0
  // ISO-2022 (RFC 1468): between two escapes every pair of bytes is one character; a line end returns to ASCII.
  let escaped = false
  const flush = () => {
    if (plain < at) out.push(bytes.slice(plain, at))
  }
  const take = (text: string, length: number) => {
    flush()
    out.push(text)
    at += length
    plain = at
  }
  while (at < bytes.length) {
    const byte = bytes.charCodeAt(at)
    if (byte === ESC) {
      const sequence = /^\x1b(?:\$\(?[@-D]|\([BJI])/.exec(bytes.slice(at, at + 4))?.[0]
      if (sequence !== undefined) {
        escaped = sequence[1] === '$'
        take([...sequence].map((char) => sign(char.charCodeAt(0))).join(''), sequence.length)
      } else at++
    } else if (escaped && byte > 0x20) {
      const second = bytes.charCodeAt(at + 1)
      take(second > 0x20 ? sign(byte, second) : sign(byte), second > 0x20 ? 2 : 1)
    } else if (byte < 0x80) {
      if (byte === 10) escaped = false
      at++
    } else if (paired === 'euc-jp' && byte === 0x8f && at + 2 < bytes.length) {
      take(sign(byte, bytes.charCodeAt(at + 1)) + sign(bytes.charCodeAt(at + 2)), 3)
    } else if (paired !== null) {
      const second = bytes.charCodeAt(at + 1)
      take(second >= 0x30 ? sign(byte, second) : sign(byte), second >= 0x30 ? 2 : 1)
    } else {
      const length = utf8Length(bytes, at)
      const code = length > 0 ? utf8Code(bytes, at, length) : 0
      if (length > 0 && !isPrivate(code)) take(String.fromCodePoint(code), length)
      else take(LETTER_BYTE.test(String.fromCharCode(byte)) ? String.fromCharCode(LETTER_BASE + byte) : sign(byte), 1)
    }
  }
  flush()
  return out.join('')
}

function sign(first: number, second = Number.NaN): string {
  return String.fromCodePoint(SIGN_BASE + (Number.isNaN(second) ? first : first * 256 + second))
}

/** Bytes of the UTF-8 character (RFC 3629 §4) at `at`; 0 where there is none. */
function utf8Length(bytes: string, at: number): number {
  const first = bytes.charCodeAt(at)
  const length = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
  if (length === 0 || first > 0xf4 || at + length > bytes.length) return 0
  for (let i = 1; i < length; i++) if ((bytes.charCodeAt(at + i) & 0xc0) !== 0x80) return 0
  const code = utf8Code(bytes, at, length)
  const shortest = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000
  return code < shortest || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? 0 : length
}

function utf8Code(bytes: string, at: number, length: number): number {
  let code = bytes.charCodeAt(at) & (0xff >> (length + 1))
  for (let i = 1; i < length; i++) code = code * 64 + (bytes.charCodeAt(at + i) & 0x3f)
  return code
}

/** Characters that stand for bytes here: where a message holds them itself, its bytes are kept one by one. */
function isPrivate(code: number): boolean {
  return (code >= LETTER_BASE && code <= LETTER_BASE + 0xff) || (code >= SIGN_BASE && code <= SIGN_END)
}

function encode(text: string): string {
  if (!/[^\x00-\x7f]/.test(text)) return text
  return text.replace(/[^\x00-\x7f]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0
    if (code >= LETTER_BASE && code <= LETTER_BASE + 0xff) return String.fromCharCode(code - LETTER_BASE)
    if (code >= SIGN_BASE && code <= SIGN_END) {
      const value = code - SIGN_BASE
      return value > 0xff ? String.fromCharCode(value >> 8, value & 0xff) : String.fromCharCode(value)
    }
    return Buffer.from(char, 'utf8').toString('latin1')
  })
}

/** UTF-16 (RFC 2781): two bytes a unit, an odd last byte kept aside. */
function wide(bytes: string, name: 'utf-16le' | 'utf-16be'): Reversible {
  const swap = name === 'utf-16be'
  const even = bytes.length - (bytes.length % 2)
  const units = Buffer.from(bytes.slice(0, even), 'latin1')
  const text = (swap ? units.swap16() : units).toString('utf16le')
  return {
    text,
    back(changed) {
      const out = Buffer.from(changed, 'utf16le')
      return (swap ? out.swap16() : out).toString('latin1') + bytes.slice(even)
    },
  }
}
