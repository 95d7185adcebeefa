import { contentLengthOf, readHeaderText } from './headerText.ts'
import {
  BOUNDARY_LOOKAHEAD_BYTES,
  BOUNDARY_LOOKAHEAD_LINES,
  HEADER_BYTES,
  MAX_INNER_BOUNDARIES,
  MAX_MESSAGE_BYTES,
} from './limits.ts'
import type { ByteWindow } from './window.ts'

const FROM = Buffer.from('From ', 'latin1')
/** Without its first letter, which may be a capital. */
const BOUNDARY_WORD = Buffer.from('oundary', 'latin1')
const BOUNDARY_PARAMETER = Buffer.from('boundary=', 'latin1')
const NEAR_END = 512
/** Blanks that may stand behind a delimiter. */
const LINE_REST = 80
const LF = 10
const CR = 13

/** Whether a separator stands at this offset, seen by itself. */
type IsSeparator = (offset: number) => boolean | Promise<boolean>

interface Boundary {
  name: string
  /** `--`, the boundary, `--`. */
  closing: Buffer
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
   */
  passOver(at: number, isSeparator: IsSeparator): number | null | Promise<number | null> {
    this.#readHeader(at)
    if (this.contentLength !== null) return this.#passOverByLength(at, isSeparator)
    return this.#passOverOpenParts(at)
  }

  /** Whether the message, which ends at `end`, states a Content-Length. */
  saysLength(end: number): boolean {
    this.#readHeader(end)
    return this.contentLength !== null
  }

  async #passOverByLength(at: number, isSeparator: IsSeparator): Promise<number | null> {
    const byLength = await this.#endByContentLength(at, isSeparator)
    if (byLength !== null) return byLength > at ? byLength : null
    return await this.#passOverOpenParts(at)
  }

  #passOverOpenParts(at: number): number | null | Promise<number | null> {
    if (this.#top !== null) return this.#isOpen(this.#top, at) ? this.#closingLine(this.#top, at) : null
    const inner = this.#innerBoundaries(at)
    return inner.length > 0 ? this.#passOverInner(inner, at) : null
  }

  async #passOverInner(boundaries: readonly Boundary[], at: number): Promise<number | null> {
    for (const inner of boundaries) {
      const next = this.#isOpen(inner, at) ? await this.#closingLine(inner, at) : null
      if (next !== null) return next
    }
    return null
  }

  /** Must be called before bytes of the message are released. */
  noteReleased(upTo: number): void {
    this.#readHeader(upTo)
    if (this.#top !== null) this.#isOpen(this.#top, upTo)
  }

  /** Whether the message breaks off at `end`, the end of the file: in a header field's name or in an open MIME part. */
  breaksOff(end: number): boolean {
    this.#readHeader(end)
    if (this.bodyStart === null) {
      const line =
        this.#window
          .text(Math.max(this.#start, end - HEADER_BYTES), end)
          .split('\n')
          .at(-1) ?? ''
      return !/^[^\s:]+[ \t]*:|^[ \t]/.test(line)
    }
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
  async #endByContentLength(at: number, isSeparator: IsSeparator): Promise<number | null> {
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
    // As a rule the closing delimiter is the last thing in a message.
    if (!mime.closed && mime.searchedTo < at - NEAR_END) {
      const found = this.#window.indexOf(mime.closing, at - NEAR_END, at)
      mime.closed = found >= 0 && this.#standsAlone(mime, found)
    }
    while (!mime.closed && mime.searchedTo < at) {
      const found = this.#window.indexOf(mime.closing, mime.searchedTo, at)
      if (found < 0) {
        mime.searchedTo = Math.max(mime.searchedTo, at - mime.closing.length)
        break
      }
      mime.searchedTo = found + 1
      mime.closed = this.#standsAlone(mime, found)
    }
    return !mime.closed
  }

  /** The line that closes `mime` behind `at`, unless a new message declares the same boundary before it. */
  async #closingLine(mime: Boundary, at: number): Promise<number | null> {
    const window = this.#window
    const limit = at + BOUNDARY_LOOKAHEAD_BYTES
    let from = at
    for (let lines = 0; lines < BOUNDARY_LOOKAHEAD_LINES && from < limit; ) {
      const line = window.indexOf(FROM, from + FROM.length)
      const to = line < 0 ? window.to : line
      for (let found = window.indexOf(mime.closing, from, to); found >= 0; ) {
        await window.reach(found + mime.closing.length + LINE_REST)
        if (this.#standsAlone(mime, found)) return this.#declaredAgain(mime, at, found) ? null : found
        found = window.indexOf(mime.closing, found + 1, to)
      }
      if (line < 0) {
        if (window.ended) return null
        from = Math.max(from, to - mime.closing.length - FROM.length)
        await window.more()
      } else {
        if (window.byte(line - 1) === LF) lines++
        from = line
      }
    }
    return null
  }

  #declaredAgain(mime: Boundary, from: number, to: number): boolean {
    const { name } = mime
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
    const next = (after: number) => window.indexOf(BOUNDARY_PARAMETER, after, at)
    for (let word = next(from); word >= 0; word = next(word + 1)) {
      const name = /^boundary=(?:"([^"\r\n]+)"|([^\s;"]+))/.exec(window.text(word, word + 100))
      const inner = boundary((name?.[1] ?? name?.[2] ?? '').trimEnd(), word)
      const used = inner.name !== '' && window.indexOf(Buffer.from(`\n--${inner.name}`, 'latin1'), word, at) >= 0
      if (used) found.push(inner)
      if (found.length >= MAX_INNER_BOUNDARIES) break
    }
    return found
  }

  /** Whether the closing delimiter at `at` is a line of its own, RFC 2046 §5.1.1. */
  #standsAlone(mime: Boundary, at: number): boolean {
    const window = this.#window
    if (at > window.base && window.byte(at - 1) !== LF) return false
    const end = at + mime.closing.length
    return /^[ \t]*(?:[\r\n]|$)/.test(window.text(end, end + LINE_REST))
  }
}

function boundary(name: string, from: number): Boundary {
  return {
    name,
    closing: Buffer.from(`--${name}--`, 'latin1'),
    searchedTo: from,
    closed: false,
  }
}
