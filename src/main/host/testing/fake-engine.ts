/**
 * A tiny engine for tests of what stands around the engine: it keeps its imports in the workspace file, reads nothing,
 * and dies or hangs when told to. Arguments: `--workspace FILE`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { EventPublisher, implement } from '@orpc/server'
import { engineContract, type TriageEvent, type Workspace } from '../../../shared/api.ts'
import { emptyAccounting } from '../../../shared/bounce.ts'
import { partName } from '../../../shared/exportNames.ts'
import type { ImportInfo } from '../../../shared/query.ts'
import { portToParent } from '../../engine-port.ts'
import { type Service, serveEngine } from '../serve-engine.ts'

/** Milliseconds between two events of progress. */
const PROGRESS_MS = 10

const { values } = parseArgs({ options: { workspace: { type: 'string' } } })

function load(file: string | undefined): ImportInfo[] {
  if (!file || !existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  if (text === 'die') process.kill(process.pid, 'SIGKILL')
  if (text === 'locked') throw new Error('The workspace is in use by another Bounce Triage.')
  const imports = JSON.parse(text) as ImportInfo[]
  return imports.map((info) => (info.state === 'running' ? { ...info, state: 'interrupted' } : info))
}

async function open(): Promise<Service> {
  const imports = load(values.workspace)
  const published = new EventPublisher<{ event: TriageEvent }>()
  const os = implement(engineContract)
  const workspace = (): Workspace => ({
    imports,
    records: imports.length,
    policy: 'careful',
    neverRemove: [],
    file: values.workspace ?? null,
    fileBytes: null,
  })
  const save = (): void => {
    if (values.workspace) writeFileSync(values.workspace, JSON.stringify(imports))
  }

  const router = os.router({
    overview: os.overview.handler(() => []),
    explain: os.explain.handler(({ errors }) => {
      throw errors.NOT_FOUND()
    }),
    strictCost: os.strictCost.handler(() => ({ addresses: 0, fine: 0 })),
    openPaths: os.openPaths.handler(({ input, errors }) => {
      if (imports.some((info) => info.state === 'running')) throw errors.BUSY()
      const info: ImportInfo = {
        id: `import-${imports.length + 1}`,
        paths: input.paths.map((entry) => entry.label),
        startedAt: new Date().toISOString(),
        finishedAt: null,
        state: 'running',
        bytes: 0,
        totalBytes: 100,
        accounting: emptyAccounting(),
        lastFile: input.paths.at(-1)?.path ?? null,
      }
      imports.push(info)
      save()
      const tick = setInterval(() => {
        if (info.state !== 'running') return clearInterval(tick)
        info.bytes += 1
        const { id: importId, state, bytes, totalBytes, lastFile: file } = info
        const progress = {
          importId,
          state,
          bytes,
          totalBytes,
          messages: 0,
          found: 0,
          rate: 0,
          file,
          inFile: null,
          elapsedMs: 0,
        }
        published.publish('event', { type: 'progress', progress })
      }, PROGRESS_MS)
      return { importId: info.id }
    }),
    cancel: os.cancel.handler(({ input }) => {
      const info = imports.find((other) => other.id === input.importId && other.state === 'running')
      if (!info) return { cancelled: false }
      info.state = 'cancelled'
      save()
      published.publish('event', { type: 'import-ended', info })
      return { cancelled: true }
    }),
    events: os.events.handler(({ signal }) => published.subscribe('event', { signal })),
    workspace: os.workspace.handler(workspace),
    summary: os.summary.handler(() => ({
      sections: [],
      records: 0,
      messages: 0,
      addresses: 0,
      addressVerdicts: { remove: 0, watch: 0, keep: 0, review: 0 },
    })),
    // An answer that never comes: what a kill must reject.
    page: os.page.handler(() => new Promise(() => {})),
    charts: os.charts.handler(() => ({ days: [], frame: null, undated: 0, cells: [] })),
    facets: os.facets.handler(() => {
      throw new Error('a fault of ours')
    }),
    record: os.record.handler(({ errors }) => {
      throw errors.NOT_FOUND()
    }),
    messageSource: os.messageSource.handler(({ errors }) => {
      throw errors.UNREADABLE({ message: 'The file was moved.' })
    }),
    setVerdict: os.setVerdict.handler(({ input }) => ({ changed: input.addresses.length })),
    setPolicy: os.setPolicy.handler(workspace),
    setNeverRemove: os.setNeverRemove.handler(workspace),
    removeImport: os.removeImport.handler(workspace),
    startAfresh: os.startAfresh.handler(workspace),
    eraseAll: os.eraseAll.handler(() => {
      imports.length = 0
      save()
      return workspace()
    }),
    exportPreview: os.exportPreview.handler(({ input }) => ({
      count: 1,
      addresses: 1,
      rejected: [],
      rejectedTotal: 0,
      head: ['ada@example.com'],
      moreLines: 0,
      fileName: `${input.format}.csv`,
      files: 1,
      sizes: { verdicts: { remove: 1, review: 0, watch: 0, keep: 0 }, resend: 0 },
      warnings: [],
    })),
    exportTo: os.exportTo.handler(({ input, errors }) => {
      // Of SES the list stands for one that takes two files.
      const files = input.request.format === 'ses' ? [1, 2].map((part) => partName(input.path, part, 2)) : [input.path]
      try {
        for (const file of files) writeFileSync(file, 'ada@example.com\n')
      } catch (error) {
        throw errors.WRITE_FAILED({ message: (error as Error).message })
      }
      return { count: 1, addresses: 1, rejected: [], rejectedTotal: 0, files }
    }),
    reportPreview: os.reportPreview.handler(() => ({
      count: 1,
      left: 0,
      text: 'From MAILER-DAEMON\n',
      truncated: false,
      fileName: 'unrecognised.mbox',
    })),
    reportTo: os.reportTo.handler(({ input }) => {
      writeFileSync(input.path, 'From MAILER-DAEMON\n')
      return { count: 1, left: 0, files: [input.path] }
    }),
    shutdown: os.shutdown.handler(() => ({ closed: true as const })),
  })
  return { router, close: async () => {} }
}

await serveEngine(portToParent(), open)
