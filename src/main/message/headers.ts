/** Header blocks (RFC 5322 §2.2): where one ends, and its fields. Lenient as mail is. */
import { MAX_HEADER_LINES, MAX_HEADER_VALUE } from './limits.ts'
import type { HeaderField, Headers } from './types.ts'
import { decodeWords } from './words.ts'

/** Longest name of a field, in characters: more before a colon is a sentence or data. */
const MAX_NAME = 120

const TAB = 9
const SPACE = 32
const COLON = 58

/** Where the name ends that begins at `start` and has a colon behind it (RFC 5322 §2.2); -1 where there is none before `end`. */
function nameEnd(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + MAX_NAME)
  let at = start
  while (at < limit) {
    const code = text.charCodeAt(at)
    if (code <= SPACE || code === COLON || code > 126) break
    at++
  }
  return at > start && colonAt(text, at, end) >= 0 ? at : -1
}

/** The colon at `at` or behind the blanks there; -1 where there is none before `end`. */
function colonAt(text: string, at: number, end: number): number {
  let colon = at
  while (colon < end && (text.charCodeAt(colon) === SPACE || text.charCodeAt(colon) === TAB)) colon++
  return colon < end && text.charCodeAt(colon) === COLON ? colon : -1
}

/** True where a header field begins at `start` of a text, in the line that ends at `end`. */
export function isFieldAt(text: string, start: number, end: number): boolean {
  return nameEnd(text, start, end) >= 0
}

/** A line that begins a header field. */
export function isFieldLine(line: string): boolean {
  return isFieldAt(line, 0, line.length)
}

/** `From ` and `>From ` begin a separator, whatever follows. */
function isSeparatorAt(text: string, start: number, end: number): boolean {
  return (text.startsWith('From ', start) && start + 5 <= end) || (text.startsWith('>From ', start) && start + 6 <= end)
}

/** Names in small letters by how they were written: a mailbox holds the same few hundred again and again. */
const names = new Map<string, string>()
/** Names come from mail: without a bound, a hostile mailbox fills the map. */
const MAX_NAMES = 2_000

function lowered(written: string): string {
  const known = names.get(written)
  if (known !== undefined) return known
  let name = written.toLowerCase()
  if (names.size < MAX_NAMES) {
    // As the key of an object a string is compared by its place alone, and no longer a piece of the message.
    name = Object.keys({ [name]: true })[0] ?? name
    names.set(Object.keys({ [written]: true })[0] ?? written, name)
  }
  return name
}

class Field implements HeaderField {
  readonly name: string
  readonly raw: string
  private decoded: string | null = null
  constructor(name: string, raw: string) {
    this.name = name
    this.raw = raw
  }
  get value(): string {
    this.decoded ??= decodeWords(this.raw).trim()
    return this.decoded
  }
}

class FieldList implements Headers {
  readonly list: readonly HeaderField[]
  constructor(list: readonly HeaderField[]) {
    this.list = list
  }
  get(name: string): string | null {
    return this.first(name)?.value ?? null
  }
  all(name: string): string[] {
    const values: string[] = []
    for (const field of this.list) if (field.name === name) values.push(field.value)
    return values
  }
  has(name: string): boolean {
    return this.first(name) !== null
  }
  private first(name: string): HeaderField | null {
    for (const field of this.list) if (field.name === name) return field
    return null
  }
}

/** No fields at all. */
export const NO_HEADERS: Headers = new FieldList([])

/** The first field of this name as it stands in the message; null where there is none. */
export function rawField(headers: Headers, name: string): string | null {
  for (const field of headers.list) if (field.name === name) return field.raw
  return null
}

export interface HeaderBlock {
  headers: Headers
  /** Where the body begins in `text`. */
  bodyStart: number
  /** Lines were left out because there are too many. */
  cut: boolean
}

/**
 * Reads the header block at `start` of a byte string with LF line ends. `From ` and `>From ` lines are skipped. A line
 * that is neither field nor continuation is skipped where fields follow, and ends the block where they do not.
 */
export function readHeaderBlock(text: string, start: number, end: number): HeaderBlock {
  const fields: Field[] = []
  let name = ''
  let value = ''
  let lines = 0
  let cut = false
  let position = start
  const flush = () => {
    if (name !== '')
      fields.push(new Field(name, value.length > MAX_HEADER_VALUE ? value.slice(0, MAX_HEADER_VALUE) : value))
    name = ''
    value = ''
  }
  while (position < end) {
    let lineEnd = text.indexOf('\n', position)
    if (lineEnd < 0 || lineEnd > end) lineEnd = end
    const next = Math.min(lineEnd + 1, end)
    if (lineEnd === position) {
      // Blank lines before the first field are no end.
      if (fields.length === 0 && name === '' && firstFieldAt(text, next, end) === next) {
        position = next
        continue
      }
      position = next
      break
    }
    lines++
    if (lines > MAX_HEADER_LINES) {
      cut = true
      const blank = text.indexOf('\n\n', position)
      position = blank < 0 || blank > end ? end : blank + 2
      break
    }
    const first = text.charCodeAt(position)
    if (first === SPACE || first === TAB) {
      const line = text.slice(position, lineEnd).trim()
      // A line of blanks alone ends the block for most readers, and stands between header and body in real mail.
      if (line === '' && !isFieldAt(text, next, Math.min(next + 200, end))) {
        position = next
        break
      }
      if (name !== '' && value.length < MAX_HEADER_VALUE) value += ` ${line}`
      position = next
      continue
    }
    const behindName = nameEnd(text, position, lineEnd)
    if (behindName >= 0 && !isSeparatorAt(text, position, lineEnd)) {
      flush()
      name = lowered(text.slice(position, behindName))
      value = text.slice(colonAt(text, behindName, lineEnd) + 1, lineEnd).trim()
    } else if (value.endsWith(';') && /^[a-z-]+\*?\d?\*?=/i.test(text.slice(position, lineEnd))) {
      // A parameter whose line someone forgot to indent.
      value += ` ${text.slice(position, lineEnd).trim()}`
    } else if (!isSeparatorAt(text, position, lineEnd) && !isFieldAt(text, next, Math.min(next + 200, end))) {
      break
    }
    position = next
  }
  flush()
  return { headers: new FieldList(fields), bodyStart: position, cut }
}

/** `position`, if a header field (or a separator line) begins there, else -1. */
function firstFieldAt(text: string, position: number, end: number): number {
  const line = text.slice(position, Math.min(position + 200, end)).replace(/^\n+/, '')
  return isFieldLine(line) || line.startsWith('From ') ? position : -1
}

/** Fields out of a block of text that is already decoded, e.g. a quoted message in a report. */
export function headersOfText(text: string): Headers {
  return readHeaderBlock(text, 0, text.length).headers
}
