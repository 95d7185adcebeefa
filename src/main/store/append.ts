/** Writing batches: messages seen before are told by their hash, the rest is stored with their records. */
import { BIGINT, BLOB, BOOLEAN, blobValue, type DuckDBConnection, INTEGER, UHUGEINT, VARCHAR } from '@duckdb/node-api'
import { emptyAccounting, type Kind } from '../../shared/bounce.ts'
import { hashNumber, type NewRecord, RECORD_COLUMNS } from './columns.ts'
import type { MessageEntry } from './entry.ts'
import { HashIndex } from './hash-index.ts'
import { type Column, TableWriter } from './table-writer.ts'

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

interface NewMessage {
  no: number
  importNo: number
  hash: bigint
  entry: MessageEntry
}
interface Sighting {
  seq: number
  importNo: number
  message: number
  entry: MessageEntry
}

/** Numbers messages, records and sightings, and knows which messages are there. One for each open workspace. */
export class BatchWriter {
  readonly #messages = new TableWriter('messages', MESSAGE_COLUMNS)
  readonly #records = new TableWriter('records', RECORD_COLUMNS)
  readonly #sightings = new TableWriter('sightings', SIGHTING_COLUMNS)
  readonly #copies = new TableWriter('copies', COPY_COLUMNS)
  #known: HashIndex | null = null
  #nextRecord = 0
  #nextMessage = 0
  #nextSighting = 0

  /** Forgets what it knows, after messages were removed. */
  reset(): void {
    this.#known = null
  }

  /** Writes a batch for the import, within the caller's transaction. */
  async write(connection: DuckDBConnection, importNo: number, entries: readonly MessageEntry[]): Promise<Batch> {
    const known = this.#known ?? (await this.#load(connection))
    const batch = this.#number(importNo, entries, known)
    const { messages, records, sightings, met } = batch
    await this.#messages.append(connection, messages)
    await this.#records.append(connection, records)
    await this.#sightings.append(connection, sightings)
    await this.#copies.append(connection, [...messages.flatMap(copyOf), ...(await withoutCopy(connection, met))])
    return batch
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
  #number(importNo: number, entries: readonly MessageEntry[], known: HashIndex): Batch {
    const fresh = new Map<bigint, number>()
    const batch: Batch = { messages: [], records: [], sightings: [], met: [] }
    for (const entry of entries) {
      const hash = hashNumber(entry.hash)
      const before = known.get(hash) ?? fresh.get(hash) ?? null
      const message = before ?? this.#nextMessage + batch.messages.length
      batch.sightings.push({ seq: this.#nextSighting + batch.sightings.length, importNo, message, entry })
      if (before !== null) {
        batch.met.push({ no: message, importNo, hash, entry })
        continue
      }
      fresh.set(hash, message)
      batch.messages.push({ no: message, importNo, hash, entry })
      entry.records.forEach((record, recipientIndex) => {
        batch.records.push({ n: this.#nextRecord + batch.records.length, message, hash, recipientIndex, record })
      })
    }
    return batch
  }

  /** The transaction that wrote the batch was committed: its messages are known from now on. */
  settle({ messages, records, sightings }: Batch): void {
    for (const { no, hash } of messages) this.#known?.set(hash, no)
    this.#nextMessage += messages.length
    this.#nextRecord += records.length
    this.#nextSighting += sightings.length
  }
}

/** What a batch added. */
export function outcomeOf({ messages, records, met }: Batch): AppendOutcome {
  const { kinds } = emptyAccounting()
  for (const { entry } of messages) kinds[entry.kind]++
  const unrecognised = messages.filter(({ entry }) => entry.unrecognised).length
  return { messages: messages.length, duplicates: met.length, kinds, unrecognised, records: records.length }
}

/** A batch with its numbers given out. */
export interface Batch {
  messages: NewMessage[]
  records: NewRecord[]
  sightings: Sighting[]
  /** Duplicates. */
  met: NewMessage[]
}

const MESSAGE_COLUMNS: Column<NewMessage>[] = [
  ['no', INTEGER, (message) => message.no],
  ['hash', UHUGEINT, (message) => message.hash],
  ['import_no', INTEGER, ({ importNo }) => importNo],
  ['kind', VARCHAR, ({ entry }) => entry.kind],
  ['unrecognised', BOOLEAN, ({ entry }) => entry.unrecognised],
  ['size', BIGINT, ({ entry }) => BigInt(entry.size)],
]

const SIGHTING_COLUMNS: Column<Sighting>[] = [
  ['seq', INTEGER, (sighting) => sighting.seq],
  ['import_no', INTEGER, ({ importNo }) => importNo],
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
