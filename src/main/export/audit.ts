/**
 * Every field of every record as CSV (RFC 4180), for spreadsheets and the files of those who must show why an address was
 * removed. UTF-8 without a byte order mark: with one, the first column has another name for every program but Excel.
 */
import { stringify } from 'csv-stringify/sync'
import type { BounceRecord } from '../../shared/bounce.ts'
import { defuse } from './cells.ts'

type Cell = string | number | null
type Column = readonly [name: string, read: (record: BounceRecord) => Cell]

/** The fields of `BounceRecord` in its order, nested ones with a dot. */
const COLUMNS: readonly Column[] = [
  ['id', (r) => r.id],
  ['source.file', (r) => r.source.file],
  ['source.index', (r) => r.source.index],
  ['source.offset', (r) => r.source.offset],
  ['kind', (r) => r.kind],
  ['recipient', (r) => r.recipient],
  ['originalRecipient', (r) => r.originalRecipient],
  ['domain', (r) => r.domain],
  ['provider', (r) => r.provider],
  ['replyCode', (r) => r.replyCode],
  ['enhancedCode', (r) => r.enhancedCode],
  ['group', (r) => r.group],
  ['cause', (r) => r.cause],
  ['fault', (r) => r.fault],
  ['verdict', (r) => r.verdict],
  ['addressVerdict', (r) => r.addressVerdict],
  ['why', (r) => r.why],
  ['fix', (r) => r.fix],
  ['diagnostic', (r) => r.diagnostic],
  ['remoteMta', (r) => r.remoteMta],
  ['reportingMta', (r) => r.reportingMta],
  ['action', (r) => r.action],
  ['reportedAt', (r) => r.reportedAt],
  ['original.from', (r) => r.original.from],
  ['original.subject', (r) => r.original.subject],
  ['original.messageId', (r) => r.original.messageId],
  ['original.date', (r) => r.original.date],
  ['evidence.detector', (r) => r.evidence.detector],
  ['evidence.rule', (r) => r.evidence.rule],
  ['evidence.part', (r) => r.evidence.part],
  ['evidence.excerpt', (r) => r.evidence.excerpt],
  ['remark', (r) => r.remark],
]

/** Left to itself the library quotes only what holds the very line end in use; RFC 4180 §2.6 wants it for CR and LF. */
const LINE_BREAK = /[\r\n]/

const csv = (rows: Cell[][], lineEnd: string): string =>
  stringify(rows, { record_delimiter: lineEnd, quoted_match: LINE_BREAK })

/** The audit as text: its head, and the lines of records, each ended by `lineEnd`. */
export const audit = {
  head: (lineEnd: string): string => csv([COLUMNS.map(([name]) => name)], lineEnd),
  lines: (records: readonly BounceRecord[], lineEnd: string): string =>
    csv(
      records.map((record) =>
        COLUMNS.map(([, read]) => {
          const cell = read(record)
          return typeof cell === 'string' ? defuse(cell) : cell
        }),
      ),
      lineEnd,
    ),
}
