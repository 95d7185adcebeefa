/** A host without a program behind it: the whole contract over generated records, for work on the window alone. */
import { createRouterClient, implement, ORPCError } from '@orpc/server'
import {
  API_ERRORS,
  type ExportRequest,
  type Policy,
  type Progress,
  type RecentFile,
  type TriageEvent,
  triageContract,
  type Workspace,
} from '../../../shared/api.ts'
import { emptyAccounting } from '../../../shared/bounce.ts'
import { exportFileName, reportFileName } from '../../../shared/exportNames.ts'
import { EMPTY_FILTER, type ImportInfo } from '../../../shared/query.ts'
import type { Host } from '../../host/host.ts'
import { MOCK_FINDINGS, mockAnswer } from './findings.ts'
import { generateRecords, type MockRecord, messageOf } from './records.ts'
import { MockStore } from './store.ts'

export interface MockOptions {
  records: number
  /** Milliseconds before each answer. */
  latency: number
  /** What the window finds: nothing, records, a failing engine, an import under way, one cut short, junk only. */
  scenario: 'empty' | 'ready' | 'failing' | 'importing' | 'interrupted' | 'cancelled' | 'junk'
  /** The host has its own picker, as Electron has. */
  picker: boolean
}

const TICK_MS = 250

export function mockHost(options: MockOptions): Host {
  const all = generateRecords(options.records)
  const store = new MockStore(options.scenario === 'empty' || options.scenario === 'junk' ? [] : [...all])
  const listeners = new Set<(event: TriageEvent) => void>()
  let imports: ImportInfo[] = firstImports(options.scenario, store.records)
  let policy: Policy = 'careful'
  let neverRemove: string[] = ['example.org']
  let cancelled = false
  let recent: RecentFile[] = ['/home/ana/Mail/bounces-2026-02.mbox', '/home/ana/Mail/Newsletter/Maildir'].map(
    (path) => ({
      grant: '0'.repeat(32),
      path,
      openedAt: '2026-11-20T09:00:00Z',
    }),
  )

  const tell = (event: TriageEvent) => {
    for (const listener of listeners) listener(event)
  }
  const workspace = (): Workspace => ({
    imports,
    records: store.records.length,
    policy,
    neverRemove,
    file: '/home/ana/.config/Bounce Triage/workspace.duckdb',
    fileBytes: 48_300_000,
  })

  function run(paths: string[]): { importId: string } {
    const id = `import-${imports.length + 1}`
    cancelled = false
    const info: ImportInfo = { ...importOf(paths, []), id, state: 'running', finishedAt: null }
    imports = [info, ...imports]
    const totalBytes = options.records * 4311
    let done = 0
    const startedAt = Date.now()
    const timer = setInterval(() => {
      done = Math.min(options.records, done + Math.ceil(options.records / 40))
      store.records = all.slice(0, done)
      const ended = cancelled || done >= options.records
      const progress: Progress = {
        importId: id,
        state: 'running',
        bytes: done * 4311,
        totalBytes,
        messages: done,
        found: Math.floor(done * 0.9),
        rate: 4200,
        file: paths[0] ?? null,
        inFile: null,
        elapsedMs: Date.now() - startedAt,
      }
      tell({ type: 'progress', progress })
      tell({ type: 'changed' })
      if (!ended) return
      clearInterval(timer)
      const last = { ...importOf(paths, store.records), id, bytes: progress.bytes, totalBytes }
      const final: ImportInfo = cancelled ? { ...last, state: 'cancelled', lastFile: paths[0] ?? null } : last
      imports = imports.map((one) => (one.id === id ? final : one))
      tell({ type: 'import-ended', info: final })
    }, TICK_MS)
    return { importId: id }
  }

  const os = implement(triageContract)
  const wait = async () => {
    if (options.latency > 0) await new Promise((resolve) => setTimeout(resolve, options.latency))
    if (options.scenario === 'failing') throw new ORPCError('ENGINE_LOST', { message: API_ERRORS.ENGINE_LOST.message })
  }
  const chosen = (request: ExportRequest) => {
    const seen = new Set<string>()
    return store.matching(request.filter ?? EMPTY_FILTER).filter((one) => {
      const verdict = store.verdictOf(one)
      const wanted =
        request.list === 'resend' ? verdict === 'keep' : verdict !== null && request.verdicts.includes(verdict)
      if (!wanted || one.address === null) return false
      if (request.selection && (request.selection.is === 'only') !== request.selection.ids.includes(one.id))
        return false
      if (request.format === 'audit') return true
      const before = seen.size
      return seen.add(one.address).size > before
    })
  }
  const router = os.router({
    host: os.host.handler(() => ({
      kind: 'web',
      picker: options.picker,
      showsFiles: options.picker,
      version: '0.1.0',
      platform: 'linux',
      sample: true,
    })),
    open: os.open.handler(({ input }) => run(input.grants.map(() => 'inbox.mbox'))),
    pick: os.pick.handler(() => ({ grants: ['0'.repeat(32)] })),
    recent: os.recent.handler(() => (options.picker ? recent : [])),
    clearRecent: os.clearRecent.handler(() => {
      recent = []
      return recent
    }),
    openSample: os.openSample.handler(() => run(['samples/bounces.mbox'])),
    cancel: os.cancel.handler(() => {
      cancelled = true
      return { cancelled: true }
    }),
    events: os.events.handler(async function* () {
      yield* []
    }),
    workspace: os.workspace.handler(async () => {
      await wait()
      return workspace()
    }),
    overview: os.overview.handler(() => (store.records.length > 0 ? MOCK_FINDINGS : [])),
    explain: os.explain.handler(async ({ input }) => {
      await wait()
      return mockAnswer(input)
    }),
    strictCost: os.strictCost.handler(() => ({ addresses: 230, fine: 212 })),
    summary: os.summary.handler(async ({ input }) => {
      await wait()
      return store.summary(input.filter)
    }),
    page: os.page.handler(async ({ input }) => {
      await wait()
      return store.page(input)
    }),
    facets: os.facets.handler(async ({ input }) => {
      await wait()
      return store.facets(input.filter)
    }),
    charts: os.charts.handler(async ({ input }) => {
      await wait()
      return store.charts(input.filter)
    }),
    record: os.record.handler(async ({ input }) => {
      await wait()
      const record = find(input.id)
      const same = store.records.filter((one) => one.id !== record.id && one.address === record.address && one.address)
      return {
        record: { ...record, addressVerdict: store.verdictOf(record) },
        address: record.address,
        overridden: record.address !== null && store.own.has(record.address),
        addressWhy: null,
        sameAddress: same.slice(0, 100).map((one) => store.row(one)),
        sameDomain: store.records.filter((one) => one.domain === record.domain).length,
        othersAtDomain: store.records
          .filter((one) => one.domain === record.domain && one.address !== record.address)
          .slice(0, 5)
          .map((one) => store.row(one)),
      }
    }),
    messageSource: os.messageSource.handler(async ({ input }) => {
      await wait()
      const text = messageOf(find(input.id))
      return { text, truncated: false, size: text.length }
    }),
    setVerdict: os.setVerdict.handler(({ input }) => {
      for (const address of input.addresses) {
        if (input.verdict === null) store.own.delete(address)
        else store.own.set(address, input.verdict)
      }
      tell({ type: 'changed' })
      return { changed: input.addresses.length }
    }),
    setPolicy: os.setPolicy.handler(({ input }) => {
      policy = input.policy
      return workspace()
    }),
    setNeverRemove: os.setNeverRemove.handler(({ input }) => {
      neverRemove = input.entries
      return workspace()
    }),
    removeImport: os.removeImport.handler(({ input }) => {
      imports = imports.filter((one) => one.id !== input.importId)
      if (imports.length === 0) store.records = []
      return workspace()
    }),
    startAfresh: os.startAfresh.handler(() => {
      imports = []
      store.records = []
      return workspace()
    }),
    eraseAll: os.eraseAll.handler(() => {
      imports = []
      store.records = []
      store.own.clear()
      return workspace()
    }),
    exportPreview: os.exportPreview.handler(async ({ input }) => {
      await wait()
      const records = chosen(input)
      const lines = records.slice(0, 10).map((one) => (input.format === 'audit' ? csvLine(one) : one.recipient) ?? '')
      const { addressVerdicts } = store.summary(input.filter ?? EMPTY_FILTER)
      return {
        count: records.length,
        addresses: new Set(records.map((one) => one.address)).size,
        rejected:
          records.length > 3
            ? [{ address: '=cmd@example.com', why: 'Begins with “=”, which a spreadsheet would run as a formula.' }]
            : [],
        rejectedTotal: records.length > 3 ? 1 : 0,
        moreLines: input.format === 'audit' ? null : records.length - lines.length,
        head: input.format === 'audit' ? ['recipient,verdict,cause,code,reported', ...lines] : lines,
        fileName: exportFileName(input, new Date()),
        files: records.length > 1_000 && input.format === 'ses' ? 2 : 1,
        sizes: { verdicts: addressVerdicts, resend: addressVerdicts.keep },
        warnings: records.length > 3 ? [{ kind: 'delivered-later', count: 2, examples: ['ada@example.com'] }] : [],
      }
    }),
    exportSave: os.exportSave.handler(({ input }) => {
      const records = chosen(input)
      const counts = { count: records.length, addresses: records.length, rejected: [], rejectedTotal: 1 }
      const files = [`/home/ana/${exportFileName(input, new Date())}`]
      return { saved: { ...counts, files }, download: null, shown: options.picker ? '0'.repeat(32) : null }
    }),
    reportPreview: os.reportPreview.handler(async () => {
      await wait()
      const message = `Return-Path: <>\nFrom: Mail Delivery <MAILER-DAEMON@domain-91c2.example>\nTo: Name 05be <recipient-7f3a@domain-4d10.example>\nSubject: Undeliverable\n\nThe mailbox of recipient-7f3a could not be reached.\n\n`
      const text = `From MAILER-DAEMON Thu Nov 26 02:00:00 2026\n${message}`.repeat(3)
      return { count: 3, left: 0, text, truncated: false, fileName: reportFileName(new Date()) }
    }),
    reportSave: os.reportSave.handler(() => {
      const files = [`/home/ana/${reportFileName(new Date())}`]
      return { saved: { count: 3, left: 0, files }, download: null, shown: null }
    }),
    showSaved: os.showSaved.handler(() => ({ shown: true })),
  })

  function find(id: string): MockRecord {
    const record = store.records.find((one) => one.id === id)
    if (!record) throw new ORPCError('NOT_FOUND', { message: API_ERRORS.NOT_FOUND.message })
    return record
  }

  const grant = async () => ['0'.repeat(32)]
  return {
    kind: 'web',
    api: createRouterClient(router),
    grantDrop: grant,
    grantFiles: grant,
    listen: ({ onEvent, onConnection }) => {
      listeners.add(onEvent)
      queueMicrotask(() => {
        onConnection?.(true)
        if (options.scenario === 'importing') run(['bounces-2026-03.mbox'])
      })
      return () => listeners.delete(onEvent)
    },
  }
}

