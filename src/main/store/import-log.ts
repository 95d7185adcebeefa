/** What is noted of running imports between batches: kept in memory, written with the next batch or at the end. */
import { randomUUID } from 'node:crypto'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type Accounting, emptyAccounting, type Kind, type Unread } from '../../shared/bounce.ts'
import type { ImportInfo } from '../../shared/query.ts'
import type { AppendOutcome } from './append.ts'
import type { Database } from './database.ts'
import { insertImport, MAX_UNREAD_LISTED, moreUnread } from './imports.ts'

/** How far an import is. */
export interface ImportProgress {
  bytes: number
  totalBytes: number | null
  /** The file being read. */
  lastFile: string | null
}

interface Running {
  no: number
  paths: string[]
  startedAt: string
  /** What is stored of it: told at the end without counting again, for who cancels does not wait. */
  accounting: Accounting
  unreadTotal: number
  progress: ImportProgress
  deleted: number
  unread: Unread[]
  /** Something of this is not stored yet. */
  changed: boolean
}

/** What of an import's notes a transaction has written: forgotten once that is committed. */
export interface WrittenNotes {
  id: string
  deleted: number
  unread: number
}

export class ImportLog {
  readonly #database: Database
  readonly #running = new Map<string, Running>()

  constructor(database: Database) {
    this.#database = database
  }

  async begin(paths: string[]): Promise<string> {
    const id = randomUUID()
    const startedAt = new Date().toISOString()
    const no = await insertImport(this.#database, id, paths, startedAt)
    const progress = { bytes: 0, totalBytes: null, lastFile: null }
    const nothing = { accounting: emptyAccounting(), unreadTotal: 0, deleted: 0, unread: [], changed: false }
    this.#running.set(id, { no, paths, startedAt, progress, ...nothing })
    return id
  }

  /** The number of a running import. */
  number(id: string): number {
    return this.#get(id).no
  }

  /** Messages were stored. */
  stored(id: string, outcome: AppendOutcome): void {
    const { accounting } = this.#get(id)
    accounting.messages += outcome.messages
    accounting.duplicates += outcome.duplicates
    accounting.unrecognised += outcome.unrecognised
    for (const [kind, count] of Object.entries(outcome.kinds)) accounting.kinds[kind as Kind] += count
  }

  deleted(id: string, count: number): void {
    const running = this.#get(id)
    running.deleted += count
    running.accounting.deleted += count
    running.changed = true
  }

  unread(id: string, unread: Unread): void {
    const running = this.#get(id)
    running.unread.push(unread)
    running.unreadTotal++
    if (running.unreadTotal <= MAX_UNREAD_LISTED) running.accounting.unread.push(unread)
    running.changed = true
  }

  progress(id: string, progress: Partial<ImportProgress>): void {
    const running = this.#get(id)
    Object.assign(running.progress, progress)
    running.changed = true
  }

  /** Writes what was noted of an import, within the caller's transaction. */
  async write(connection: DuckDBConnection, id: string): Promise<WrittenNotes> {
    const { no, progress, unread, deleted, changed } = this.#get(id)
    const written = { id, deleted, unread: unread.length }
    if (!changed) return written
    const { bytes, totalBytes, lastFile } = progress
    await connection.run(
      'UPDATE imports SET bytes = $2, total_bytes = $3, last_file = $4, deleted = deleted + $5 WHERE no = $1',
      [no, bytes, totalBytes, lastFile, deleted],
    )
    for (const { file, place, why } of unread.slice()) {
      await connection.run('INSERT INTO unread VALUES ($1, $2, $3, $4)', [no, file, place, why])
    }
    return written
  }

  /** The transaction that wrote these notes was committed. */
  settle({ id, deleted, unread }: WrittenNotes): void {
    const running = this.#get(id)
    running.deleted -= deleted
    running.unread.splice(0, unread)
    running.changed = running.deleted > 0 || running.unread.length > 0
  }

  /** Writes what was noted of all running imports. */
  async writeAll(): Promise<void> {
    for (const [id, { changed }] of this.#running) {
      if (!changed) continue
      await this.#database.write(
        (connection) => this.write(connection, id),
        (written) => this.settle(written),
      )
    }
  }

  /** Ends it; how it went is the answer. */
  async end(id: string, state: ImportInfo['state'], progress: Partial<ImportProgress>): Promise<ImportInfo> {
    this.progress(id, progress)
    const { no, paths, startedAt, accounting, unreadTotal } = this.#get(id)
    const finishedAt = new Date().toISOString()
    await this.#database.write(
      async (connection) => {
        await connection.run('UPDATE imports SET state = $2, finished_at = $3 WHERE no = $1', [no, state, finishedAt])
        return this.write(connection, id)
      },
      (written) => this.settle(written),
    )
    const { bytes, totalBytes, lastFile } = this.#get(id).progress
    this.#running.delete(id)
    accounting.unread.push(...moreUnread(unreadTotal - MAX_UNREAD_LISTED))
    return {
      ...{ id, paths, startedAt, finishedAt, state, bytes, totalBytes, accounting },
      lastFile: state === 'complete' ? null : lastFile,
    }
  }

  #get(id: string): Running {
    const running = this.#running.get(id)
    if (!running) throw new Error(`import ${id} is not running`)
    return running
  }
}
