/** Appending rows to a table, column by column. */
import { type DuckDBConnection, DuckDBDataChunk, type DuckDBType, type DuckDBValue } from '@duckdb/node-api'

/** Most rows a chunk of the database can carry. */
const CHUNK_ROWS = 2_048

/** A column: its type, and its value in a row. In the order of the table. */
export type Column<T> = readonly [name: string, type: DuckDBType, write: (row: T) => DuckDBValue]

export class TableWriter<T> {
  readonly #table: string
  readonly #columns: readonly Column<T>[]
  /** Used again and again: what a new one takes is given back only when the garbage collector finds it. */
  #chunk: DuckDBDataChunk | null = null

  constructor(table: string, columns: readonly Column<T>[]) {
    this.#table = table
    this.#columns = columns
  }

  /** Appends the rows within the connection's transaction. */
  async append(connection: DuckDBConnection, rows: readonly T[]): Promise<void> {
    if (rows.length === 0) return
    this.#chunk ??= DuckDBDataChunk.create(this.#columns.map(([, type]) => type))
    const appender = await connection.createAppender(this.#table)
    try {
      for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
        const run = rows.slice(from, from + CHUNK_ROWS)
        const chunk = this.#chunk
        chunk.reset()
        chunk.rowCount = run.length
        this.#columns.forEach(([, , cell], index) => {
          chunk.setColumnValues(index, run.map(cell))
        })
        appender.appendDataChunk(chunk)
      }
      appender.flushSync()
    } finally {
      appender.closeSync()
    }
  }
}
