/** The store at size: what a window asks of a million records, and how long it waits. */
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeExport } from '../src/main/export/index.ts'
import { processSlices } from '../src/main/ingest/process-slice.ts'
import { readSources } from '../src/main/sources/index.ts'
import type { MessageEntry } from '../src/main/store/entry.ts'
import { Store } from '../src/main/store/index.ts'
import { EMPTY_FILTER, type Filter, type PageRequest } from '../src/shared/query.ts'
import { writeMailbox } from './mailbox.ts'
import { Random } from './random.ts'

/** Messages that are read for real; the others repeat them with other recipients, hashes and days. */
const PATTERNS = 2_000
const BATCH = 2_000
const TIMES = 7

export interface Asked {
  what: string
  /** Median of several, in milliseconds; of what is done once, that one. */
  ms: number
}

/** Fills a workspace file with `count` records and measures it. */
export async function measureStore(folder: string, count: number): Promise<Asked[]> {
  const workspace = join(folder, 'million.duckdb')
  const asked: Asked[] = []
  const once = async (what: string, work: () => Promise<unknown>) => {
    const started = performance.now()
    await work()
    asked.push({ what, ms: performance.now() - started })
  }
  let store = await Store.open(workspace)
  await once('store the records, batch by batch', () => fill(store, folder, count))
  await once('judge every address that is new', () => store.refreshVerdicts())

  const random = new Random(7)
  const page = (change: Partial<PageRequest>) =>
    store.page({ filter: EMPTY_FILTER, sort: [], section: 'hard', offset: 0, limit: 100, ...change })
  const median = async (what: string, work: () => Promise<unknown>) => {
    const times: number[] = []
    for (let time = 0; time < TIMES; time++) {
      const started = performance.now()
      await work()
      times.push(performance.now() - started)
    }
    asked.push({ what, ms: times.sort((a, b) => a - b)[TIMES >> 1] ?? Number.NaN })
  }
  // What was answered before is remembered: each question is a new one.
  const newText = (): Filter => ({ ...EMPTY_FILTER, text: `p${random.int(1, count)}` })
  const newDay = (): Filter => ({
    ...EMPTY_FILTER,
    from: `20${random.int(10, 25)}-0${random.int(1, 9)}-1${random.int(0, 9)}`,
  })
  const columns = (
    ['recipient', 'cause', 'enhancedCode', 'replyCode', 'provider', 'diagnostic', 'reportedAt'] as const
  ).values()
  await median('the first page, sorted by a column for the first time', () =>
    page({ sort: [{ field: columns.next().value ?? 'kind', descending: false }] }),
  )
  const fields = (
    ['cause', 'enhancedCode', 'replyCode', 'provider', 'fault', 'reportedAt', 'subject'] as const
  ).values()
  await median('a page anywhere, sorted by a column for the first time', () =>
    page({
      sort: [{ field: fields.next().value ?? 'kind', descending: true }],
      offset: random.int(count / 8, count / 2),
    }),
  )
  await median('sort by recipient, a page anywhere', () =>
    page({ sort: [{ field: 'recipient', descending: random.next() < 0.5 }], offset: random.int(0, count / 2) }),
  )
  await median('sort by date, then provider, a page anywhere', () =>
    page({
      sort: [
        { field: 'reportedAt', descending: random.next() < 0.5 },
        { field: 'provider', descending: false },
      ],
      offset: random.int(0, count / 2),
    }),
  )
  await median('page jump in the order of arrival', () => page({ offset: random.int(0, count / 2) }))
  await median('filter by text, first page', () => page({ filter: newText() }))
  await median('filter by day, first page', () => page({ filter: newDay() }))
  const newCause = (): Filter => ({ ...newDay(), include: { cause: ['mailbox-unknown'] } })
  await median('filter by cause and day, first page', () => page({ filter: newCause() }))
  await median('counts of a filter', () => store.summary(newDay()))
  await median('facets of a filter', () => store.facets(newDay()))
  await median('facets of a cause and a day, each without its own', () => store.facets(newCause()))
  await median('charts of a filter', () => store.charts(newDay()))
  await median('charts of a text', () => store.charts(newText()))
  await median('facets of a text', () => store.facets(newText()))
  await once('counts of everything', () => store.summary(EMPTY_FILTER))
  await once('facets of everything', () => store.facets(EMPTY_FILTER))
  await once('overview of everything', () => store.overviewCounts())
  await once('removal list', () =>
    writeExport(
      store,
      { format: 'plain', list: 'remove', verdicts: ['remove'], filter: null, selection: null, lineEnd: 'lf' },
      join(folder, 'list.txt'),
    ),
  )
  await once('close', () => store.close())
  await once('reopen, first page', async () => {
    store = await Store.open(workspace)
    await page({})
  })
  await store.close()
  asked.push({ what: `size of the file: ${Math.round((await stat(workspace)).size / 2 ** 20)} MB`, ms: Number.NaN })
  return asked
}

async function fill(store: Store, folder: string, count: number): Promise<void> {
  const patterns = await patternsOf(folder)
  const id = await store.beginImport(['million.mbox'])
  let batch: MessageEntry[] = []
  for (let index = 0; index < count; index++) {
    const pattern = patterns[index % patterns.length]
    if (pattern) batch.push(varied(pattern, index))
    if (batch.length < BATCH && index < count - 1) continue
    await store.append(id, batch)
    batch = []
  }
  await store.endImport(id, 'complete')
}

async function patternsOf(folder: string): Promise<MessageEntry[]> {
  const file = join(folder, 'patterns.mbox')
  await writeMailbox(file, PATTERNS, 11)
  const entries: MessageEntry[] = []
  for await (const event of readSources([file], {})) {
    if (event.type === 'slice') await processSlices([event.slice], (entry) => entries.push(entry))
  }
  return entries
}

/** The same message about somebody else on another day; one address in three bounces more than once. */
function varied(entry: MessageEntry, index: number): MessageEntry {
  const hash = createHash('sha256').update(String(index)).digest('hex').slice(0, 32)
  const who = `p${index - (index % 3 === 0 ? index % 30 : 0)}`
  const reportedAt = new Date(Date.UTC(2010, 0, 1) + (index % 5_800) * 864e5).toISOString()
  const records = entry.records.map((record, at) => ({
    ...record,
    id: `${hash}:${at}`,
    source: { ...record.source, index },
    recipient: record.recipient && `${who}@${record.domain}`,
    reportedAt,
  }))
  return { ...entry, hash, source: { ...entry.source, index }, records }
}
