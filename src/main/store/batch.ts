/**
 * Messages and their records by columns: what a worker hands over. Thousands of nested objects would have to be copied
 * from thread to thread one by one; a column crosses as one block, and goes into the database as it is.
 */
import { KINDS } from '../../shared/bounce.ts'
import type { MessageEntry } from './entry.ts'
import { REPEATING_TEXTS, type RepeatingText, VARYING_TEXTS, type VaryingText } from './record-texts.ts'

export type Text = string | null

/** A column in which values repeat: each once, and for each row the place of its value. */
export interface CodedTexts {
  values: Text[]
  codes: Uint32Array<ArrayBuffer>
}

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
    varying: Record<VaryingText, Text[]>
    /** Milliseconds since 1970; NaN for none. */
    reportedAt: Float64Array<ArrayBuffer>
    sourceIndexes: Int32Array<ArrayBuffer>
    sourceOffsets: Float64Array<ArrayBuffer>
  }
}

/** The same, by columns. */
export function encodeEntries(entries: readonly MessageEntry[]): EntryBatch {
  const records = entries.flatMap((entry) => entry.records)
  const hashes = new Uint32Array(entries.length * 4)
  entries.forEach(({ hash }, at) => {
    writeHash(hash, hashes, at * 4)
  })
  return {
    messages: {
      count: entries.length,
      hashes,
      kinds: Uint8Array.from(entries, ({ kind }) => KINDS.indexOf(kind)),
      unrecognised: Uint8Array.from(entries, ({ unrecognised }) => (unrecognised ? 1 : 0)),
      sizes: Float64Array.from(entries, ({ size }) => size),
      files: coded(entries, ({ source }) => source.file),
      fileIndexes: Int32Array.from(entries, ({ source }) => source.index),
      fileOffsets: Float64Array.from(entries, ({ source }) => source.offset),
      records: Uint32Array.from(entries, (entry) => entry.records.length),
      copies: entries.some(({ copy }) => copy !== null) ? entries.map(({ copy }) => copy) : null,
    },
    records: {
      count: records.length,
      repeating: mapValues(REPEATING_TEXTS, (read) => coded(records, read)),
      varying: mapValues(VARYING_TEXTS, (read) => records.map(read)),
      reportedAt: Float64Array.from(records, ({ reportedAt }) =>
        reportedAt === null ? Number.NaN : Date.parse(reportedAt),
      ),
      sourceIndexes: Int32Array.from(records, ({ source }) => source.index),
      sourceOffsets: Float64Array.from(records, ({ source }) => source.offset),
    },
  }
}

function coded<T>(rows: readonly T[], read: (row: T) => Text): CodedTexts {
  const values: Text[] = []
  const places = new Map<Text, number>()
  const codes = new Uint32Array(rows.length)
  let lastText: Text | undefined
  let lastCode = 0
  for (let row = 0; row < rows.length; row++) {
    const text = read(rows[row] as T)
    // What stands above is most likely.
    if (text !== lastText) {
      let code = places.get(text)
      if (code === undefined) {
        code = values.push(text) - 1
        places.set(text, code)
      }
      lastText = text
      lastCode = code
    }
    codes[row] = lastCode
  }
  return { values, codes }
}

/** Writes the 32 hex digits of a hash as four words, the least significant first. */
function writeHash(hex: string, into: Uint32Array, at: number): void {
  for (let word = 0; word < 4; word++) into[at + word] = Number.parseInt(hex.slice(24 - 8 * word, 32 - 8 * word), 16)
}

function mapValues<K extends string, A, B>(from: Record<K, A>, change: (value: A) => B): Record<K, B> {
  const to = {} as Record<K, B>
  for (const key in from) to[key] = change(from[key])
  return to
}
