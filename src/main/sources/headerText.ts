import { HEADER_BYTES } from './limits.ts'

const LF = 10
const CR = 13

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
