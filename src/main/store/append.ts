/** Writing batches: messages seen before are told by their hash, the rest is stored with their records. */
import { BIGINT, BLOB, BOOLEAN, type DuckDBConnection, INTEGER, UHUGEINT, VARCHAR } from '@duckdb/node-api'
import { emptyAccounting, KINDS, type Kind } from '../../shared/bounce.ts'
import type { EntryBatch } from './batch.ts'
import { HashIndex } from './hash-index.ts'
import { type NewRecords, recordRun } from './record-writer.ts'
import { booleans, int32, int64, type Run, TableWriter, words128 } from './table-writer.ts'

/** What was added. */
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

/** A batch with its numbers given out. */
export interface NumberedBatch {
  batch: EntryBatch
  /** Of each message of the batch the number it has or gets. */
  numbers: Uint32Array
  /** Places in the batch: of messages that are new, and of those that are not. */
  fresh: Uint32Array
  met: number[]
  firstSighting: number
  records: NewRecords
}

/** Numbers messages, records and sightings, and knows which messages are there. One for each open workspace. */
export class BatchWriter {
  readonly #messages = new TableWriter('messages')
  readonly #records = new TableWriter('records')
  readonly #sightings = new TableWriter('sightings')
  readonly #copies = new TableWriter('copies')
  #known: HashIndex | null = null
  #nextRecord = 0
  #nextMessage = 0
  #nextSighting = 0

  /** Forgets what it knows, after messages were removed. */
  reset(): void {
    this.#known = null
  }

  /** Writes batches for the import, within the caller's transaction. */
  async write(
    connection: DuckDBConnection,
    importNo: number,
    batches: readonly EntryBatch[],
  ): Promise<NumberedBatch[]> {
    const known = this.#known ?? (await this.#load(connection))
    const numbered = this.#number(batches, known)
    await this.#messages.append(
      connection,
      numbered.map((one) => messageRun(importNo, one)),
    )
    await this.#records.append(
      connection,
      numbered.map(({ batch, records }) => recordRun(batch, records)),
    )
    await this.#sightings.append(
      connection,
      numbered.map((one) => sightingRun(importNo, one)),
    )
    for (const one of numbered) {
      if (one.batch.messages.copies) await this.#copies.append(connection, [await copyRun(connection, one)])
    }
    return numbered
  }

  async #load(connection: DuckDBConnection): Promise<HashIndex> {
    const known = new HashIndex()
    const word = (shift: number) => `((hash >> ${shift}) & 4294967295::UHUGEINT)::UINTEGER`
    const result = await connection.stream(`SELECT ${word(0)}, ${word(32)}, ${word(64)}, ${word(96)}, no FROM messages`)
    const words = new Uint32Array(4)
    for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
      const columns = [0, 1, 2, 3, 4].map((column) => chunk?.getColumnValues(column) as number[])
      const numbers = columns[4] ?? []
      for (let row = 0; row < numbers.length; row++) {
        for (let at = 0; at < 4; at++) words[at] = columns[at]?.[row] ?? 0
        known.setAt(words, 0, numbers[row] ?? 0)
      }
    }
    const next = async (sql: string) => Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0] ?? 0)
    this.#nextMessage = await next('SELECT max(no) + 1 FROM messages')
    this.#nextRecord = await next('SELECT max(n) + 1 FROM records')
    this.#nextSighting = await next('SELECT max(seq) + 1 FROM sightings')
    this.#known = known
    return known
  }

  /** Gives out numbers without keeping them: a transaction that fails leaves no trace. */
  #number(batches: readonly EntryBatch[], known: HashIndex): NumberedBatch[] {
    const added = new HashIndex()
    let nextMessage = this.#nextMessage
    let nextRecord = this.#nextRecord
    let nextSighting = this.#nextSighting
    return batches.map((batch) => {
      const { count, hashes } = batch.messages
      const numbers = new Uint32Array(count)
      const fresh: number[] = []
      const met: number[] = []
      for (let at = 0; at < count; at++) {
        const before = known.getAt(hashes, at * 4) ?? added.getAt(hashes, at * 4)
        numbers[at] = before ?? nextMessage
        if (before !== null) {
          met.push(at)
          continue
        }
        added.setAt(hashes, at * 4, nextMessage++)
        fresh.push(at)
      }
      const firstSighting = nextSighting
      nextSighting += count
      const records = newRecords(batch, fresh, numbers, nextRecord)
      nextRecord += records.rows.length
      return { batch, numbers, fresh: Uint32Array.from(fresh), met, firstSighting, records }
    })
  }

  /** The transaction that wrote the batches was committed: their messages are known from now on. */
  settle(numbered: readonly NumberedBatch[]): void {
    for (const { batch, numbers, fresh, records } of numbered) {
      for (const at of fresh) this.#known?.setAt(batch.messages.hashes, at * 4, numbers[at] as number)
      this.#nextMessage += fresh.length
      this.#nextRecord += records.rows.length
      this.#nextSighting += batch.messages.count
    }
  }
}

