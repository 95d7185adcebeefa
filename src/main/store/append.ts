/** Writing batches: messages seen before are told by their hash, the rest is stored with their records. */
import {
  BIGINT,
  BLOB,
  BOOLEAN,
  blobValue,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  UHUGEINT,
  VARCHAR,
} from '@duckdb/node-api'
import { emptyAccounting, type Kind } from '../../shared/bounce.ts'
import { hashNumber, type NewRecord, RECORD_COLUMNS } from './columns.ts'
import type { Database } from './database.ts'
import type { MessageEntry } from './entry.ts'
import { HashIndex } from './hash-index.ts'

/** What one batch added. */
export interface AppendOutcome {
  /** Messages that are new to the workspace. */
  messages: number
  /** Messages whose content it held already. */
  duplicates: number
  /** The new messages by kind. */
  kinds: Record<Kind, number>
  unrecognised: number
  /** Records of the new messages. */
  records: number
}

/** Most rows a chunk of the database can carry. */
const CHUNK_ROWS = 2_048

type Column<T> = readonly [name: string, type: DuckDBType, write: (row: T) => DuckDBValue]
interface NewMessage {
  no: number
  hash: bigint
  entry: MessageEntry
}
interface Sighting {
  seq: number
  message: number
  entry: MessageEntry
}

/** Numbers messages, records and sightings, and knows which messages are there. One for each open workspace. */
export class BatchWriter {
  readonly #database: Database
  #known: HashIndex | null = null
  #nextRecord = 0
  #nextMessage = 0
  #nextSighting = 0

  constructor(database: Database) {
    this.#database = database
  }

  /** Forgets what it knows, after messages were removed. */
  reset(): void {
    this.#known = null
  }

