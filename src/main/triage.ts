/** TriageApi as the engine serves it: import → store → query → export, with progress and cancel. */
import { EventPublisher, implement, ORPCError } from '@orpc/server'
import { API_ERRORS, type ApiErrorCode, engineContract, type TriageEvent } from '../shared/api.ts'
import { explainReply } from './classify/explain.ts'
import { findingsOf } from './classify/overview.ts'
import { previewExport, writeExport } from './export/index.ts'
import { type ImportJob, startImport } from './ingest/import-job.ts'
import { createPool } from './ingest/pool.ts'
import { readMessageSource } from './message-source.ts'
import { createReport } from './report/index.ts'
import { Store } from './store/index.ts'

/** Progress is told at most this often; more only costs the window's time. */
const PROGRESS_MS = 100
/** Verdicts and pages are renewed at most this often while an import runs … */
const CHANGED_MS = 1_000
/** … and take at most this part of its time, however many records there are. */
const CHANGED_SHARE = 0.1

export interface TriageEngineOptions {
  /** Workspace file; null keeps everything in memory. */
  workspace: string | null
  /** The worker thread's script. */
  workerFile: string
  workers?: number
  /** The only files beside the workspace that the database may write to. */
  mayWrite?: readonly string[]
  /** What the database may take, in MB; `DEFAULT_MEMORY_LIMIT_MB` unless told. */
  memoryLimitMb?: number
  /** Threads of the database; `DEFAULT_THREADS` unless told. */
  threads?: number
}

