/** Slices through worker threads and back, in order, with bounded memory; a worker that dies costs one message at most. */
import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import type { Slice } from '../sources/types.ts'
import { type EntryBatch, encodeEntries } from '../store/batch.ts'
import type { CancelFlag } from './process-slice.ts'
import { unreadableRecord } from './unreadable.ts'
import type { WorkerResult, WorkerTask } from './worker.ts'

/** More threads than this only fight over memory bandwidth. */
const MAX_WORKERS = 8
/** Calls in a worker's queue beside the one it works on, so that it never waits for the reader. */
const QUEUED_PER_WORKER = 1
/** Heap of a worker: a message that needs more is given up as unreadable instead of taking the engine down. */
const WORKER_HEAP_MB = 256
/** Young generation of a worker's heap, three times its semi-space: with V8's own default two workers hold 200 MB more. */
const WORKER_YOUNG_MB = 24

/** The messages of some slices, in order. */
export interface PoolResult {
  batches: EntryBatch[]
  /** Thunderbird's deleted messages, left out. */
  deleted: number
}

export interface IngestPool {
  /** Never rejects for what a message holds or does. Ends early, with some of the messages, once `cancelled` is set. */
  process(slices: Slice[], cancelled: CancelFlag): Promise<PoolResult>
  /** Calls that may be under way at once before the reader should wait. */
  readonly capacity: number
  close(): Promise<void>
}

/** Worker threads running `workerFile`. `workers`: how many; by default as many as the machine has cores: the engine's own thread is idle three quarters of the time. */
export function createPool(workerFile: string, workers = defaultWorkers()): IngestPool {
  const pool = new Tinypool({
    filename: workerFile,
    minThreads: workers,
    maxThreads: workers,
    // Tasks wait for streams and timers; blocking in Atomics.wait between them would freeze those.
    useAtomics: false,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB, maxYoungGenerationSizeMb: WORKER_YOUNG_MB },
  })
  // A replacement worker that fails to start reports here; the task's own rejection is what counts.
  pool.on('error', () => {})

  async function process(slices: Slice[], cancelled: CancelFlag): Promise<PoolResult> {
    try {
      const { batch, deleted }: WorkerResult = await pool.run({ slices, cancelled } satisfies WorkerTask)
      return { batches: [batch], deleted }
    } catch (error) {
      const [first, ...rest] = slices.flatMap(singles)
      if (!first) return { batches: [], deleted: 0 }
      if (!rest.length) return givenUp(first, error as Error)
      const result: PoolResult = { batches: [], deleted: 0 }
      for (const single of [first, ...rest]) {
        const { batches, deleted } = await process([single], cancelled)
        result.batches.push(...batches)
        result.deleted += deleted
      }
      return result
    }
  }

  return { process, capacity: workers * (1 + QUEUED_PER_WORKER), close: () => pool.destroy() }
}

function defaultWorkers(): number {
  return Math.min(MAX_WORKERS, availableParallelism())
}

/** The slice's messages, each a slice of its own. */
export function singles(slice: Slice): Slice[] {
  return slice.starts.map((start, at) => {
    const end = slice.starts[at + 1] ?? slice.bytes.length
    const last = at === slice.starts.length - 1
    return {
      ...slice,
      firstIndex: slice.firstIndex + at,
      offset: slice.offset + start,
      bytes: slice.bytes.slice(start, end),
      starts: [0],
      lastFullSize: last ? slice.lastFullSize : null,
    }
  })
}

/** The account of a single message that no worker survived. */
function givenUp(slice: Slice, error: Error): PoolResult {
  const raw = { file: slice.file, index: slice.firstIndex, offset: slice.offset }
  const hash = createHash('sha256').update(slice.bytes).digest('hex').slice(0, 32)
  const record = unreadableRecord(raw, hash, `The message stopped the reader (${error.message}) and was left out.`)
  const size = slice.lastFullSize ?? slice.bytes.length
  const entry = {
    hash,
    kind: 'unreadable',
    unrecognised: false,
    source: raw,
    records: [record],
    copy: null,
    size,
  } as const
  return { batches: [encodeEntries([{ ...entry, records: [record] }])], deleted: 0 }
}