  /** Stores a batch for the import in one transaction, with `also` in it. Throws `StoreError`; then nothing is stored. */
  append(
    importNo: number,
    entries: readonly MessageEntry[],
    also: (connection: DuckDBConnection) => Promise<void>,
  ): Promise<AppendOutcome> {
    let batch: Batch | null = null
    return this.#database
      .write(async (connection) => {
        const known = this.#known ?? (await this.#load(connection))
        batch = this.#number(entries, known)
        const { messages, records, sightings, met } = batch
        await write(connection, 'messages', messageColumns(importNo), messages)
        await write(connection, 'records', RECORD_COLUMNS, records)
        await write(connection, 'sightings', sightingColumns(importNo), sightings)
        const copies = [...messages.flatMap(copyOf), ...(await withoutCopy(connection, met))]
        await write(connection, 'copies', COPY_COLUMNS, copies)
        await also(connection)
      })
      .then(() => this.#commit(batch as Batch | null))
  }

  async #load(connection: DuckDBConnection): Promise<HashIndex> {
    const known = new HashIndex()
    const result = await connection.stream('SELECT hash, no FROM messages')
    for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
      const hashes = chunk.getColumnValues(0) as bigint[]
      const numbers = chunk.getColumnValues(1) as number[]
      hashes.forEach((hash, index) => {
        known.set(hash, numbers[index] ?? 0)
      })
    }
    const next = async (sql: string) => Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0] ?? 0)
    this.#nextMessage = await next('SELECT max(no) + 1 FROM messages')
    this.#nextRecord = await next('SELECT max(n) + 1 FROM records')
    this.#nextSighting = await next('SELECT max(seq) + 1 FROM sightings')
    this.#known = known
    return known
  }

  /** Gives out numbers without keeping them: a batch that fails leaves no trace. */
  #number(entries: readonly MessageEntry[], known: HashIndex): Batch {
    const fresh = new Map<bigint, number>()
    const batch: Batch = { messages: [], records: [], sightings: [], met: [] }
    for (const entry of entries) {
      const hash = hashNumber(entry.hash)
      const before = known.get(hash) ?? fresh.get(hash) ?? null
      const message = before ?? this.#nextMessage + batch.messages.length
      batch.sightings.push({ seq: this.#nextSighting + batch.sightings.length, message, entry })
      if (before !== null) {
        batch.met.push({ no: message, hash, entry })
        continue
      }
      fresh.set(hash, message)
      batch.messages.push({ no: message, hash, entry })
      entry.records.forEach((record, recipientIndex) => {
        batch.records.push({ n: this.#nextRecord + batch.records.length, message, hash, recipientIndex, record })
      })
    }
    return batch
  }

  #commit(batch: Batch | null): AppendOutcome {
    const { kinds } = emptyAccounting()
    const outcome: AppendOutcome = { messages: 0, duplicates: 0, kinds, unrecognised: 0, records: 0 }
    if (!batch) return outcome
    for (const { no, hash, entry } of batch.messages) {
      this.#known?.set(hash, no)
      kinds[entry.kind]++
      if (entry.unrecognised) outcome.unrecognised++
    }
    this.#nextMessage += batch.messages.length
    this.#nextRecord += batch.records.length
    this.#nextSighting += batch.sightings.length
    outcome.messages = batch.messages.length
    outcome.duplicates = batch.met.length
    outcome.records = batch.records.length
    return outcome
  }
}

interface Batch {
  messages: NewMessage[]
  records: NewRecord[]
  sightings: Sighting[]
  /** Duplicates. */
  met: NewMessage[]
}

const messageColumns = (importNo: number): Column<NewMessage>[] => [
  ['no', INTEGER, (message) => message.no],
  ['hash', UHUGEINT, (message) => message.hash],
  ['import_no', INTEGER, () => importNo],
  ['kind', VARCHAR, ({ entry }) => entry.kind],
  ['unrecognised', BOOLEAN, ({ entry }) => entry.unrecognised],
  ['size', BIGINT, ({ entry }) => BigInt(entry.size)],
]

const sightingColumns = (importNo: number): Column<Sighting>[] => [
  ['seq', INTEGER, (sighting) => sighting.seq],
  ['import_no', INTEGER, () => importNo],
  ['message', INTEGER, (sighting) => sighting.message],
  ['file', VARCHAR, ({ entry }) => entry.source.file],
  ['file_index', INTEGER, ({ entry }) => entry.source.index],
  ['file_offset', BIGINT, ({ entry }) => BigInt(entry.source.offset)],
]

const COPY_COLUMNS: Column<{ message: number; bytes: Uint8Array }>[] = [
  ['message', INTEGER, (copy) => copy.message],
  ['bytes', BLOB, (copy) => blobValue(copy.bytes)],
]

const copyOf = ({ no, entry }: NewMessage) => (entry.copy ? [{ message: no, bytes: entry.copy }] : [])

/** Copies of duplicates whose first sighting brought none: they may outlive the file that was read then. */
async function withoutCopy(connection: DuckDBConnection, met: NewMessage[]) {
  const copies = new Map(met.flatMap(copyOf).map((copy) => [copy.message, copy]))
  if (copies.size === 0) return []
  const held = await connection.runAndReadAll(
    `SELECT message FROM copies WHERE message IN (${[...copies.keys()].join()})`,
  )
  for (const [message] of held.getRows()) copies.delete(message as number)
  return [...copies.values()]
}

/** Appends rows column by column. */
async function write<T>(
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
): Promise<void> {
  if (rows.length === 0) return
  const types = columns.map(([, type]) => type)
  const appender = await connection.createAppender(table)
  try {
    for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
      const run = rows.slice(from, from + CHUNK_ROWS)
      const chunk = DuckDBDataChunk.create(types, run.length)
      columns.forEach(([, , cell], index) => {
        chunk.setColumnValues(index, run.map(cell))
      })
      appender.appendDataChunk(chunk)
    }
    appender.flushSync()
  } finally {
    appender.closeSync()
  }
}
