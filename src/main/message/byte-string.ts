/** Bytes as text of one character a byte, the form in which structure is read. */
import { MAX_ANALYSED_BYTES } from './limits.ts'

/** A byte string (one char a byte) with LF line ends, without BOM and NUL; at most `MAX_ANALYSED_BYTES` of it. */
export function byteString(bytes: Uint8Array): string {
  const head = bytes.length > MAX_ANALYSED_BYTES ? bytes.subarray(0, MAX_ANALYSED_BYTES) : bytes
  let text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1')
  if (text.startsWith('\xef\xbb\xbf')) text = text.slice(3)
  if (text.includes('\r')) text = text.replace(/\r+\n|\r/g, '\n')
  return text.includes('\0') ? text.replace(/\0/g, '') : text
}
