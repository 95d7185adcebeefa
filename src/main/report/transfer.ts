/** Transfer encodings written again (RFC 2045 §6, RFC 2047 §4). Everything is a byte string (one char a byte). */
import { decodeBase64 } from '../message/transfer.ts'

/** Longest line of an encoded body (RFC 2045 §6.7, §6.8). */
const MAX_LINE = 76

/** Base64 in lines of `width` characters. */
export function encodeBase64(bytes: string, width = MAX_LINE): string {
  const data = Buffer.from(bytes, 'latin1').toString('base64')
  const lines: string[] = []
  for (let at = 0; at < data.length; at += width) lines.push(data.slice(at, at + width))
  return lines.join('\n')
}

/** Quoted-printable with LF line ends. */
export function encodeQuotedPrintable(bytes: string): string {
  return bytes
    .split('\n')
    .map((line) => wrap(line.replace(/[^\t -<>-~]|[ \t]$/g, (char) => hex('=', char))))
    .join('\n')
}

/** Soft line breaks where a line grows too long, never inside an escape. */
function wrap(line: string): string {
  if (line.length <= MAX_LINE) return line
  const parts: string[] = []
  let at = 0
  while (line.length - at > MAX_LINE) {
    let end = at + MAX_LINE - 1
    if (line[end - 1] === '=') end -= 1
    else if (line[end - 2] === '=') end -= 2
    parts.push(line.slice(at, end))
    at = end
  }
  parts.push(line.slice(at))
  return parts.join('=\n')
}

function hex(mark: string, char: string): string {
  return mark + char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')
}

/** The bytes of an encoded word's data. */
export function decodeWord(encoding: string, data: string): string {
  if (/^b$/i.test(encoding)) return decodeBase64(data).toString('latin1')
  return data
    .replace(/_/g, ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** One encoded word, however long: readers take it, and a character of several bytes is not cut. */
export function encodeWord(charset: string, encoding: string, bytes: string): string {
  const data = /^b$/i.test(encoding)
    ? Buffer.from(bytes, 'latin1').toString('base64')
    : bytes.replace(/[^A-Za-z0-9!*+/ -]/g, (char) => hex('=', char)).replace(/ /g, '_')
  return `=?${charset}?${encoding}?${data}?=`
}
