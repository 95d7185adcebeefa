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

/** Room for a message and its last line end, kept from one to the next; longer ones get room of their own. */
const scratch = new Uint8Array(64 * 1024)

/** The bytes with a LF behind them. */
function ended(bytes: Uint8Array): Uint8Array {
  const room = bytes.length < scratch.length ? scratch : new Uint8Array(bytes.length + 1)
  room.set(bytes)
  room[bytes.length] = LF
  return room.subarray(0, bytes.length + 1)
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
