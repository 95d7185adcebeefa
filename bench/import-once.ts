/**
 * One import in a process of its own, started as the engine is, so that its memory and processor time are its own:
 * `node import-once.ts FILE WORKERS WORKSPACE|- [CANCEL_AFTER_MS]`. Prints an `ImportFigures` as JSON.
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createRouterClient } from '@orpc/server'
import { ROOT } from '../scripts/build-if-needed.ts'
import { createTriage } from '../src/main/triage.ts'
import { EMPTY_FILTER } from '../src/shared/query.ts'
import type { ImportFigures } from './figures.ts'

/** How long the engine is left alone before its idle memory is read: its workers load their code meanwhile. */
const SETTLE_MS = 1_500

const [file = '', workers = '', workspace = '-', cancelAfter] = process.argv.slice(2)
/** The worker as it is built: in TypeScript it would take longer to start, and more memory. */
const workerFile = join(ROOT, 'out', 'main', 'worker.js')
const triage = await createTriage({
  workspace: workspace === '-' ? null : workspace,
  workerFile,
  workers: Number(workers) || undefined,
})
const client = createRouterClient(triage.router, { context: {} })
const events = await client.events()
await sleep(SETTLE_MS)

const idleMb = megabytes(process.memoryUsage().rss)
const cpuBefore = process.cpuUsage()
const started = performance.now()
let firstRowsMs: number | null = null
let cancelMs: number | null = null
let messages = 0

const { importId } = await client.openPaths({ paths: [{ path: file, label: file, spooled: false }] })
const cancelled = cancelAfter === undefined ? null : cancelLater(Number(cancelAfter))
for await (const event of events) {
  if (event.type === 'changed' && firstRowsMs === null && (await rowsShown()) > 0)
    firstRowsMs = performance.now() - started
  if (event.type !== 'import-ended') continue
  const { accounting } = event.info
  messages = accounting.messages + accounting.duplicates + accounting.deleted
  break
}
const seconds = (performance.now() - started) / 1_000
await cancelled
const cpu = process.cpuUsage(cpuBefore)
const figures: ImportFigures = {
  messages,
  seconds,
  cpuSeconds: (cpu.user + cpu.system) / 1e6,
  idleMb,
  peakMb: Math.round(process.resourceUsage().maxRSS / 1_024),
  firstRowsMs,
  cancelMs,
}
await triage.close()
console.log(JSON.stringify(figures))

async function rowsShown(): Promise<number> {
  const filter = EMPTY_FILTER
  const pages = (['hard', 'soft', 'timeout', 'delayed', 'not-bounce'] as const).map((section) =>
    client.page({ filter, sort: [], section, offset: 0, limit: 50 }),
  )
  return (await Promise.all(pages)).reduce((sum, page) => sum + page.rows.length, 0)
}

async function cancelLater(afterMs: number): Promise<void> {
  await sleep(afterMs)
  // So small a mailbox is read by then.
  if (messages > 0) return
  const asked = performance.now()
  const ended = await client.events()
  await client.cancel({ importId })
  for await (const event of ended) {
    if (event.type !== 'import-ended') continue
    cancelMs = performance.now() - asked
    return
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20)
}
