import type { BounceRecord } from '../../../shared/bounce.ts'
import type { Printer } from './index.ts'

/**
 * A record a line, in the order of the messages. A message that was met again gives its records again at the end, with
 * the same `id` and their own `source`: each file has its lines, in whatever way a mailbox is split over runs.
 */
export const printNdjson: Printer = async (store, { duplicates }, out) => {
  const print = async (runs: AsyncGenerator<BounceRecord[]>) => {
    for await (const records of runs) {
      await out.write(records.map((record) => `${JSON.stringify(record)}\n`).join(''))
    }
  }
  await print(store.records())
  if (duplicates) await print(store.repeatedRecords())
}
