/** A running import: feeds the store in batches, keeps its account, tells its progress. */
import { resolve, sep } from 'node:path'
import type { Progress } from '../../shared/api.ts'
import type { ImportInfo } from '../../shared/query.ts'
import { estimateBytes } from '../sources/index.ts'
import type { EntryBatch } from '../store/batch.ts'
import type { Store } from '../store/index.ts'
import { ingest } from './ingest.ts'
import type { IngestPool } from './pool.ts'
import { RateMeter } from './rate.ts'

/** Messages stored together: a transaction costs the same for one message as for thousands. */
const MAX_PENDING_MESSAGES = 2_000
/** … but nobody waits longer than this for what was read. */
const MAX_PENDING_MS = 150

export interface ImportInput {
  path: string
  /** The name people know it by. */
  label: string
  /** Lies in a spool that will be deleted: the store keeps copies. */
  spooled: boolean
}

export interface ImportJob {
  id: string
  progress(): Progress
  /** Ends it soon; what was stored stays. */
  cancel(): void
  /** Resolves when it has ended, in whatever state; rejects only when the store itself fails. */
  done: Promise<ImportInfo>
}

export interface ImportHooks {
  onProgress(progress: Progress): void
  /** Records were added. */
  onStored(): void
}

/** Starts reading `inputs` into the store. */
export async function startImport(
  store: Store,
  pool: IngestPool,
  inputs: ImportInput[],
  hooks: ImportHooks,
): Promise<ImportJob> {
  const id = await store.beginImport(inputs.map((input) => input.label))
  const abort = new AbortController()
  const started = performance.now()
  const rate = new RateMeter()
  const progress: Progress = {
    importId: id,
    state: 'running',
    bytes: 0,
    totalBytes: null,
    messages: 0,
    found: 0,
    rate: 0,
    file: null,
    inFile: null,
    elapsedMs: 0,
  }
  const labels = new Map(inputs.map((input) => [resolve(input.path), input.label]))
  const paths = inputs.map((input) => input.path)
  const totalKnown = estimateBytes(paths).then((bytes) => {
    progress.totalBytes = bytes
  })

  let pending: EntryBatch[] = []
  let pendingMessages = 0
  let pendingSince = 0
  let flushed = Promise.resolve()
  /** One batch at a time, also when a cancel comes while one is being stored. */
  const flush = () => {
    flushed = flushed.then(storePending)
    return flushed
  }
  const storePending = async () => {
    if (!pending.length) return
    const batches = pending
    pending = []
    pendingMessages = 0
    const outcome = await store.appendBatches(id, batches)
    progress.messages += outcome.messages + outcome.duplicates
    progress.found += outcome.kinds.bounce
    hooks.onStored()
  }
  const tell = () => {
    progress.elapsedMs = performance.now() - started
    progress.rate = rate.read(progress.messages, progress.elapsedMs)
    hooks.onProgress({ ...progress })
  }

  const run = async (): Promise<ImportInfo> => {
    let state: ImportInfo['state']
    try {
      state = await ingest({
        paths,
        pool,
        signal: abort.signal,
        keepCopies: inputs.some((input) => input.spooled),
        label: (path) => labelOf(path, labels),
        sink: {
          append: async (batches) => {
            if (!pending.length) pendingSince = performance.now()
            pending.push(...batches)
            for (const { messages } of batches) pendingMessages += messages.count
            const due = pendingMessages >= MAX_PENDING_MESSAGES || performance.now() - pendingSince >= MAX_PENDING_MS
            if (due || progress.messages === 0) await flush()
          },
          deleted: (count) => store.noteDeleted(id, count),
          unread: (unread) => store.noteUnread(id, unread),
          progress: (bytes, file, inFile) => {
            progress.bytes = bytes
            progress.file = file
            progress.inFile = inFile
            store.updateProgress(id, { bytes, totalBytes: progress.totalBytes, lastFile: file })
            tell()
          },
        },
      })
      await flush()
    } catch (error) {
      // A full disk, most likely: what was stored before stays, and the account says that it is not all.
      state = 'failed'
      store.noteUnread(id, {
        file: progress.file ?? paths.join(', '),
        place: 'the rest',
        why: (error as Error).message,
      })
    }
    if (state !== 'cancelled') await totalKnown.catch(() => {})
    progress.state = state
    tell()
    const { bytes, totalBytes, file } = progress
    return await store.endImport(id, state, { bytes, totalBytes, lastFile: file })
  }
  const cancel = () => {
    abort.abort()
    store.hurry()
  }
  return { id, progress: () => ({ ...progress }), cancel, done: run() }
}

/** The path with the part that was named replaced by its label. */
function labelOf(path: string, labels: Map<string, string>): string {
  for (const [root, label] of labels) {
    if (path === root) return label
    const folder = root.endsWith(sep) ? root : root + sep
    if (path.startsWith(folder)) return label.replace(/[\\/]$/, '') + sep + path.slice(folder.length)
  }
  return path
}
