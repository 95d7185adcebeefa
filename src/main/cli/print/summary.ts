import { findingsOf } from '../../classify/overview.ts'
import type { Printer } from './index.ts'

/** Everything counted, as one JSON object on one line. */
export const printSummary: Printer = async (store, accounting, out) => {
  const { messages, duplicates, deleted, kinds, unrecognised, unread } = accounting
  const counts = await store.counts()
  const findings = findingsOf(await store.overviewCounts())
  const summary = { messages, duplicates, deleted, kinds, unrecognised, ...counts, findings, unread }
  await out.write(`${JSON.stringify(summary)}\n`)
}
