/** Worker thread entry: the pool calls the default export with a few slices at a time. */
import type { Slice } from '../sources/types.ts'
import { type EntryBatch, encodeEntries } from '../store/batch.ts'
import { processSlices } from './process-slice.ts'

/** What comes back from a worker. */
export interface WorkerResult {
  batch: EntryBatch
  deleted: number
}

export default async function work(slices: Slice[]): Promise<WorkerResult> {
  const { entries, deleted } = await processSlices(slices)
  return { batch: encodeEntries(entries), deleted }
}
