/**
 * Appending rows to a table by columns, through the database's own binding: its vectors take a column of numbers as one
 * block, and a text that repeats is handed over once.
 */
import { type DuckDBAppender, type DuckDBConnection, DuckDBDataChunk, type DuckDBType } from '@duckdb/node-api'
import duckdb from '@duckdb/node-bindings'
import type { CodedTexts } from './coded-column.ts'
import { type Text, type TextColumn, textStart } from './text-column.ts'

/** Most rows a chunk of the database can carry. */
const CHUNK_ROWS = 2_048
/** Words of a text's cell: its length, then the text itself, or its first four bytes and where it lies in memory. */
const TEXT_CELL_WORDS = 4
const TEXT_CELL_BYTES = 4 * TEXT_CELL_WORDS
/** Longest text that its own cell holds, in bytes. */
const MAX_INLINE = 12
/** Values of 32 bits. */
const WORD = 4_294_967_296

/** What a column is filled from. `at` is the row's place in what is given. */
export type ColumnData =
  /** Fixed width: `fill` writes rows `[from, to)` to the start of a block of `width` bytes a row. */
  | { type: DuckDBType; width: number; fill: (block: ArrayBuffer, from: number, to: number) => void; valid?: Valid }
  | { type: DuckDBType; texts: CodedTexts; rows: Uint32Array }
  | { type: DuckDBType; written: TextColumn; rows: Uint32Array }
  | { type: DuckDBType; text: (row: number) => Text }
  | { type: DuckDBType; blob: (row: number) => Uint8Array }
type Valid = (row: number) => boolean

/** Some rows: their columns in the order of the table. */
export interface Run {
  count: number
  columns: readonly ColumnData[]
}

export class TableWriter {
  readonly #table: string
  /** Used again and again: what a new one takes is given back only when the garbage collector finds it. */
  #chunk: { raw: duckdb.DataChunk; chunk: DuckDBDataChunk } | null = null
  readonly #block = new ArrayBuffer(CHUNK_ROWS * 16)
  readonly #validity = new Uint8Array(CHUNK_ROWS / 8)

  constructor(table: string) {
    this.#table = table
  }

  /** Appends one run of rows after the other within the connection's transaction. */
  async append(connection: DuckDBConnection, runs: readonly Run[]): Promise<void> {
    const filled = runs.filter(({ count }) => count > 0)
    if (filled.length === 0) return
    const appender = await connection.createAppender(this.#table)
    try {
      for (const run of filled) this.#appendRun(appender, run)
      appender.flushSync()
    } finally {
      appender.closeSync()
    }
  }

  #appendRun(appender: DuckDBAppender, { count, columns }: Run): void {
    const { raw, chunk } = this.#chunkFor(columns)
    for (let from = 0; from < count; from += CHUNK_ROWS) {
      const to = Math.min(count, from + CHUNK_ROWS)
      chunk.reset()
      chunk.rowCount = to - from
      columns.forEach((column, index) => {
        this.#fill(duckdb.data_chunk_get_vector(raw, index), column, from, to)
      })
      appender.appendDataChunk(chunk)
    }
  }

