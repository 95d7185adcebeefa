/** Reads what the charts are drawn from, last of all: rows and counts come first. Only while the charts are open. */
import type { Facets, Filter } from '../../shared/query.ts'
import { toFilter } from '../state/query.ts'
import { useCharts, useImports, useResult, useUi } from '../state/stores.ts'
import { api } from './host.ts'

/** Least time between two readings while records pour in, in ms: the engine has better things to do. */
const GROWING_MS = 2000

/** The question that was asked last: the filter and the version of the data. */
let asked = ''
/** The counts that it followed. */
let followed: Facets | null = null
let asking = new AbortController()
let askedAt = Number.NEGATIVE_INFINITY
let due: ReturnType<typeof setTimeout> | undefined

/** Keeps the charts at what the table shows, until what it returns is called. */
export function followResults(): () => void {
  const ends = [useResult.subscribe(follow), useUi.subscribe(follow)]
  follow()
  return () => {
    clearTimeout(due)
    for (const end of ends) end()
  }
}

function follow(): void {
  const { shown, waiting, version, facets } = useResult.getState()
  if (!useUi.getState().charts || waiting || shown === null) return
  // The counts of this question are still on their way.
  if (facets === null || facets === followed) return
  const filter = toFilter(shown.conditions)
  if (keyOf(filter, version) === asked) return
  clearTimeout(due)
  const growing = useImports.getState().running !== null && sameFilter(filter)
  const pause = growing ? Math.max(0, askedAt + GROWING_MS - performance.now()) : 0
  if (pause > 0) due = setTimeout(follow, pause)
  else void read(filter, keyOf(filter, version))
}

async function read(filter: Filter, key: string): Promise<void> {
  asked = key
  followed = useResult.getState().facets
  askedAt = performance.now()
  asking.abort()
  asking = new AbortController()
  try {
    const charts = await api().charts({ filter }, { signal: asking.signal })
    if (asked === key) useCharts.setState({ charts })
  } catch {
    // The table says what is wrong; read again with the next change.
    if (asked === key) {
      asked = ''
      followed = null
    }
  }
}

function keyOf(filter: Filter, version: number): string {
  return `${version} ${JSON.stringify(filter)}`
}

/** Only the data has changed since the last question. */
function sameFilter(filter: Filter): boolean {
  return asked.slice(asked.indexOf(' ') + 1) === JSON.stringify(filter)
}
