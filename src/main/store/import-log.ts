/** What is noted of running imports between batches: kept in memory, written with the next batch or at the end. */
import { randomUUID } from 'node:crypto'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Unread } from '../../shared/bounce.ts'
import type { ImportInfo } from '../../shared/query.ts'
import type { Database } from './database.ts'
import { insertImport } from './imports.ts'

/** How far an import is. */
export interface ImportProgress {
  bytes: number
  totalBytes: number | null
  /** The file being read. */
  lastFile: string | null
}

interface Running {
  no: number
  progress: ImportProgress
  /** `progress` differs from what is stored. */
  moved: boolean
  deleted: number
  unread: Unread[]
}

export class ImportLog {
  readonly #database: Database
  readonly #running = new Map<string, Running>()

  constructor(database: Database) {
    this.#database = database
  }

  async begin(paths: string[]): Promise<string> {
    const id = randomUUID()
    const no = await insertImport(this.#database, id, paths, new Date().toISOString())
    const progress = { bytes: 0, totalBytes: null, lastFile: null }
    this.#running.set(id, { no, progress, moved: false, deleted: 0, unread: [] })
    return id
  }

  /** The number of a running import. */
  number(id: string): number {
    return this.#get(id).no
  }

  deleted(id: string, count: number): void {
    this.#get(id).deleted += count
  }

  unread(id: string, unread: Unread): void {
    this.#get(id).unread.push(unread)
  }

  progress(id: string, progress: Partial<ImportProgress>): void {
    const running = this.#get(id)
    Object.assign(running.progress, progress)
    running.moved = true
  }

  /** Writes what was noted of one import, within the caller's transaction. */
  async flush(connection: DuckDBConnection, id: string): Promise<void> {
    const running = this.#get(id)
    const { no, progress, unread, deleted } = running
    if (!running.moved && unread.length === 0 && deleted === 0) return
    running.unread = []
    running.deleted = 0
    running.moved = false
    try {
      await connection.run(
        'UPDATE imports SET bytes = $2, total_bytes = $3, last_file = $4, deleted = deleted + $5 WHERE no = $1',
        [no, progress.bytes, progress.totalBytes, progress.lastFile, deleted],
      )
      for (const { file, place, why } of unread) {
        await connection.run('INSERT INTO unread VALUES ($1, $2, $3, $4)', [no, file, place, why])
      }
    } catch (error) {
      running.unread = [...unread, ...running.unread]
      running.deleted += deleted
      running.moved = true
      throw error
    }
  }

  /** Writes what was noted of all running imports. */
  async flushAll(): Promise<void> {
    for (const id of this.#running.keys()) await this.#database.write((connection) => this.flush(connection, id))
  }

  async end(id: string, state: ImportInfo['state'], progress: Partial<ImportProgress>): Promise<void> {
    this.progress(id, progress)
    const { no } = this.#get(id)
    await this.#database.write(async (connection) => {
      await this.flush(connection, id)
      const finished = new Date().toISOString()
      await connection.run('UPDATE imports SET state = $2, finished_at = $3 WHERE no = $1', [no, state, finished])
    })
    this.#running.delete(id)
  }

  #get(id: string): Running {
    const running = this.#running.get(id)
    if (!running) throw new Error(`import ${id} is not running`)
    return running
  }
}
