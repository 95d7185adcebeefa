/**
 * The database under the store: opened silent (no extension is fetched or loaded, no other file or address is reached),
 * with one connection that writes, in turn and in transactions, and one that reads beside it.
 */
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type DuckDBConnection, type DuckDBDataChunk, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'
import { asStoreError, storeError } from './errors.ts'
import { removeLeftSpills, spillFolder } from './spill.ts'

/** Memory the database may take; beyond it, it spills to the temporary directory. Keeps a large import from swapping. */
export const DEFAULT_MEMORY_LIMIT_MB = 128
/** Threads of the database, the caller's included: more would starve the workers that parse. */
export const DEFAULT_THREADS = 2
/** What may be spilled to disk: keeps a runaway sort from filling it. */
const MAX_SPILL = '20GB'
/** Size of the write-ahead log that starts a checkpoint: larger stalls less often, but makes opening after a kill slower. */
const CHECKPOINT_AT = '64MB'

/** How long interrupted work lets others go first. */
const AFTER_HURRY_MS = 250

export interface DatabaseOptions {
  memoryLimitMb?: number
  threads?: number
  /** The only files it may ever write to beside its own: absolute paths. */
  mayWrite?: readonly string[]
  /** Where to spill; beside the workspace file unless told. */
  tempDirectory?: string
}

export type Params = DuckDBValue[]
export type Cells = DuckDBValue[]

/** No file, no address, and no way to change that. */
const SHUT = { enable_external_access: 'false', lock_configuration: 'true' }

async function shutBut(instance: DuckDBInstance, files: readonly string[]): Promise<void> {
  const connection = await instance.connect()
  try {
    await connection.run(`SET allowed_paths = [${files.map(quoted).join(', ')}]`)
    for (const [option, value] of Object.entries(SHUT)) await connection.run(`SET ${option} = ${value}`)
  } finally {
    connection.closeSync()
  }
}

/** A text in SQL. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The writing connection, for as long as it is one writer's turn. */
export interface WriteTurn {
  write<T>(work: (connection: DuckDBConnection) => Promise<T>, committed?: (result: T) => void): Promise<T>
  checkpoint(): Promise<void>
}

/**
 * Runs `work` in one transaction, also where it only reads: a query is planned after what the columns hold (how long
 * their texts are, which values can be met), and rows that others store between the plan and its run would be read
 * wrongly, as pieces of other memory.
 */
async function inTransaction<T>(
  connection: DuckDBConnection,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  await connection.run('BEGIN')
  try {
    const result = await work(connection)
    await connection.run('COMMIT')
    return result
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => {})
    throw error
  }
}

/** Files open in this process: the system's own lock only keeps other processes out. */
const openFiles = new Set<string>()

/** Runs jobs one after the other; a failing job does not stop the next. */
class Queue {
  #last: Promise<unknown> = Promise.resolve()

  run<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#last.then(job)
    this.#last = result.catch(() => {})
    return result
  }

  idle(): Promise<unknown> {
    return this.#last
  }
}

export class Database {
  readonly location: string
  readonly #instance: DuckDBInstance
  readonly #writer: DuckDBConnection
  readonly #reader: DuckDBConnection
  readonly #writes = new Queue()
  readonly #reads = new Queue()
  readonly #streams = new Set<Promise<unknown>>()
  /** Work that gives way is at it: what waits for the writer may interrupt it. */
  #givesWay = false
  #closed = false

  private constructor(location: string, instance: DuckDBInstance, writer: DuckDBConnection, reader: DuckDBConnection) {
    this.location = location
    this.#instance = instance
    this.#writer = writer
    this.#reader = reader
  }

  /** Opens or creates a database file, or one in memory. Throws `StoreError`; a file that cannot be read is left alone. */
  static async open(location: string, options: DatabaseOptions = {}): Promise<Database> {
    const spill = options.tempDirectory ?? spillFolder(location)
    const file = location === ':memory:' ? null : resolve(location)
    if (file && openFiles.has(file)) throw storeError('LOCKED', location)
    if (file) openFiles.add(file)
    try {
      const instance = await DuckDBInstance.create(location, {
        threads: String(options.threads ?? DEFAULT_THREADS),
        memory_limit: `${options.memoryLimitMb ?? DEFAULT_MEMORY_LIMIT_MB}MB`,
        temp_directory: spill,
        max_temp_directory_size: MAX_SPILL,
        checkpoint_threshold: CHECKPOINT_AT,
        autoinstall_known_extensions: 'false',
        autoload_known_extensions: 'false',
        allow_community_extensions: 'false',
        // A list of files can only be set afterwards, and only before access is shut.
        ...(options.mayWrite ? {} : SHUT),
      })
      if (options.mayWrite) await shutBut(instance, options.mayWrite)
      if (!options.tempDirectory) await removeLeftSpills(location)
      return new Database(location, instance, await instance.connect(), await instance.connect())
    } catch (error) {
      if (file) openFiles.delete(file)
      throw asStoreError(error, location)
    }
  }

