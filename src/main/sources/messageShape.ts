import {
  BOUNDARY_LOOKAHEAD_BYTES,
  BOUNDARY_LOOKAHEAD_LINES,
  HEADER_BYTES,
  MAX_INNER_BOUNDARIES,
  MAX_MESSAGE_BYTES,
} from './limits.ts'
import type { ByteWindow } from './window.ts'

const FROM = Buffer.from('From ', 'latin1')
const BOUNDARY_WORD = Buffer.from('oundary', 'latin1')
const LF = 10
const CR = 13

interface Boundary {
  /** `--` and the boundary. */
  delimiter: Buffer
  /** Up to here the closing delimiter has been looked for in vain. */
  searchedTo: number
  closed: boolean
}

/**
 * What the message that is being read says about its own extent: its multipart boundary (RFC 2046 §5.1) and its
 * Content-Length (mboxcl2). Asked when a line in it looks like the separator of the next message.
 */
export class MessageShape {
  /** Where the body begins; null where the header block does not end. */
  bodyStart: number | null = null
  contentLength: number | null = null
  #headerReadTo: number
  #top: Boundary | null = null
  readonly #window: ByteWindow
  /** First byte of the header block. */
  readonly #start: number

  constructor(window: ByteWindow, start: number) {
    this.#window = window
    this.#start = start
    this.#headerReadTo = start
  }

  /**
   * Where the search for the end of the message goes on if `at`, which looks like a separator, lies inside the message;
   * null if it does not. The separator that a true Content-Length leads to is believed without asking the boundary.
   * @param isSeparator whether a separator stands at this offset, seen by itself
   */
  async passOver(at: number, isSeparator: (offset: number) => Promise<boolean>): Promise<number | null> {
    this.#readHeader(at)
    const byLength = await this.#endByContentLength(at, isSeparator)
    if (byLength !== null) return byLength > at ? byLength : null
    if (this.#top !== null) return this.#isOpen(this.#top, at) ? this.#nextDelimiter(this.#top, at) : null
    for (const inner of this.#innerBoundaries(at)) {
      const next = this.#isOpen(inner, at) ? await this.#nextDelimiter(inner, at) : null
      if (next !== null) return next
    }
    return null
  }

  /** Must be called before bytes of the message are released. */
  noteReleased(upTo: number): void {
    this.#readHeader(upTo)
    if (this.#top !== null) this.#isOpen(this.#top, upTo)
  }

  /** Whether the message breaks off at `end`, the end of the file: in its header block or in an open MIME part. */
  breaksOff(end: number): boolean {
    this.#readHeader(end)
    if (this.bodyStart === null) return end - this.#start < HEADER_BYTES
    return this.#top !== null && this.#isOpen(this.#top, end)
  }

  #readHeader(upTo: number): void {
    const to = Math.min(upTo, this.#start + HEADER_BYTES)
    if (this.bodyStart !== null || this.#headerReadTo >= to || this.#start < this.#window.base) return
    this.#headerReadTo = to
    const { base, view } = this.#window
    const header = readHeaderText(view.subarray(this.#start - base, to - base))
    this.bodyStart = header.bodyStart === null ? null : this.#start + header.bodyStart
    this.contentLength = contentLengthOf(header.text)
    const type = /^content-type[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)/im.exec(header.text)?.[1] ?? ''
    const named = /\bboundary\s*=\s*(?:"([^"\r\n]+)"|([^\s;"]+))/i.exec(type)
    const name = (named?.[1] ?? named?.[2] ?? '').trimEnd()
    if (name !== '') this.#top = boundary(name, this.bodyStart ?? this.#start)
  }

  /** The offset of the separator (or the end) that Content-Length leads to; null where it does not lead to one. */
  async #endByContentLength(at: number, isSeparator: (offset: number) => Promise<boolean>): Promise<number | null> {
    if (this.contentLength === null || this.bodyStart === null || this.contentLength > MAX_MESSAGE_BYTES) return null
    const window = this.#window
    let end = this.bodyStart + this.contentLength
    if (end > at) await window.reach(end + 4)
    else if (at - end > 4) return null
    for (let skipped = 0; skipped < 2; skipped++) {
      if (window.byte(end) === CR && window.byte(end + 1) === LF) end += 2
      else if (window.byte(end) === LF) end += 1
    }
    if (window.ended && end === window.to) return end
    return window.byte(end - 1) === LF && (await isSeparator(end)) ? end : null
  }

