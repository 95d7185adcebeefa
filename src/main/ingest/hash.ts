import { hash } from 'node:crypto'

const LF = 10
const CR = 13
/** Hex digits of a message's hash: 128 bits, enough that two messages of a lifetime's mail never meet. */
const HASH_DIGITS = 32

/**
 * The identity of a message, the same in whatever container and with whatever line ends it came:
 * SHA-256 over its bytes with every line ended by LF, first 32 hex digits.
 */
export function messageHash(bytes: Uint8Array): string {
  const lines = bytes.includes(CR) ? lfOnly(bytes) : bytes
  // An mbox holds the last line end only as part of its separator.
  return hash('sha256', lines.at(-1) === LF ? lines : ended(lines)).slice(0, HASH_DIGITS)
}

/** The bytes with a LF behind them; where one stands behind them in memory, as in a slice of an mbox, without a copy. */
function ended(bytes: Uint8Array): Uint8Array {
  const end = bytes.byteOffset + bytes.length
  if (end < bytes.buffer.byteLength) {
    const longer = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length + 1)
    if (longer[bytes.length] === LF) return longer
  }
  const copy = new Uint8Array(bytes.length + 1)
  copy.set(bytes)
  copy[bytes.length] = LF
  return copy
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
