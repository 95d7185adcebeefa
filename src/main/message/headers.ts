/** Header blocks (RFC 5322 §2.2): where one ends, and its fields. Lenient as mail is. */
import { MAX_HEADER_LINES, MAX_HEADER_VALUE } from './limits.ts'
import type { HeaderField, Headers } from './types.ts'
import { decodeWords } from './words.ts'

const FIELD = /^([!-9;-~]{1,120})[ \t]*:/

/** A line that begins a header field. */
export function isFieldLine(line: string): boolean {
  return FIELD.test(line)
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
  private index: Map<string, HeaderField[]> | null = null
  constructor(list: readonly HeaderField[]) {
    this.list = list
  }
  private named(name: string): readonly HeaderField[] {
    if (this.index === null) {
      this.index = new Map()
      for (const field of this.list) {
        const known = this.index.get(field.name)
        if (known) known.push(field)
        else this.index.set(field.name, [field])
      }
    }
    return this.index.get(name) ?? []
  }
  get(name: string): string | null {
    return this.named(name)[0]?.value ?? null
  }
  all(name: string): string[] {
    return this.named(name).map((field) => field.value)
  }
  has(name: string): boolean {
    return this.named(name).length > 0
  }
}

/** No fields at all. */
export const NO_HEADERS: Headers = new FieldList([])

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
    if (first === 32 || first === 9) {
      const line = text.slice(position, lineEnd)
      // A line of blanks alone ends the block for most readers, and stands between header and body in real mail.
      if (line.trim() === '' && !isFieldLine(text.slice(next, Math.min(next + 200, end)))) {
        position = next
        break
      }
      if (name !== '' && value.length < MAX_HEADER_VALUE) value += ` ${line.trim()}`
      position = next
      continue
    }
    const line = text.slice(position, lineEnd)
    const match = FIELD.exec(line)
    if (match && !/^>?From /.test(line)) {
      flush()
      name = (match[1] ?? '').toLowerCase()
      value = line.slice(match[0].length).trim()
    } else if (value.endsWith(';') && /^[a-z-]+\*?\d?\*?=/i.test(line)) {
      // A parameter whose line someone forgot to indent.
      value += ` ${line.trim()}`
    } else if (!/^>?From /.test(line) && !isFieldLine(text.slice(next, Math.min(next + 200, end)))) {
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
