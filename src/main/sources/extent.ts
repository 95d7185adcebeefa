import { contentLengthOf, readHeaderText } from './headerText.ts'

const LF = 10
const CR = 13

/** Where a message of an mbox lies in its slice. */
export interface Extent {
  /** Behind the separator line. */
  from: number
  /** Before the empty line that belongs to the mailbox, not to the message. */
  to: number
  /** False in mboxcl2, where Content-Length replaces quoting: `>From ` is then what the sender wrote. */
  quoted: boolean
}

/**
 * Takes the separator line and the mailbox's own empty line off a message.
 * @param end the next separator or the end of the slice
 * @param cut whether `end` is where a too long message was cut
 * @param maySayLength false where it is known to have no Content-Length
 */
export function extentOf(
  bytes: Buffer,
  start: number,
  end: number,
  { cut, maySayLength }: { cut: boolean; maySayLength: boolean },
): Extent {
  const from = Math.min(end, lineEnd(bytes, start))
  if (cut) return { from, to: end, quoted: true }
  const byLength = maySayLength ? endByContentLength(bytes, from, end) : null
  if (byLength !== null) return { from, to: byLength, quoted: false }
  return { from, to: end - emptyLineBefore(bytes, from, end), quoted: true }
}

function lineEnd(bytes: Buffer, from: number): number {
  const feed = bytes.indexOf(LF, from)
  return feed < 0 ? bytes.length : feed + 1
}

/** Length of the empty line that ends `[from, end)`, else 0. */
function emptyLineBefore(bytes: Buffer, from: number, end: number): number {
  if (end <= from || bytes[end - 1] !== LF) return 0
  const length = end - 2 >= from && bytes[end - 2] === CR ? 2 : 1
  const before = end - length
  return before === from || bytes[before - 1] === LF ? length : 0
}

/** The end that Content-Length states, if nothing but empty lines stand between it and the next separator. */
function endByContentLength(bytes: Buffer, from: number, end: number): number | null {
  const header = readHeaderText(bytes.subarray(from, end))
  const length = header.bodyStart === null ? null : contentLengthOf(header.text)
  if (length === null || header.bodyStart === null) return null
  const to = from + header.bodyStart + length
  if (to > end || end - to > 4) return null
  return /^(?:\r?\n){0,2}$/.test(bytes.toString('latin1', to, end)) ? to : null
}
