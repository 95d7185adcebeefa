/**
 * Messages and their records by columns: what a worker hands over. Thousands of nested objects would have to be copied
 * from thread to thread one by one; a column crosses as one block, and goes into the database as it is.
 */
import { type BounceRecord, KINDS } from '../../shared/bounce.ts'
import { type CodedTexts, CodedTextsBuilder } from './coded-column.ts'
import type { MessageEntry } from './entry.ts'
import { REPEATING_TEXTS, type RepeatingText, VARYING_TEXTS, type VaryingText } from './record-texts.ts'
import { type TextColumn, TextColumnBuilder } from './text-column.ts'

export interface EntryBatch {
  messages: {
    count: number
    /** Four words of 32 bits each, the least significant first. */
    hashes: Uint32Array<ArrayBuffer>
    /** Places in `KINDS`. */
    kinds: Uint8Array<ArrayBuffer>
    unrecognised: Uint8Array<ArrayBuffer>
    sizes: Float64Array<ArrayBuffer>
    files: CodedTexts
    fileIndexes: Int32Array<ArrayBuffer>
    fileOffsets: Float64Array<ArrayBuffer>
    /** How many records each has. */
    records: Uint32Array<ArrayBuffer>
    /** Null where no message brings one. */
    copies: (Uint8Array | null)[] | null
  }
  /** Of one message after the other. */
  records: {
    count: number
    repeating: Record<RepeatingText, CodedTexts>
    varying: Record<VaryingText, TextColumn>
    /** Milliseconds since 1970; NaN for none. */
    reportedAt: Float64Array<ArrayBuffer>
    sourceIndexes: Int32Array<ArrayBuffer>
    sourceOffsets: Float64Array<ArrayBuffer>
  }
}

/** What is kept of each message beside its records. */
interface MessageCells {
  hash: string
  kind: number
  unrecognised: boolean
  size: number
  index: number
  offset: number
  records: number
  copy: Uint8Array | null
}

/** What is kept of each record beside its texts. */
interface RecordCells {
  reportedAt: number
  index: number
  offset: number
}

/** Takes messages one by one; nothing of them is held but what the columns need. */
export class BatchEncoder {
  readonly #messages: MessageCells[] = []
  readonly #records: RecordCells[] = []
  readonly #files = new CodedTextsBuilder()
  readonly #repeating = columns(REPEATING_TEXTS, () => new CodedTextsBuilder())
  readonly #varying = columns(VARYING_TEXTS, () => new TextColumnBuilder())

  add({ hash, kind, unrecognised, source, records, copy, size }: MessageEntry): void {
    const { index, offset } = source
    this.#files.add(source.file)
    this.#messages.push({
      ...{ hash, kind: KINDS.indexOf(kind), unrecognised, size, index, offset, records: records.length, copy },
    })
    for (const record of records) this.#addRecord(record)
  }

  #addRecord(record: BounceRecord): void {
    const { reportedAt, source } = record
    for (const { read, to } of this.#repeating) to.add(read(record))
    for (const { read, to } of this.#varying) to.add(read(record))
    this.#records.push({
      reportedAt: reportedAt === null ? Number.NaN : Date.parse(reportedAt),
      index: source.index,
      offset: source.offset,
    })
  }

  /** What was added; the encoder is not used any further. */
  finish(): EntryBatch {
    const messages = this.#messages
    const records = this.#records
    const hashes = new Uint32Array(messages.length * 4)
    messages.forEach(({ hash }, at) => {
      writeHash(hash, hashes, at * 4)
    })
    return {
      messages: {
        count: messages.length,
        hashes,
        kinds: Uint8Array.from(messages, ({ kind }) => kind),
        unrecognised: Uint8Array.from(messages, ({ unrecognised }) => (unrecognised ? 1 : 0)),
        sizes: Float64Array.from(messages, ({ size }) => size),
        files: this.#files.finish(),
        fileIndexes: Int32Array.from(messages, ({ index }) => index),
        fileOffsets: Float64Array.from(messages, ({ offset }) => offset),
        records: Uint32Array.from(messages, (message) => message.records),
        copies: messages.some(({ copy }) => copy !== null) ? messages.map(({ copy }) => copy) : null,
      },
      records: {
        count: records.length,
        repeating: finished(this.#repeating),
        varying: finished(this.#varying),
        reportedAt: Float64Array.from(records, ({ reportedAt }) => reportedAt),
        sourceIndexes: Int32Array.from(records, ({ index }) => index),
        sourceOffsets: Float64Array.from(records, ({ offset }) => offset),
      },
    }
  }
}

/** The same, by columns. */
export function encodeEntries(entries: readonly MessageEntry[]): EntryBatch {
  const encoder = new BatchEncoder()
  for (const entry of entries) encoder.add(entry)
  return encoder.finish()
}

interface Column<K extends string, Builder> {
  name: K
  read: (record: BounceRecord) => string | null
  to: Builder
}

function columns<K extends string, Builder>(
  reads: Record<K, (record: BounceRecord) => string | null>,
  builder: () => Builder,
): Column<K, Builder>[] {
  return (Object.keys(reads) as K[]).map((name) => ({ name, read: reads[name], to: builder() }))
}

function finished<K extends string, Data>(list: readonly Column<K, { finish(): Data }>[]): Record<K, Data> {
  return Object.fromEntries(list.map(({ name, to }) => [name, to.finish()])) as Record<K, Data>
}

/** Writes the 32 hex digits of a hash as four words, the least significant first. */
function writeHash(hex: string, into: Uint32Array, at: number): void {
  for (let word = 0; word < 4; word++) into[at + word] = Number.parseInt(hex.slice(24 - 8 * word, 32 - 8 * word), 16)
}