  #isOpen(mime: Boundary, at: number): boolean {
    while (!mime.closed && mime.searchedTo < at) {
      const found = this.#window.indexOf(mime.delimiter, mime.searchedTo, at)
      if (found < 0) {
        mime.searchedTo = Math.max(mime.searchedTo, at - mime.delimiter.length - 2)
        break
      }
      mime.searchedTo = found + 1
      mime.closed = this.#standsAlone(mime, found) === 'closing'
    }
    return !mime.closed
  }

  /** The next line that is a delimiter of `mime`, unless a new message declares the same boundary before it. */
  async #nextDelimiter(mime: Boundary, at: number): Promise<number | null> {
    const window = this.#window
    const limit = at + BOUNDARY_LOOKAHEAD_BYTES
    let from = at
    for (let lines = 0; lines < BOUNDARY_LOOKAHEAD_LINES && from < limit; ) {
      const line = window.indexOf(FROM, from + 5)
      const to = line < 0 ? window.to : line
      for (
        let found = window.indexOf(mime.delimiter, from, to);
        found >= 0;
        found = window.indexOf(mime.delimiter, found + 1, to)
      ) {
        await window.reach(found + mime.delimiter.length + 80)
        if (this.#standsAlone(mime, found) !== null) return this.#declaredAgain(mime, at, found) ? null : found
      }
      if (line < 0) {
        if (window.ended) return null
        from = Math.max(from, to - mime.delimiter.length - 10)
        await window.more()
      } else {
        if (window.byte(line - 1) === LF) lines++
        from = line
      }
    }
    return null
  }

  #declaredAgain(mime: Boundary, from: number, to: number): boolean {
    const name = mime.delimiter.toString('latin1', 2)
    const window = this.#window
    for (let at = window.indexOf(BOUNDARY_WORD, from, to); at >= 0; at = window.indexOf(BOUNDARY_WORD, at + 1, to)) {
      const value = /^oundary\s*=\s*"?(.*)/.exec(window.text(at, at + 20 + name.length))?.[1]
      if (value?.startsWith(name)) return true
    }
    return false
  }

  /** Boundaries that a returned message declares and uses, in a report that has none of its own. */
  #innerBoundaries(at: number): Boundary[] {
    const window = this.#window
    const found: Boundary[] = []
    const from = this.bodyStart ?? at
    for (
      let word = window.indexOf(BOUNDARY_WORD, from, at);
      word >= 0;
      word = window.indexOf(BOUNDARY_WORD, word + 1, at)
    ) {
      const name = /^oundary\s*=\s*(?:"([^"\r\n]+)"|([^\s;"]+))/.exec(window.text(word, word + 100))
      const inner = boundary((name?.[1] ?? name?.[2] ?? '').trimEnd(), word)
      if (inner.delimiter.length > 2 && window.indexOf(inner.delimiter, word, at) >= 0) found.push(inner)
      if (found.length >= MAX_INNER_BOUNDARIES) break
    }
    return found
  }

  /** Whether the delimiter at `at` is a line of its own, RFC 2046 §5.1.1. */
  #standsAlone(mime: Boundary, at: number): 'opening' | 'closing' | null {
    const window = this.#window
    if (at > window.base && window.byte(at - 1) !== LF) return null
    const end = at + mime.delimiter.length
    const rest = /^(--)?[ \t]*(?:[\r\n]|$)/.exec(window.text(end, end + 80))
    if (!rest) return null
    return rest[1] === undefined ? 'opening' : 'closing'
  }
}

function boundary(name: string, from: number): Boundary {
  return { delimiter: Buffer.from(`--${name}`, 'latin1'), searchedTo: from, closed: false }
}

/** The header block at the start of `bytes`, and where the body begins. */
export function readHeaderText(bytes: Buffer): { text: string; bodyStart: number | null } {
  const head = bytes.subarray(0, HEADER_BYTES)
  const feed = head.indexOf(LF)
  const crlf = feed > 0 && head[feed - 1] === CR
  const empty = [crlf ? '\r\n\r\n' : '\n\n', crlf ? '\n\n' : '\r\n\r\n']
  if (head[0] === LF) return { text: '', bodyStart: 1 }
  if (head[0] === CR && head[1] === LF) return { text: '', bodyStart: 2 }
  for (const ending of empty) {
    const at = head.indexOf(ending, 0, 'latin1')
    if (at >= 0) return { text: head.toString('latin1', 0, at), bodyStart: at + ending.length }
  }
  return { text: head.toString('latin1'), bodyStart: null }
}

/** The Content-Length that System V mailboxes write, else null. */
export function contentLengthOf(header: string): number | null {
  const digits = /^content-length[ \t]*:[ \t]*(\d{1,12})[ \t]*\r?$/im.exec(header)?.[1]
  return digits === undefined ? null : Number(digits)
}