/** What batches added. */
export function outcomeOf(numbered: readonly NumberedBatch[]): AppendOutcome {
  const outcome = { messages: 0, duplicates: 0, unrecognised: 0, records: 0, kinds: emptyAccounting().kinds }
  for (const { batch, fresh, met, records } of numbered) {
    outcome.messages += fresh.length
    outcome.duplicates += met.length
    outcome.records += records.rows.length
    for (const at of fresh) {
      const kind = kindAt(batch, at)
      outcome.kinds[kind]++
      if (batch.messages.unrecognised[at]) outcome.unrecognised++
    }
  }
  return outcome
}

const kindAt = ({ messages }: EntryBatch, at: number): Kind => KINDS[messages.kinds[at] as number] ?? 'other'

/** The records of the batch's new messages. */
function newRecords(
  batch: EntryBatch,
  fresh: readonly number[],
  numbers: Uint32Array,
  firstNumber: number,
): NewRecords {
  const counts = batch.messages.records
  const first = new Uint32Array(counts.length)
  for (let at = 1; at < counts.length; at++) first[at] = (first[at - 1] as number) + (counts[at - 1] as number)
  const total = fresh.reduce((sum, at) => sum + (counts[at] as number), 0)
  const of = () => new Uint32Array(total)
  const records: NewRecords = {
    ...{ firstNumber, rows: of(), messages: of(), messageNumbers: of(), recipientIndexes: of() },
  }
  let row = 0
  for (const message of fresh) {
    for (let index = 0; index < (counts[message] as number); index++, row++) {
      records.rows[row] = (first[message] as number) + index
      records.messages[row] = message
      records.messageNumbers[row] = numbers[message] as number
      records.recipientIndexes[row] = index
    }
  }
  return records
}

function messageRun(importNo: number, { batch, numbers, fresh }: NumberedBatch): Run {
  const at = (values: ArrayLike<number>) => (row: number) => values[fresh[row] as number] as number
  const { hashes, unrecognised, sizes } = batch.messages
  return {
    count: fresh.length,
    columns: [
      { type: INTEGER, width: 4, fill: int32(at(numbers)) },
      { type: UHUGEINT, width: 16, fill: words128(hashes, (row) => fresh[row] as number) },
      { type: INTEGER, width: 4, fill: int32(() => importNo) },
      { type: VARCHAR, text: (row) => kindAt(batch, fresh[row] as number) },
      { type: BOOLEAN, width: 1, fill: booleans((row) => at(unrecognised)(row) === 1) },
      { type: BIGINT, width: 8, fill: int64(at(sizes)) },
    ],
  }
}

function sightingRun(importNo: number, { batch, numbers, firstSighting }: NumberedBatch): Run {
  const { count, files, fileIndexes, fileOffsets } = batch.messages
  const at = (values: ArrayLike<number>) => (row: number) => values[row] as number
  return {
    count,
    columns: [
      { type: INTEGER, width: 4, fill: int32((row) => firstSighting + row) },
      { type: INTEGER, width: 4, fill: int32(() => importNo) },
      { type: INTEGER, width: 4, fill: int32(at(numbers)) },
      { type: VARCHAR, texts: files, rows: Uint32Array.from({ length: count }, (_, row) => row) },
      { type: INTEGER, width: 4, fill: int32(at(fileIndexes)) },
      { type: BIGINT, width: 8, fill: int64(at(fileOffsets)) },
    ],
  }
}

/** The copies of new messages, and of duplicates whose first sighting brought none: they may outlive the file that was read then. */
async function copyRun(connection: DuckDBConnection, { batch, numbers, fresh, met }: NumberedBatch): Promise<Run> {
  const copies = new Map<number, Uint8Array>()
  const add = (at: number) => {
    const copy = batch.messages.copies?.[at]
    if (copy) copies.set(numbers[at] as number, copy)
  }
  met.forEach(add)
  if (copies.size > 0) {
    const held = await connection.runAndReadAll(
      `SELECT message FROM copies WHERE message IN (${[...copies.keys()].join()})`,
    )
    for (const [message] of held.getRows()) copies.delete(message as number)
  }
  fresh.forEach(add)
  const list = [...copies]
  return {
    count: list.length,
    columns: [
      { type: INTEGER, width: 4, fill: int32((row) => list[row]?.[0] ?? 0) },
      { type: BLOB, blob: (row) => list[row]?.[1] ?? new Uint8Array() },
    ],
  }
}
