import { Readable } from 'node:stream'
import type { Extent } from './extent.ts'
import { MAX_READER_LINE_BYTES, READER_CHUNK_BYTES } from './limits.ts'
import { quotesBefore } from './unquote.ts'

const FROM = Buffer.from('From ', 'latin1')
const LF = 10
const QUOTE = 62
/**
 * What mbox-reader is shown as a separator, and an empty line. It takes the empty line for the end of the header block,
 * so it does not index header fields that the message room reads anyway; `GUARD_BYTES` of each message are ours.
 */
const SEPARATOR = Buffer.from('From \n\n', 'latin1')
export const GUARD_BYTES = 1

/** Whether mbox-reader would choke on the message: the time it takes for a line grows with the square of its length. */
export function hasLongLine(bytes: Buffer, { from, to }: Extent): boolean {
  for (let at = from; to - at > MAX_READER_LINE_BYTES; ) {
    const feed = bytes.lastIndexOf(LF, at + MAX_READER_LINE_BYTES)
    if (feed < at) return true
    at = feed + 1
  }
  return false
}

/**
 * Rewrites messages so that mbox-reader gives each back byte for byte (CRLF as LF): every line that it would take for a
 * separator, and every quoted one that must stay quoted, gets one `>` more, which it takes off again.
 */
export function guarded(bytes: Buffer, messages: Iterable<Extent>): Buffer {
  const feed = new Feed(bytes.length + 4096)
  let hit = bytes.indexOf(FROM)
  for (const { from, to, quoted } of messages) {
    feed.add(SEPARATOR, 0, SEPARATOR.length)
    let copied = from
    while (hit >= 0 && hit < from) hit = bytes.indexOf(FROM, hit + FROM.length)
    for (; hit >= 0 && hit < to; hit = bytes.indexOf(FROM, hit + FROM.length)) {
      const quotes = quotesBefore(bytes, hit, from)
      if (quotes < 0 || (quotes > 0 && quoted)) continue
      feed.add(bytes, copied, hit)
      feed.addByte(QUOTE)
      copied = hit
    }
    feed.add(bytes, copied, to)
    // mbox-reader drops one empty line before a separator and joins the others by LF.
    if (to > from) feed.addByte(LF)
    if (to > from && bytes[to - 1] === LF) feed.addByte(LF)
  }
  return feed.bytes()
}

/** `feed` as a stream, in pieces that mbox-reader is quick with. */
export function streamOf(feed: Buffer): Readable {
  let at = 0
  return new Readable({
    read() {
      const piece = feed.subarray(at, at + READER_CHUNK_BYTES)
      at += piece.length
      this.push(piece.length > 0 ? piece : null)
    },
  })
}

/** A buffer that grows. */
class Feed {
  #buffer: Buffer
  #length = 0

  constructor(capacity: number) {
    this.#buffer = Buffer.allocUnsafeSlow(capacity)
  }

  add(source: Buffer, from: number, to: number): void {
    if (to <= from) return
    this.#reserve(to - from)
    this.#length += source.copy(this.#buffer, this.#length, from, to)
  }

  addByte(byte: number): void {
    this.#reserve(1)
    this.#buffer[this.#length++] = byte
  }

  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length)
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#buffer.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#length + more, this.#buffer.length * 2))
    this.#buffer.copy(larger, 0, 0, this.#length)
    this.#buffer = larger
  }
}