/** Opens the workspace and answers the router that serves it. Rejects with a sentence where it cannot be opened. */
export async function createTriage(options: TriageEngineOptions) {
  const store = await Store.open(options.workspace ?? ':memory:', {
    mayWrite: options.mayWrite,
    memoryLimitMb: options.memoryLimitMb,
    threads: options.threads,
  })
  const publisher = new EventPublisher<{ event: TriageEvent }>({ maxBufferedEvents: 1_000 })
  const publish = (event: TriageEvent) => publisher.publish('event', event)
  /** Started with the engine: its workers have read their code by the time something is dropped. */
  const pool = createPool(options.workerFile, options.workers)
  let job: ImportJob | null = null
  const report = createReport(store)
  let firstShown = false

  const changed = throttle({ everyMs: CHANGED_MS, share: CHANGED_SHARE }, async () => {
    // The first rows are shown at once: judging follows, and is told again.
    if (!firstShown) publish({ type: 'changed' })
    firstShown = true
    await store.refreshVerdicts()
    publish({ type: 'changed' })
  })
  const os = implement(engineContract)

  const router = os.router({
    openPaths: os.openPaths.handler(async ({ input, errors }) => {
      if (job) throw errors.BUSY()
      const progressed = throttle({ everyMs: PROGRESS_MS, share: 1 }, async () => {
        if (started.progress().state === 'running') publish({ type: 'progress', progress: started.progress() })
      })
      const started = await startImport(store, pool, input.paths, {
        onProgress: () => progressed.soon(),
        onStored: () => changed.soon(),
      })
      job = started
      firstShown = false
      void finish(started)
      return { importId: started.id }
    }),
    cancel: os.cancel.handler(({ input }) => {
      const cancelled = job?.id === input.importId
      if (cancelled) job?.cancel()
      return { cancelled }
    }),
    events: os.events.handler(async function* ({ signal }) {
      const events = publisher.subscribe('event', { signal })
      if (job) yield { type: 'progress', progress: job.progress() }
      yield* events
    }),
    workspace: os.workspace.handler(() => store.workspace()),
    summary: os.summary.handler(({ input }) => store.summary(input.filter)),
    overview: os.overview.handler(async () => findingsOf(await store.overviewCounts())),
    explain: os.explain.handler(({ input }) => explainReply(input)),
    strictCost: os.strictCost.handler(() => store.strictCost()),
    page: os.page.handler(({ input }) => store.page(input)),
    facets: os.facets.handler(({ input }) => store.facets(input.filter)),
    charts: os.charts.handler(({ input }) => store.charts(input.filter)),
    record: os.record.handler(async ({ input, errors }) => {
      const detail = await store.detail(input.id)
      if (!detail) throw errors.NOT_FOUND()
      return detail
    }),
    messageSource: os.messageSource.handler(async ({ input, errors }) => {
      const located = await store.sourceOf(input.id)
      if (!located) throw errors.NOT_FOUND()
      const source = await readMessageSource(located, input.id)
      if (!source) throw errors.UNREADABLE()
      return source
    }),
    setVerdict: os.setVerdict.handler(async ({ input }) => {
      const changedCount = await store.setVerdict(input.addresses, input.verdict)
      publish({ type: 'changed' })
      return { changed: changedCount }
    }),
    setPolicy: os.setPolicy.handler(({ input }) => renewed(() => store.setPolicy(input.policy))),
    setNeverRemove: os.setNeverRemove.handler(({ input }) => renewed(() => store.setNeverRemove(input.entries))),
    removeImport: os.removeImport.handler(async ({ input, errors }) => {
      if (job?.id === input.importId) throw errors.BUSY()
      return await renewed(() => store.removeImport(input.importId))
    }),
    startAfresh: os.startAfresh.handler(async ({ errors }) => {
      if (job) throw errors.BUSY()
      return await renewed(() => store.startAfresh())
    }),
    eraseAll: os.eraseAll.handler(async ({ errors }) => {
      if (job) throw errors.BUSY()
      return await renewed(() => store.eraseAll())
    }),
    exportPreview: os.exportPreview.handler(({ input, signal }) => previewExport(store, input, { signal })),
    exportTo: os.exportTo.handler(async ({ input }) => {
      try {
        return await writeExport(store, input.request, input.path, input.keepOthers)
      } catch (error) {
        throw apiError('WRITE_FAILED', error)
      }
    }),
    reportPreview: os.reportPreview.handler(() => report.preview()),
    reportTo: os.reportTo.handler(async ({ input }) => {
      try {
        return await report.write(input.path)
      } catch (error) {
        throw apiError('WRITE_FAILED', error)
      }
    }),
    shutdown: os.shutdown.handler(async () => {
      await close()
      return { closed: true as const }
    }),
  })

  async function finish(started: ImportJob) {
    try {
      const info = await started.done
      // Who cancels wants it to have ended now; the verdicts follow.
      if (info.state !== 'cancelled') await store.refreshVerdicts()
      job = null
      publish({ type: 'import-ended', info })
    } catch (error) {
      job = null
      publish({ type: 'engine-lost', message: `The import stopped: ${(error as Error).message}` })
    }
    await store.refreshVerdicts().catch(() => {})
    publish({ type: 'changed' })
  }

  async function renewed(change: () => Promise<unknown>) {
    await change()
    await store.refreshVerdicts()
    publish({ type: 'changed' })
    return await store.workspace()
  }

  async function close() {
    job?.cancel()
    await job?.done.catch(() => {})
    changed.stop()
    await pool.close()
    await store.close()
  }

  return { router, store, close }
}

/** A typed error with the sentence that `error` carries. */
function apiError(code: ApiErrorCode, error: unknown) {
  const message = error instanceof Error ? error.message : API_ERRORS[code].message
  return new ORPCError(code, { message, defined: true })
}

/**
 * Runs `action` soon after being asked, at most once in `everyMs`, never twice at a time, and so seldom that it takes no
 * more than `share` of the time.
 */
function throttle({ everyMs, share }: { everyMs: number; share: number }, action: () => Promise<void>) {
  let timer: NodeJS.Timeout | null = null
  let next = Number.NEGATIVE_INFINITY
  let stopped = false
  const soon = () => {
    if (timer || stopped) return
    timer = setTimeout(
      async () => {
        const started = performance.now()
        await action().catch(() => {})
        const took = performance.now() - started
        next = Math.max(started + everyMs, started + took / share)
        timer = null
      },
      Math.max(0, next - performance.now()),
    )
  }
  return {
    soon,
    stop() {
      stopped = true
      if (timer) clearTimeout(timer)
    },
  }
}
