/** Encodings in the middle of a text: what they hide is replaced, and they are written again. */
import { decodeBase64 } from '../message/transfer.ts'
import { reversible } from './reversible.ts'
import { decodeWord, encodeBase64, encodeWord } from './transfer.ts'

/** What replaces addresses in a text. */
export type Rewrite = (text: string) => string

/** Bytes of a known charset, rewritten. */
export function rewriteBytes(bytes: string, charset: string | null, rewrite: Rewrite): string {
  const { text, back } = reversible(bytes, charset)
  const written = rewrite(text)
  return written === text ? bytes : back(written)
}

const WORDS = /=\?[^?\s]{1,60}\?[bBqQ]\?[^?\n]*\?=(?:[ \t]*(?:\n[ \t]+)?=\?[^?\s]{1,60}\?[bBqQ]\?[^?\n]*\?=)*/g
const WORD = /=\?([^?\s]{1,60})\?([bBqQ])\?([^?\n]*)\?=/g

/** Encoded words (RFC 2047). Neighbours are joined, since an address may begin in one and end in the next. */
export function rewriteWords(text: string, rewrite: Rewrite): string {
  if (!text.includes('=?')) return text
  return text.replace(WORDS, (run) => {
    const words = [...run.matchAll(WORD)].map(([, charset = '', encoding = '', data = '']) => ({
      charset,
      encoding,
      bytes: decodeWord(encoding, data),
    }))
    const joined = words.map(({ bytes }) => bytes).join('')
    const first = words[0]
    if (first === undefined || /[^\x00-\xff]/.test(joined)) return run
    const written = rewriteBytes(joined, first.charset.replace(/\*.*$/, ''), rewrite)
    return written === joined ? run : encodeWord(first.charset, first.encoding, written)
  })
}

/** Lines of base64 that stand together, the first of a length that chance does not write. */
const BASE64_LINES = /^[A-Za-z0-9+/]{40,}={0,2}$(?:\n[A-Za-z0-9+/]+={0,2}$)*/gm

/** One run of base64, as URLs and header fields carry it. What ASCII text becomes in base64 holds no `/`, but for `?`. */
const BASE64_TOKEN = /[A-Za-z0-9+_-]{12,}={0,2}/g

/** What the bytes of a single run must hold to be taken for text: chance alone does not write it. */
const SURE = /[A-Za-z0-9._%+-]@[A-Za-z0-9-]+\.[A-Za-z]{2}|^[ -~]*@[ -~]*$/

/** Share of control characters, in per cent, above which decoded bytes are no text. */
const MAX_CONTROL_PERCENT = 2

/** Base64 in a text that does not say so: parts of a message quoted there, tokens in links. */
export function rewriteBase64(text: string, rewrite: Rewrite): string {
  return text
    .replace(BASE64_LINES, (run) => {
      const bytes = decodeBase64(run).toString('latin1').replace(/\r\n/g, '\n')
      if (!isText(bytes)) return run
      const written = rewriteBytes(bytes, null, rewrite)
      return written === bytes ? run : encodeBase64(written, run.indexOf('\n') < 0 ? written.length * 2 : undefined)
    })
    .replace(BASE64_TOKEN, (token) => {
      const bytes = decodeBase64(token).toString('latin1')
      if (!bytes.includes('@') || !SURE.test(bytes)) return token
      const written = rewriteBytes(bytes, null, rewrite)
      return written === bytes ? token : likeToken(token, written)
    })
}

/** True for bytes that are text in some charset, and no picture or program. */
export function isText(bytes: string): boolean {
  const control = bytes.length - bytes.replace(/[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f]/g, '').length
  return control * 100 <= bytes.length * MAX_CONTROL_PERCENT
}

/** Base64 in the alphabet of `token`, padded where that was or need not be. */
function likeToken(token: string, bytes: string): string {
  const data = Buffer.from(bytes, 'latin1').toString(/[-_]/.test(token) ? 'base64url' : 'base64')
  return token.endsWith('=') || token.length % 4 === 0 ? data : data.replace(/=+$/, '')
}

/** Character references (HTML Living Standard §13.5) of what addresses are made of, where an `@` is among them. */
export function decodeReferences(text: string): string {
  if (!/&(?:#0*64|#x0*40|commat)/i.test(text)) return text
  const named: Record<string, string> = { commat: '@', period: '.', lowbar: '_' }
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(commat|period|lowbar));?/gi, (whole, dec, hex, name) => {
    const code = dec !== undefined ? Number(dec) : Number.parseInt(hex, 16)
    const char = name === undefined ? (code < 0x80 ? String.fromCharCode(code) : '') : named[name.toLowerCase()]
    return char !== undefined && /^[A-Za-z0-9@._+=-]$/.test(char) ? char : whole
  })
}
