/**
 * Asks the engine what the table shows. Answers to a question that is no longer asked are dropped; until a new
 * question is answered the former answer stands, so that nothing flickers.
 */
import { type Filter, type Page, SECTIONS, type Section, type Summary } from '../../shared/query.ts'
import { isAbort, sentenceOf } from '../lib/errors.ts'
import { PAGE_SIZE, type Pages, pageKey, pagesToFetch, storePage } from '../state/pages.ts'
import { hasField, type Query, toFilter } from '../state/query.ts'
import { useQuery, useResult, useUi } from '../state/stores.ts'
import { layOut, rowsBetween } from '../table/layout.ts'
import { api } from './host.ts'
import { notifyProblem } from './notices.ts'

/** Rows above and below the visible ones that are fetched along, so that a turn of the wheel finds them there. */
const MARGIN = 60
/** Pause before fetching what came into view, in ms: dragging the scroll bar passes thousands of pages by. */
const SETTLE_MS = 25

/** Number of the question being asked; answers to lower ones are dropped. */
let turn = 0
/** Version of the data and filter that the counts on screen belong to. */
let countedKey = ''
let asking = new AbortController()
const fetching = new Map<string, AbortController>()
let visible = { first: 0, last: 60 }
let settle: ReturnType<typeof setTimeout> | undefined

/** Asks the current query anew: after a change of filter or sort, and on the first connection. */
export async function ask(): Promise<void> {
  const mine = ++turn
  asking.abort()
  asking = new AbortController()
  stopFetching()
  const query = useQuery.getState()
  useResult.setState({ waiting: true })
  try {
    await answer(query, mine, asking.signal, true)
  } catch (error) {
    if (mine !== turn || isAbort(error)) return
    useResult.setState({ waiting: false, failed: sentenceOf(error) })
  }
}

/** Reads the same question again because the data changed; rows on screen stay until their successors are there. */
export async function reread(): Promise<void> {
  const { shown, waiting } = useResult.getState()
  useResult.setState((state) => ({ version: state.version + 1 }))
  if (waiting || shown === null) return ask()
  const mine = turn
  try {
    await answer(shown, mine, asking.signal, false)
    want(visible.first, visible.last)
  } catch (error) {
    if (mine === turn && !isAbort(error)) notifyProblem(sentenceOf(error))
  }
}

/**
 * Rows first: one call brings the lengths of the sections and the first page, and the table is drawn by them. The counts
 * that follow cost the engine several times as much.
 */
async function answer(query: Query, mine: number, signal: AbortSignal, anew: boolean): Promise<void> {
  const { version, summary: before } = useResult.getState()
  const filter = toFilter(query.conditions)
  const key = `${version} ${JSON.stringify(filter)}`
  const { closed } = useUi.getState()
  const request = { filter, sort: query.sort, section: null, closed: [...closed], offset: 0, limit: PAGE_SIZE }
  const [first, summary] = await Promise.all([
    api().page(request, { signal }),
    // Nothing stands there yet: rows under a head that says nothing would be half an answer.
    before === null ? api().summary({ filter }, { signal }) : null,
  ])
  if (mine !== turn) return
  const { section, rows, records } = first
  // Rows that the window asked for meanwhile, still under the former question.
  if (anew) stopFetching()
  useResult.setState(({ pages, byGroup, counted }) => {
    const base: Pages = anew ? new Map() : pages
    return {
      shown: query,
      summary: laidOut(summary ?? before, records),
      counted: summary ?? counted,
      byGroup: inStep(byGroup, records, hasField(query.conditions, 'group')),
      pages: section === null ? base : storePage(base, section, 0, rows, version),
      waiting: false,
      failed: null,
    }
  })
  if (anew && before !== null && key === countedKey) return
  await count(query, mine, signal, summary)
  if (mine === turn) countedKey = key
}

/** Lines by the new lengths; what is not counted anew yet stands as it was, but for addresses that cannot be right any more. */
function laidOut(before: Summary | null, records: Page['records']): Summary | null {
  if (before === null) return null
  const sections = SECTIONS.map((section) => {
    const known = before.sections.find((one) => one.section === section)
    const same = known?.records === records[section]
    return { section, records: records[section], addresses: same ? known.addresses : 0 }
  })
  return { ...before, sections, records: sections.reduce((sum, one) => sum + one.records, 0) }
}

