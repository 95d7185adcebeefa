import { audit } from '../../export/audit.ts'
import type { Printer } from './index.ts'

const LINE_END = '\n'

/** Every record as a row of the audit CSV (RFC 4180, LF). */
export const printCsv: Printer = async (store, _accounting, out) => {
  await out.write(audit.head(LINE_END))
  for await (const records of store.records()) await out.write(audit.lines(records, LINE_END))
}
