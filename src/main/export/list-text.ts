/** Lists of addresses as text: one generic writer for every format. */
import { stringify } from 'csv-stringify/sync'
import type { ExportEntry, ListFormat } from '../../shared/knowledge/exportFormats/index.ts'
import { defuse } from './cells.ts'
import type { Piece } from './write-parts.ts'

/** RFC 4180 §2.6: what holds either is quoted, whatever the line end of the file. */
const LINE_BREAK = /[\r\n]/

function csv(rows: readonly (readonly string[])[], lineEnd: string): string {
  return stringify(rows as string[][], { record_delimiter: lineEnd, quoted_match: LINE_BREAK })
}

/**
 * The rows of one address. Addresses stand as they are, for those that a spreadsheet would run are in no list; the words
 * beside them come from whoever answered.
 */
function rowsOf(format: ListFormat, entry: ExportEntry): string[][] {
  return format.rows(entry).map((row) => row.map((cell) => (cell === entry.address ? cell : defuse(cell))))
}

/** The text of a list, cut into parts where a file may hold no more; all rows of an address stand in one part. */
export class ListText {
  readonly #format: ListFormat
  readonly #lineEnd: string
  readonly #head: string
  #part = 0
  #rows = 0
  #bytes: number

  constructor(format: ListFormat, lineEnd: string) {
    this.#format = format
    this.#lineEnd = lineEnd
    this.#head = format.header ? csv([format.header], lineEnd) : ''
    this.#bytes = Buffer.byteLength(this.#head)
  }

  /** How the first part begins; null for a format without a header. */
  begin(): Piece | null {
    return this.#head ? { part: 0, text: this.#head } : null
  }

  /** The lines of these addresses, in the part or parts where they stand. */
  lines(entries: readonly ExportEntry[]): Piece[] {
    const { maxRows, maxBytes } = this.#format
    if (maxRows === null && maxBytes === null)
      return [
        {
          part: 0,
          text: csv(
            entries.flatMap((entry) => rowsOf(this.#format, entry)),
            this.#lineEnd,
          ),
        },
      ]
    const pieces: Piece[] = []
    let text = ''
    for (const entry of entries) {
      const rows = rowsOf(this.#format, entry)
      const lines = csv(rows, this.#lineEnd)
      const bytes = Buffer.byteLength(lines)
      const full = this.#rows + rows.length > (maxRows ?? Infinity) || this.#bytes + bytes > (maxBytes ?? Infinity)
      if (full && this.#rows > 0) {
        if (text) pieces.push({ part: this.#part, text })
        this.#part++
        this.#rows = 0
        this.#bytes = Buffer.byteLength(this.#head)
        text = this.#head
      }
      text += lines
      this.#rows += rows.length
      this.#bytes += bytes
    }
    if (text) pieces.push({ part: this.#part, text })
    return pieces
  }
}