/**
 * The strip's numbers of groups move with the heads of the sections, not with the counts that come later. A section that
 * a condition on groups leaves empty says nothing of its number.
 */
function inStep(before: Summary | null, records: Page['records'], byCondition: boolean): Summary | null {
  if (before === null) return null
  const sections = SECTIONS.flatMap((section) => {
    const known = before.sections.find((one) => one.section === section)
    if (byCondition && records[section] === 0) return known ?? []
    return { section, records: records[section], addresses: known?.addresses ?? 0 }
  })
  return { ...before, sections }
}

/** How many records each section has. */
function recordsOf({ sections }: Summary): Page['records'] {
  const records = (section: Section) => sections.find((one) => one.section === section)?.records ?? 0
  return Object.fromEntries(SECTIONS.map((section) => [section, records(section)])) as Page['records']
}

async function count(query: Query, mine: number, signal: AbortSignal, known: Summary | null): Promise<void> {
  const filter = toFilter(query.conditions)
  const [summary, byGroup, byVerdict] = await Promise.all([
    known ?? api().summary({ filter }, { signal }),
    summaryWithout(query, 'group', signal),
    summaryWithout(query, 'addressVerdict', signal),
  ])
  if (mine !== turn) return
  const strip = byGroup === null ? summary : inStep(byGroup, recordsOf(summary), true)
  useResult.setState({ summary, counted: summary, byGroup: strip, byVerdict: byVerdict ?? summary })
  const facets = await api().facets({ filter }, { signal })
  if (mine === turn) useResult.setState({ facets })
}

/** Counts as they would be without the conditions on a field; null where there are none. */
function summaryWithout(query: Query, field: 'group' | 'addressVerdict', signal: AbortSignal) {
  if (!hasField(query.conditions, field)) return null
  return api().summary({ filter: toFilter(query.conditions, field) }, { signal })
}

/** Says which lines are on screen: their rows are fetched, and fetches for lines that have gone by are given up. */
export function want(first: number, last: number): void {
  visible = { first, last }
  clearTimeout(settle)
  const { summary, pages, version, shown } = useResult.getState()
  if (summary === null || shown === null) return
  const layout = layOut(summary, new Set(useUi.getState().closed))
  const wanted = pagesToFetch(pages, rowsBetween(layout, first - MARGIN, last + MARGIN), version)
  const keys = new Set(wanted.map((one) => pageKey(one.section, one.page)))
  for (const [key, fetch] of fetching) {
    if (keys.has(key)) continue
    fetch.abort()
    fetching.delete(key)
  }
  const missing = wanted.filter((one) => !fetching.has(pageKey(one.section, one.page)))
  if (missing.length === 0) return
  const filter = toFilter(shown.conditions)
  settle = setTimeout(() => {
    for (const one of missing) void fetchPage(filter, shown, one.section, one.page)
  }, SETTLE_MS)
}

async function fetchPage(filter: Filter, query: Query, section: Section, page: number): Promise<void> {
  const key = pageKey(section, page)
  if (fetching.has(key)) return
  const abort = new AbortController()
  fetching.set(key, abort)
  const { version } = useResult.getState()
  // Not the turn: the next question may be asked already while its predecessor's rows are on screen.
  const current = () => useResult.getState().shown === query
  try {
    const request = { filter, sort: query.sort, section, offset: page * PAGE_SIZE, limit: PAGE_SIZE }
    const { rows } = await api().page(request, { signal: abort.signal })
    if (current() && !abort.signal.aborted)
      useResult.setState((state) => ({ pages: storePage(state.pages, section, page, rows, version) }))
  } catch (error) {
    if (current() && !abort.signal.aborted && !isAbort(error)) notifyProblem(sentenceOf(error))
  } finally {
    if (fetching.get(key) === abort) fetching.delete(key)
  }
}

function stopFetching(): void {
  clearTimeout(settle)
  for (const fetch of fetching.values()) fetch.abort()
  fetching.clear()
}
