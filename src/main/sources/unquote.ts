const FROM = Buffer.from('From ', 'latin1')
const LF = 10
const CR = 13
const QUOTE = 62

/**
 * Undoes mbox quoting byte by byte, as mbox-reader does with text: one `>` less before a quoted `From `, CRLF becomes
 * LF. For messages that mbox-reader must not see.
 */
export function unquote(message: Buffer, quoted: boolean): Buffer {
  const out = Buffer.allocUnsafeSlow(message.length)
  let length = 0
  let copied = 0
  const copyUpTo = (to: number) => {
    length += message.copy(out, length, copied, to)
    copied = to
  }
  let from = quoted ? message.indexOf(FROM) : -1
  let cr = message.indexOf(CR)
  while (from >= 0 || cr >= 0) {
    if (cr >= 0 && (from < 0 || cr < from)) {
      if (message[cr + 1] === LF) {
        copyUpTo(cr)
        copied = cr + 1
      }
      cr = message.indexOf(CR, cr + 1)
      continue
    }
    const quotes = quotesBefore(message, from)
    if (quotes > 0) {
      copyUpTo(from - 1)
      copied = from
    }
    from = message.indexOf(FROM, from + FROM.length)
  }
  copyUpTo(message.length)
  return out.subarray(0, length)
}

/** How many `>` stand between the start of the line and `at`; -1 if anything else does. */
export function quotesBefore(bytes: Uint8Array, at: number, lineStart = 0): number {
  let begin = at
  while (begin > lineStart && bytes[begin - 1] === QUOTE) begin--
  return begin === lineStart || bytes[begin - 1] === LF ? at - begin : -1
}