  #chunkFor(columns: readonly ColumnData[]) {
    if (!this.#chunk) {
      const raw = duckdb.create_data_chunk(columns.map(({ type }) => type.toLogicalType().logical_type))
      this.#chunk = { raw, chunk: new DuckDBDataChunk(raw) }
    }
    return this.#chunk
  }

  #fill(vector: duckdb.Vector, column: ColumnData, from: number, to: number): void {
    if ('width' in column) {
      column.fill(this.#block, from, to)
      duckdb.copy_data_to_vector(vector, 0, this.#block, 0, (to - from) * column.width)
      const { valid } = column
      if (valid) this.#writeValidity(vector, from, to, valid)
    } else if ('texts' in column) {
      this.#fillCoded(vector, column.texts, column.rows, from, to)
    } else if ('written' in column) {
      this.#fillWritten(vector, column.written, column.rows, from, to)
    } else if ('text' in column) {
      const { text } = column
      for (let row = from; row < to; row++) {
        const value = text(row)
        if (value !== null) duckdb.vector_assign_string_element(vector, row - from, value)
      }
      this.#writeValidity(vector, from, to, (row) => text(row) !== null)
    } else {
      for (let row = from; row < to; row++) {
        duckdb.vector_assign_string_element_len(vector, row - from, column.blob(row))
      }
    }
  }

  /** Assigns each value once, and copies its cell to all its rows: within one vector, cells may share their text. */
  #fillCoded(vector: duckdb.Vector, { values, codes }: CodedTexts, rows: Uint32Array, from: number, to: number): void {
    const cellOf = new Int32Array(values.length).fill(-1)
    let assigned = 0
    for (let row = from; row < to; row++) {
      const code = codes[rows[row] as number] as number
      const value = values[code] as Text
      if (value === null || (cellOf[code] as number) >= 0) continue
      duckdb.vector_assign_string_element(vector, assigned, value)
      cellOf[code] = assigned++
    }
    const isText = (row: number) => values[codes[rows[row] as number] as number] !== null
    if (assigned > 0) {
      const data = duckdb.vector_get_data(vector, assigned * TEXT_CELL_WORDS * 4)
      const source = new Uint32Array(data.buffer, data.byteOffset, assigned * TEXT_CELL_WORDS)
      const cells = new Uint32Array(this.#block)
      for (let row = from, cell = 0; row < to; row++, cell += TEXT_CELL_WORDS) {
        const at = Math.max(0, cellOf[codes[rows[row] as number] as number] as number) * TEXT_CELL_WORDS
        cells[cell] = source[at] as number
        cells[cell + 1] = source[at + 1] as number
        cells[cell + 2] = source[at + 2] as number
        cells[cell + 3] = source[at + 3] as number
      }
      duckdb.copy_data_to_vector(vector, 0, this.#block, 0, (to - from) * TEXT_CELL_WORDS * 4)
    }
    if (values.includes(null)) this.#writeValidity(vector, from, to, isText)
  }

  /** Hands all texts over at once, as if they were one, and writes the cells that point into it. `rows` ascend. */
  #fillWritten(vector: duckdb.Vector, column: TextColumn, rows: Uint32Array, from: number, to: number): void {
    const { bytes, ends, valid } = column
    const start = textStart(column, rows[from] as number)
    const end = ends[rows[to - 1] as number] as number
    const block = bytes.subarray(start, end)
    let low = 0
    let high = 0
    // Shorter than that, no text is anywhere but in its cell.
    if (block.length > MAX_INLINE) {
      duckdb.vector_assign_string_element_len(vector, 0, block)
      const cell = duckdb.vector_get_data(vector, TEXT_CELL_BYTES)
      const words = new DataView(cell.buffer, cell.byteOffset, TEXT_CELL_BYTES)
      low = words.getUint32(8, true)
      high = words.getUint32(12, true)
    }
    const cells = new DataView(this.#block)
    const inline = new Uint8Array(this.#block)
    inline.fill(0, 0, (to - from) * TEXT_CELL_BYTES)
    for (let row = from, cell = 0; row < to; row++, cell += TEXT_CELL_BYTES) {
      const at = rows[row] as number
      const first = textStart(column, at)
      const length = (ends[at] as number) - first
      cells.setUint32(cell, length, true)
      const held = Math.min(length, length > MAX_INLINE ? 4 : MAX_INLINE)
      for (let byte = 0; byte < held; byte++) inline[cell + 4 + byte] = bytes[first + byte] as number
      if (length <= MAX_INLINE) continue
      const address = low + first - start
      cells.setUint32(cell + 8, address % WORD, true)
      cells.setUint32(cell + 12, high + Math.floor(address / WORD), true)
    }
    duckdb.copy_data_to_vector(vector, 0, this.#block, 0, (to - from) * TEXT_CELL_BYTES)
    if (valid) this.#writeValidity(vector, from, to, (row) => valid[rows[row] as number] === 1)
  }

  #writeValidity(vector: duckdb.Vector, from: number, to: number, valid: Valid): void {
    this.#validity.fill(0xff)
    let all = true
    for (let row = from, at = 0; row < to; row++, at++) {
      if (valid(row)) continue
      all = false
      this.#validity[at >> 3] = (this.#validity[at >> 3] as number) & ~(1 << (at & 7))
    }
    if (all) return
    duckdb.vector_ensure_validity_writable(vector)
    duckdb.copy_data_to_vector_validity(vector, 0, this.#validity.buffer, 0, Math.ceil((to - from) / 64) * 8)
  }
}

/** Whole numbers of 32 bits, of rows `from` to `to`. */
export function int32(read: (row: number) => number): (block: ArrayBuffer, from: number, to: number) => void {
  return (block, from, to) => {
    const cells = new Int32Array(block)
    for (let row = from; row < to; row++) cells[row - from] = read(row)
  }
}

/** Whole numbers of 64 bits, as far as a double holds them exactly; any other is an error. */
export function int64(read: (row: number) => number): (block: ArrayBuffer, from: number, to: number) => void {
  return (block, from, to) => {
    const cells = new Uint32Array(block)
    for (let row = from, at = 0; row < to; row++, at += 2) {
      const value = read(row)
      if (!Number.isSafeInteger(value)) throw new Error(`${value} is no whole number`)
      const high = Math.floor(value / WORD)
      cells[at] = value - high * WORD
      cells[at + 1] = high
    }
  }
}

/** Hashes of four words. */
export function words128(hashes: Uint32Array, read: (row: number) => number) {
  return (block: ArrayBuffer, from: number, to: number): void => {
    const cells = new Uint32Array(block)
    for (let row = from, at = 0; row < to; row++, at += 4) {
      const source = read(row) * 4
      for (let word = 0; word < 4; word++) cells[at + word] = hashes[source + word] as number
    }
  }
}

/** Truth values. */
export function booleans(read: (row: number) => boolean): (block: ArrayBuffer, from: number, to: number) => void {
  return (block, from, to) => {
    const cells = new Uint8Array(block)
    for (let row = from; row < to; row++) cells[row - from] = read(row) ? 1 : 0
  }
}