  /**
   * Runs `work` alone on the writing connection in one transaction: all of it is stored, or nothing. `committed` runs once
   * it is, before the next writer's turn.
   */
  write<T>(work: (connection: DuckDBConnection) => Promise<T>, committed?: (result: T) => void): Promise<T> {
    return this.inTurn((turn) => turn.write(work, committed))
  }

  /** Runs `work` while nobody else writes: for what takes several transactions. */
  inTurn<T>(work: (turn: WriteTurn) => Promise<T>): Promise<T> {
    const turn: WriteTurn = {
      write: async (inner, committed) => {
        const result = await inTransaction(this.#writer, inner)
        committed?.(result)
        return result
      },
      checkpoint: async () => void (await this.#writer.run('CHECKPOINT')),
    }
    return this.#writes.run(() => this.#guard(() => work(turn)))
  }

  /**
   * As `inTurn`, for long work that is as good done later: whoever calls `hurry` ends it, and it begins again once those
   * who waited have written. `work` must be able to begin again.
   */
  async inTurnGivingWay<T>(work: (turn: WriteTurn) => Promise<T>): Promise<T> {
    for (;;) {
      let interrupted = false
      const result = await this.inTurn(async (turn) => {
        this.#givesWay = true
        try {
          return await work(turn)
        } catch (error) {
          interrupted = !this.#givesWay
          if (!interrupted) throw error
          return null
        } finally {
          this.#givesWay = false
        }
      })
      if (!interrupted) return result as T
      await sleep(AFTER_HURRY_MS)
    }
  }

  /** Interrupts what gives way, if that is at it. */
  hurry(): void {
    if (!this.#givesWay) return
    this.#givesWay = false
    this.#writer.interrupt()
  }

  /** Folds the write-ahead log into the file. */
  checkpoint(): Promise<void> {
    return this.inTurn((turn) => turn.checkpoint())
  }

  /** All rows of a query. */
  read(sql: string, params: Params = []): Promise<Cells[]> {
    return this.#read(async (reader) => (await reader.runAndReadAll(sql, params)).getRows())
  }

  /** All rows of several queries, of one and the same state. */
  readTogether(queries: readonly { sql: string; params: Params }[]): Promise<Cells[][]> {
    return this.#read(async (reader) => {
      const answers: Cells[][] = []
      for (const { sql, params } of queries) answers.push((await reader.runAndReadAll(sql, params)).getRows())
      return answers
    })
  }

  /** A query's result as chunks of columns: for many narrow rows, where arrays of arrays would cost too much. */
  readChunks(sql: string, params: Params = []): Promise<DuckDBDataChunk[]> {
    return this.#read(async (reader) => (await reader.run(sql, params)).fetchAllChunks())
  }

  #read<T>(work: (reader: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.#reads.run(() => this.#guard(() => inTransaction(this.#reader, work)))
  }

  /** Rows of a query in runs of some thousand, as they stood when it began; on a connection of its own. */
  async *stream(sql: string, params: Params = []): AsyncGenerator<Cells[]> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#streams.add(promise)
    let connection: DuckDBConnection | null = null
    try {
      connection = await this.#guard(() => this.#instance.connect())
      const open = connection
      // Of one state, as `inTransaction` says; it ends with its connection.
      await this.#guard(() => open.run('BEGIN'))
      const result = await this.#guard(() => open.stream(sql, params))
      for (;;) {
        const chunk = await this.#guard(() => result.fetchChunk())
        if (!chunk || chunk.rowCount === 0) return
        yield chunk.getRows()
      }
    } finally {
      connection?.closeSync()
      this.#streams.delete(promise)
      resolve()
    }
  }

  /** Waits for running work, folds the log into the file and lets it go. Calling it twice does nothing. */
  async close(): Promise<void> {
    if (this.#closed) return
    await this.checkpoint().catch(() => {})
    this.#closed = true
    await Promise.all([this.#writes.idle(), this.#reads.idle(), ...this.#streams])
    this.#reader.closeSync()
    this.#writer.closeSync()
    this.#instance.closeSync()
    openFiles.delete(resolve(this.location))
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw storeError('CLOSED', this.location)
    try {
      return await work()
    } catch (error) {
      throw asStoreError(error, this.location)
    }
  }
}
