/** `bounce-triage PATH…`: reads, judges, prints, and writes the removal list. */
import { createRouterClient } from '@orpc/server'
import type { Accounting } from '../../shared/bounce.ts'
import { createTriage } from '../triage.ts'
import { EXIT, type TriageOptions } from './options.ts'
import { printers } from './print/index.ts'
import { showProgress } from './progress.ts'
import type { Streams } from './streams.ts'

/** Runs it; the exit code is the answer. Errors that end the run are thrown with a sentence for people. */
export async function triageCommand(
  paths: string[],
  options: TriageOptions,
  streams: Streams,
  workerFile: string,
): Promise<number> {
  const triage = await createTriage({ workspace: null, workerFile, workers: options.workers })
  try {
    const client = createRouterClient(triage.router, { context: {} })
    await client.setPolicy({ policy: options.policy })
    await client.setNeverRemove({ entries: options.neverRemove })
    await importAll(client, paths, options, streams)

    const accounting = await triage.store.accounting()
    const suppressed = options.suppress
      ? await client.exportTo({
          path: options.suppress,
          request: { format: options.for, verdicts: ['remove'], filter: null, lineEnd: options.lineEnd },
        })
      : null
    await printers[options.format](triage.store, accounting, streams.out)
    tellUnread(accounting, streams)
    if (options.policy === 'strict') await tellStrictCost(client, streams)
    if (suppressed) {
      const left = suppressed.rejectedTotal ? `; ${suppressed.rejectedTotal} could not be written into such a list` : ''
      streams.note(`${suppressed.addresses} addresses to remove were written to ${suppressed.file}${left}`)
    }
    return accounting.unread.length ? EXIT.unread : EXIT.done
  } finally {
    await triage.close()
  }
}

type Client = ReturnType<typeof createRouterClient<Awaited<ReturnType<typeof createTriage>>['router'], object>>

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
  const { addresses, fine } = await client.strictCost()
  if (!addresses) return
  streams.note(
    `The strict policy also removes ${addresses} addresses of which no report says that they are dead; the mailboxes of ${fine} of them are fine.`,
  )
}

function tellUnread(accounting: Accounting, streams: Streams): void {
  for (const { file, place, why } of accounting.unread) streams.note(`${file}: ${place}: ${why}`)
}
