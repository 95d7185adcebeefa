/** `bounce-triage PATH…`: reads, judges, prints, and writes the removal list. */
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createRouterClient } from '@orpc/server'
import {
  EXPORT_LISTS,
  type ExportList,
  type ExportResult,
  type ExportWarning,
  type ReportResult,
} from '../../shared/api.ts'
import type { Accounting, Verdict } from '../../shared/bounce.ts'
import { carriesResend, FORMAT_INFO } from '../../shared/knowledge/exportFormats/index.ts'
import { exportWarning } from '../../shared/knowledge/exportWarnings.ts'
import { costSentence } from '../../shared/strictCost.ts'
import { type Place, placeBeside } from '../export/place-beside.ts'
import { selectionOf } from '../export/text.ts'
import type { Store } from '../store/index.ts'
import { passingFolder } from '../store/spill.ts'
import { createTriage } from '../triage.ts'
import { EXIT, type TriageOptions } from './options.ts'
import { printers } from './print/index.ts'
import { accountingSentence } from './print/table.ts'
import { showProgress } from './progress.ts'
import type { Streams } from './streams.ts'

/** What the database may take, in MB: no window's memory stands beside it. */
const MEMORY_LIMIT_MB = 256

/** Runs it; the exit code is the answer. Errors that end the run are thrown with a sentence for people. */
export async function triageCommand(
  paths: string[],
  options: TriageOptions,
  streams: Streams,
  workerFile: string,
): Promise<number> {
  // Before hours of work: a file that cannot be written is told at once.
  const place = options.out === undefined ? null : await placeBeside(resolve(options.out))
  const folder = await passingFolder()
  try {
    return await run(paths, options, streams, { workerFile, place, workspace: join(folder, 'workspace.duckdb') })
  } finally {
    await place?.drop()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Surroundings {
  workerFile: string
  place: Place | null
  workspace: string
}

async function run(
  paths: string[],
  options: TriageOptions,
  streams: Streams,
  { workerFile, place, workspace }: Surroundings,
): Promise<number> {
  const mayWrite = place ? [place.part] : undefined
  const triage = await createTriage({
    ...{ workspace, workerFile, workers: options.workers, mayWrite },
    memoryLimitMb: MEMORY_LIMIT_MB,
    // Several would keep what they are ahead of the file's order: a million records do not fit. One is no slower.
    threads: options.format === 'parquet' ? 1 : undefined,
  })
  try {
    const client = createRouterClient(triage.router, { context: {} })
    await client.setPolicy({ policy: options.policy })
    await client.setNeverRemove({ entries: options.neverRemove })
    await importAll(client, paths, options, streams)

    await triage.store.refreshVerdicts()
    const accounting = await triage.store.accounting()
    const lists = await writeLists(client, triage.store, options)
    const reported =
      options.unrecognised && accounting.unrecognised ? await client.reportTo({ path: options.unrecognised }) : null
    if (options.format !== 'parquet') await printers[options.format](triage.store, accounting, streams.out)
    else if (place) {
      const written = await triage.store.writeParquet(place.part)
      await place.takePlace()
      streams.note(`${written} records were written to ${options.out}`)
      streams.note(accountingSentence(accounting))
    }
    tellUnread(accounting, streams)
    if (options.policy === 'strict') await tellStrictCost(client, streams)
    for (const list of lists) tellList(list, streams)
    if (reported) tellReported(reported, streams)
    else if (options.unrecognised) streams.note('Every bounce was recognised: no report was written.')
    return accounting.unread.length ? EXIT.unread : EXIT.done
  } finally {
    await triage.close()
  }
}

type Client = ReturnType<typeof createRouterClient<Awaited<ReturnType<typeof createTriage>>['router'], object>>

interface WrittenList {
  list: ExportList
  result: ExportResult
  warnings: ExportWarning[]
}

/** Writes the lists that were asked for. */
async function writeLists(client: Client, store: Store, options: TriageOptions): Promise<WrittenList[]> {
  const written: WrittenList[] = []
  for (const list of EXPORT_LISTS) {
    const path = list === 'remove' ? options.suppress : options.resend
    if (path === undefined) continue
    // A service would stop mail to the addresses that are to be written to again.
    const format = list === 'remove' || carriesResend(options.for) ? options.for : 'plain'
    const lineEnd = options.lineEnd ?? FORMAT_INFO[format].lineEnd
    const verdicts: Verdict[] = list === 'remove' ? ['remove'] : []
    const request = { format, list, verdicts, filter: null, selection: null, lineEnd }
    const result = await client.exportTo({ path, keepOthers: false, request })
    written.push({ list, result, warnings: await store.warnings(selectionOf(request)) })
  }
  return written
}

/** Says what was written, what is to be known of it, and what it could not hold. */
function tellList({ list, result, warnings }: WrittenList, streams: Streams): void {
  const { addresses, rejected, rejectedTotal, files } = result
  const what = `${addresses} ${addresses === 1 ? 'address' : 'addresses'} to ${list === 'remove' ? 'remove' : 'write to again'}`
  const left = rejectedTotal ? `; ${rejectedTotal} could not be written into such a list` : ''
  streams.note(`${what} ${addresses === 1 ? 'was' : 'were'} written to ${files.join(', ')}${left}`)
  for (const { kind, count } of warnings) streams.note(`  ${exportWarning(kind, count, list)}`)
  for (const { address, why } of rejected) streams.note(`  left out: ${JSON.stringify(address)}: ${why}`)
  if (rejectedTotal > rejected.length) streams.note(`  … and ${rejectedTotal - rejected.length} more were left out`)
}

/** Resolves when the import has ended. */
async function importAll(client: Client, paths: string[], options: TriageOptions, streams: Streams): Promise<void> {
  const events = await client.events()
  const progress = options.quiet ? null : showProgress(streams)
  const { importId } = await client.openPaths({
    paths: paths.map((path) => ({ path, label: path, spooled: false })),
  })
  const interrupt = () => void client.cancel({ importId })
  process.once('SIGINT', interrupt)
  try {
    for await (const event of events) {
      if (event.type === 'progress') progress?.update(event.progress)
      if (event.type === 'engine-lost') throw new Error(event.message)
      if (event.type === 'import-ended') {
        if (event.info.state === 'cancelled') streams.note('Cancelled: what follows covers only what was read.')
        return
      }
    }
  } finally {
    process.off('SIGINT', interrupt)
    progress?.end()
  }
}

async function tellStrictCost(client: Client, streams: Streams): Promise<void> {
  const cost = await client.strictCost()
  if (cost.addresses > 0) streams.note(costSentence(cost, 'The strict policy removes'))
}

function tellReported({ count, left, files }: ReportResult, streams: Streams): void {
  const bounces = count === 1 ? '1 bounce' : `${count} bounces`
  const more = left ? `; ${left} more could not be read again, or are too many for one report` : ''
  streams.note(
    `${bounces} of unknown form saved to ${files.join(', ')}, addresses replaced by pseudonyms: look at it before you send it${more}`,
  )
}

function tellUnread(accounting: Accounting, streams: Streams): void {
  for (const { file, place, why } of accounting.unread) streams.note(`${file}: ${place}: ${why}`)
}
