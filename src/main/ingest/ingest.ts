/** One import: read → workers → sink, in order, with back-pressure and cancel. */
import type { Progress } from '../../shared/api.ts'
import type { Unread } from '../../shared/bounce.ts'
import { readSources } from '../sources/index.ts'
import type { Slice } from '../sources/types.ts'
import type { EntryBatch } from '../store/batch.ts'
import type { IngestPool } from './pool.ts'
import { type CancelFlag, newCancelFlag, setCancelled } from './process-slice.ts'

/** Small slices (single .eml files) go to a worker together up to this many … */
const MAX_SLICES_PER_CALL = 128
/** … or this many bytes, so that the cost of a call is shared. */
const MAX_BYTES_PER_CALL = 512 * 1024

/** Where the messages go. Calls come one after another, in the order of the files. */
export interface IngestSink {
  append(batches: EntryBatch[]): Promise<void>
  deleted(count: number): void
  unread(unread: Unread): void
  /** What was handed over by now: bytes read for it over all files, the file it came from, and how far that one is. */
  progress(bytesRead: number, file: string, inFile: Progress['inFile']): void
}

export interface IngestOptions {
  paths: string[]
  pool: IngestPool
  sink: IngestSink
  signal: AbortSignal
  keepCopies: boolean
  /** Name of a path as people know it. */
  label: (path: string) => string
}

interface Batch {
  slices: Slice[]
  bytes: number
  bytesRead: number
  inFile: Progress['inFile']
}

/**
 * Reads everything and hands it to the sink. Resolves `complete`, or `cancelled` as soon as the signal fires: what the
 * sink has got by then stays, what workers still hold is dropped. Rejects only when the sink does.
 */
export async function ingest(options: IngestOptions): Promise<'complete' | 'cancelled'> {
  const { signal } = options
  const flag = newCancelFlag()
  const cancelled = new Promise<'cancelled'>((resolve) => {
    const end = () => {
      // What the workers are at is dropped: they leave the processor to what is to be stored yet.
      setCancelled(flag)
      resolve('cancelled')
    }
    if (signal.aborted) end()
    signal.addEventListener('abort', end, { once: true })
  })
  const reading = readAll(options, flag)
  // After a cancel nobody listens any more to how the rest ends.
  reading.catch(() => {})
  return await Promise.race([cancelled, reading])
}

async function readAll({ paths, pool, sink, signal, keepCopies, label }: IngestOptions, cancelled: CancelFlag) {
  /** Steps towards the sink, oldest first; each waits for its worker, none overtakes another. */
  const underway: (() => Promise<void>)[] = []
  let batch: Batch = { slices: [], bytes: 0, bytesRead: 0, inFile: null }

  const send = () => {
    const { slices, bytesRead, inFile } = batch
    const last = slices.at(-1)
    if (!last) return
    batch = { slices: [], bytes: 0, bytesRead: 0, inFile: null }
    const result = pool.process(slices, cancelled)
    underway.push(async () => {
      const { batches, deleted } = await result
      if (signal.aborted) return
      await sink.append(batches)
      if (deleted) sink.deleted(deleted)
      sink.progress(bytesRead, last.file, inFile)
    })
  }
  const settle = async (atMost: number) => {
    while (underway.length > atMost && !signal.aborted) await underway.shift()?.()
  }

  let firstCall = true
  let finishedBytes = 0
  /** Of the large file being read. */
  let size: number | null = null
  for await (const event of readSources(paths, { signal, keepCopies, label })) {
    if (signal.aborted) return 'cancelled'
    if (event.type === 'unread') {
      send()
      const { file, place, why } = event
      underway.push(async () => sink.unread({ file, place, why }))
    } else if (event.type === 'slice') {
      batch.slices.push(event.slice)
      batch.bytes += event.slice.bytes.length
      batch.bytesRead = finishedBytes + event.bytesRead
      batch.inFile = size === null ? null : { bytes: event.bytesRead, totalBytes: size }
      // The first messages go at once: somebody is watching an empty table.
      if (firstCall || batch.bytes >= MAX_BYTES_PER_CALL || batch.slices.length >= MAX_SLICES_PER_CALL) send()
      firstCall = false
    } else if (event.type === 'file') {
      size = event.size
    } else if (event.type === 'file-done') {
      size = null
      finishedBytes += event.bytesRead
      const bytesRead = finishedBytes
      // A small file's bytes come with the batch it went into.
      if (!batch.slices.length) underway.push(async () => sink.progress(bytesRead, event.file, null))
    }
    await settle(pool.capacity)
  }
  send()
  await settle(0)
  return signal.aborted ? 'cancelled' : 'complete'
}