function csvLine(one: MockRecord): string {
  return `${one.recipient},${one.verdict},${one.cause},${one.replyCode ?? ''},${one.reportedAt}`
}

function importOf(paths: string[], records: readonly MockRecord[]): ImportInfo {
  const accounting = emptyAccounting()
  accounting.messages = records.length
  for (const one of records) accounting.kinds[one.kind] += 1
  const finishedAt = '2026-11-20T09:00:12Z'
  const bytes = records.length * 4311
  const times = { startedAt: '2026-11-20T09:00:00Z', finishedAt }
  return { id: 'import-1', paths, ...times, state: 'complete', bytes, totalBytes: bytes, accounting, lastFile: null }
}

function firstImports(scenario: MockOptions['scenario'], records: readonly MockRecord[]): ImportInfo[] {
  if (scenario === 'empty') return []
  const done = importOf(['bounces-2026-01.mbox', 'bounces-2026-02.mbox'], records)
  done.accounting.duplicates = 14
  done.accounting.deleted = 2
  done.accounting.unrecognised = 3
  done.accounting.unread = [
    { file: 'holiday.png', place: 'the whole file', why: 'This is a PNG image, not mail.' },
    {
      file: 'bounces-2026-02.mbox',
      place: 'message 7 at byte 50,112',
      why: 'The message ends in the middle of its headers.',
    },
  ]
  if (scenario === 'junk') return [{ ...done, paths: ['holiday.png'], bytes: 20_000, totalBytes: 20_000 }]
  const cut = { bytes: Math.floor(done.bytes * 0.38), lastFile: 'bounces-2026-02.mbox' }
  if (scenario === 'interrupted') return [{ ...done, ...cut, state: 'interrupted' }]
  if (scenario === 'cancelled') return [{ ...done, ...cut, state: 'cancelled' }]
  return [done]
}
