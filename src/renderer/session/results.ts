/**
 * Asks the engine what the table shows. Answers to a question that is no longer asked are dropped; until a new
 * question is answered the former answer stands, so that nothing flickers.
 */
import type { Filter, Section } from '../../shared/query.ts'
import { isAbort, sentenceOf } from '../lib/errors.ts'
import { PAGE_SIZE, pageKey, pagesToFetch, storePage } from '../state/pages.ts'
import { hasField, type Query, toFilter } from '../state/query.ts'
import { useQuery, useResult, useUi } from '../state/stores.ts'
import { layOut, rowsBetween } from '../table/layout.ts'
import { api } from './host.ts'
import { notifyProblem } from './notices.ts'

/** Rows above and below the visible ones that are fetched along, so that a turn of the wheel finds them there. */
const MARGIN = 20
/** Pause before fetching what came into view, in ms: dragging the scroll bar passes thousands of pages by. */
const SETTLE_MS = 25

/** Number of the question being asked; answers to lower ones are dropped. */
let turn = 0
/** Version of the data that the counts on screen were taken from. */
let counted = 0
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

async function answer(query: Query, mine: number, signal: AbortSignal, anew: boolean): Promise<void> {
  const { version, pages, shown } = useResult.getState()
  const filter = toFilter(query.conditions)
  const section = likelyFirst()
  const same = anew && counted === version && shown !== null && sameFilter(shown, query)
  const [summary, byGroup, byVerdict, first] = await Promise.all([
    same ? useResult.getState().summary : api().summary({ filter }, { signal }),
    summaryWithout(query, 'group', signal),
    summaryWithout(query, 'addressVerdict', signal),
    api().page({ filter, sort: query.sort, section, offset: 0, limit: PAGE_SIZE }, { signal }),
  ])
  if (mine !== turn) return
  counted = version
  const base = anew ? new Map() : pages
  useResult.setState({
    shown: query,
    summary,
    byGroup: byGroup ?? summary,
    byVerdict: byVerdict ?? summary,
    pages: storePage(base, section, 0, first.rows, version),
    waiting: false,
    failed: null,
  })
  if (same) return
  const facets = await api().facets({ filter }, { signal })
  if (mine === turn) useResult.setState({ facets })
}

function sameFilter(one: Query, other: Query): boolean {
  return JSON.stringify(toFilter(one.conditions)) === JSON.stringify(toFilter(other.conditions))
}

/** Counts as they would be without the conditions on a field; null where there are none. */
function summaryWithout(query: Query, field: 'group' | 'addressVerdict', signal: AbortSignal) {
  if (!hasField(query.conditions, field)) return null
  return api().summary({ filter: toFilter(query.conditions, field) }, { signal })
}

/** The section whose first rows will most likely stand on top: fetched along, before the counts are known. */
function likelyFirst(): Section {
  const { summary } = useResult.getState()
  const closed = new Set(useUi.getState().closed)
  return summary?.sections.find((one) => one.records > 0 && !closed.has(one.section))?.section ?? 'hard'
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
  const mine = turn
  const { version } = useResult.getState()
  try {
    const request = { filter, sort: query.sort, section, offset: page * PAGE_SIZE, limit: PAGE_SIZE }
    const { rows } = await api().page(request, { signal: abort.signal })
    if (mine === turn) useResult.setState((state) => ({ pages: storePage(state.pages, section, page, rows, version) }))
  } catch (error) {
    if (mine === turn && !abort.signal.aborted && !isAbort(error)) notifyProblem(sentenceOf(error))
  } finally {
    if (fetching.get(key) === abort) fetching.delete(key)
  }
}

function stopFetching(): void {
  clearTimeout(settle)
  for (const fetch of fetching.values()) fetch.abort()
  fetching.clear()
}
