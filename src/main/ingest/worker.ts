/** Worker thread entry: the pool calls the default export with a few slices at a time. */
import type { Slice } from '../sources/types.ts'
import { BatchEncoder, type EntryBatch } from '../store/batch.ts'
import { type CancelFlag, processSlices } from './process-slice.ts'

/** What a worker is asked. */
export interface WorkerTask {
  slices: Slice[]
  cancelled: CancelFlag
}

/** What comes back from a worker. */
export interface WorkerResult {
  batch: EntryBatch
  deleted: number
}

export default async function work({ slices, cancelled }: WorkerTask): Promise<WorkerResult> {
  const encoder = new BatchEncoder()
  const deleted = await processSlices(slices, (entry) => encoder.add(entry), cancelled)
  return { batch: encoder.finish(), deleted }
}
