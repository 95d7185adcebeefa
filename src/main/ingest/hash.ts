import { createHash } from 'node:crypto'

const LF = 10
const CR = 13
/** Hex digits of a message's hash: 128 bits, enough that two messages of a lifetime's mail never meet. */
const HASH_DIGITS = 32

/**
 * The identity of a message, the same in whatever container and with whatever line ends it came:
 * SHA-256 over its bytes with every line ended by LF, first 32 hex digits.
 */
export function messageHash(bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes.includes(CR) ? lfOnly(bytes) : bytes)
  // An mbox holds the last line end only as part of its separator.
  if (bytes.at(-1) !== LF && bytes.at(-1) !== CR) hash.update('\n')
  return hash.digest('hex').slice(0, HASH_DIGITS)
}

/** CRLF and lone CR as LF. */
function lfOnly(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte === CR) {
      out[length++] = LF
      if (bytes[at + 1] === LF) at++
    } else {
      out[length++] = byte
    }
  }
  return out.subarray(0, length)
}
