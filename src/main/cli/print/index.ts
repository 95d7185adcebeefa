/** One printer for each `--format`. */
import type { Accounting } from '../../../shared/bounce.ts'
import type { Store } from '../../store/index.ts'
import type { OutputFormat } from '../options.ts'
import type { Out } from '../streams.ts'
import { printCsv } from './csv.ts'
import { printNdjson } from './ndjson.ts'
import { printSummary } from './summary.ts'
import { printTable } from './table.ts'

export type Printer = (store: Store, accounting: Accounting, out: Out) => Promise<void>

/** Parquet is written to a file by the store itself. */
export const printers: Record<Exclude<OutputFormat, 'parquet'>, Printer> = {
  table: printTable,
  ndjson: printNdjson,
  csv: printCsv,
  'json-summary': printSummary,
}
