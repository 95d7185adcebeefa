/** The columns of the table `records`, in its order, filled from a batch. */
import { BIGINT, BOOLEAN, INTEGER, UHUGEINT, VARCHAR } from '@duckdb/node-api'
import type { EntryBatch } from './batch.ts'
import type { RepeatingText, VaryingText } from './record-texts.ts'
import { booleans, type ColumnData, int32, int64, type Run, words128 } from './table-writer.ts'

/** Records of a batch that go into the table, each with the numbers it gets there. */
export interface NewRecords {
  /** Their places in the batch. */
  rows: Uint32Array
  /** Number of the first; the others follow. */
  firstNumber: number
  /** Of each: its message's place in the batch, its message's number, and its own place in that message. */
  messages: Uint32Array
  messageNumbers: Uint32Array
  recipientIndexes: Uint32Array
}

export function recordRun({ records, messages }: EntryBatch, fresh: NewRecords): Run {
  const { rows } = fresh
  const at = (values: ArrayLike<number>) => (row: number) => values[row] as number
  const ofRecord = (values: ArrayLike<number>) => (row: number) => values[rows[row] as number] as number
  const repeating = (name: RepeatingText): ColumnData => ({ type: VARCHAR, texts: records.repeating[name], rows })
  const varying = (name: VaryingText): ColumnData => ({ type: VARCHAR, written: records.varying[name], rows })
  const reportedAt = ofRecord(records.reportedAt)
  const columns: ColumnData[] = [
    { type: INTEGER, width: 4, fill: int32((row) => fresh.firstNumber + row) },
    { type: INTEGER, width: 4, fill: int32(at(fresh.messageNumbers)) },
    { type: UHUGEINT, width: 16, fill: words128(messages.hashes, at(fresh.messages)) },
    { type: INTEGER, width: 4, fill: int32(at(fresh.recipientIndexes)) },
    repeating('section'),
    repeating('kind'),
    varying('recipient'),
    repeating('original_recipient'),
    varying('address'),
    repeating('domain'),
    repeating('provider'),
    repeating('reply_code'),
    repeating('enhanced_code'),
    repeating('told'),
    repeating('cause'),
    repeating('fault'),
    repeating('verdict'),
    // The address is judged later, over all its records.
    { type: VARCHAR, text: () => null },
    { type: BOOLEAN, width: 1, fill: booleans(() => false) },
    repeating('why'),
    repeating('fix'),
    varying('diagnostic'),
    repeating('remote_mta'),
    repeating('reporting_mta'),
    repeating('action'),
    {
      type: BIGINT,
      width: 8,
      fill: int64((row) => reportedAt(row) || 0),
      valid: (row) => !Number.isNaN(reportedAt(row)),
    },
    repeating('original_from'),
    varying('original_subject'),
    varying('original_message_id'),
    varying('original_date'),
    repeating('detector'),
    repeating('rule'),
    repeating('part'),
    varying('excerpt'),
    repeating('remark'),
    repeating('source_file'),
    { type: INTEGER, width: 4, fill: int32(ofRecord(records.sourceIndexes)) },
    { type: BIGINT, width: 8, fill: int64(ofRecord(records.sourceOffsets)) },
    varying('search'),
  ]
  return { count: rows.length, columns }
}
