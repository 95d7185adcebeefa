/** The counts that the charts above the table are drawn from. */
import type { Cause, Group } from '../../shared/bounce.ts'
import type { Charts, DayCount, Frame } from '../../shared/charts.ts'
import type { FacetField, Filter } from '../../shared/query.ts'
import type { Database } from './database.ts'
import { Values, whereFilter } from './filter.ts'
import type { FoundFilter } from './found-text.ts'

const DAY_MS = 86_400_000
/** So large a part of all bounces may lie outside the frame at either end. */
const OUTLIERS = 0.005
/** What the strip counts as bounces. */
const BOUNCED = `section IN ('hard', 'soft', 'timeout')`

/** Reads them in two passes over narrow columns. */
export async function readCharts(database: Database, filter: FoundFilter): Promise<Charts> {
  const [days, undated] = await readDays(database, { ...filter, from: null, to: null })
  return {
    days,
    undated,
    frame: await readFrame(database),
    cells: await readCells(database, without(filter, ['provider', 'cause'])),
  }
}

async function readDays(database: Database, filter: FoundFilter): Promise<[DayCount[], number]> {
  const values = new Values()
  const rows = await database.read(
    `SELECT floor(reported_at / ${DAY_MS})::DOUBLE AS day, section, count(*)::DOUBLE
     FROM records WHERE ${BOUNCED} AND ${whereFilter(filter, values)} GROUP BY ALL ORDER BY day NULLS LAST`,
    values.list,
  )
  const days = new Map<number, DayCount>()
  let undated = 0
  for (const [day, section, count] of rows as unknown as [number | null, Group, number][]) {
    const iso = day === null ? null : isoDay(day)
    if (day === null || iso === null) {
      undated += count
      continue
    }
    const counts = days.get(day) ?? { day: iso, hard: 0, soft: 0, timeout: 0 }
    counts[section] += count
    days.set(day, counts)
  }
  return [[...days.values()], undated]
}

/** Nearly all: one broken clock must not stretch the axis over decades. */
async function readFrame(database: Database): Promise<Frame | null> {
  const rows = await database.read(
    `SELECT floor(low / ${DAY_MS})::DOUBLE, floor(high / ${DAY_MS})::DOUBLE FROM (
       SELECT quantile_disc(reported_at, ${OUTLIERS}) AS low, quantile_disc(reported_at, ${1 - OUTLIERS}) AS high
       FROM records WHERE ${BOUNCED} AND reported_at IS NOT NULL)`,
  )
  const [low, high] = (rows[0] ?? []) as (number | null)[]
  const [first, last] = [low, high].map((day) => (typeof day === 'number' ? isoDay(day) : null))
  return first && last ? { first, last } : null
}

async function readCells(database: Database, filter: FoundFilter): Promise<Charts['cells']> {
  const values = new Values()
  const rows = await database.read(
    `SELECT provider, cause, count(*)::DOUBLE AS found
     FROM records WHERE ${BOUNCED} AND cause IS NOT NULL AND ${whereFilter(filter, values)}
     GROUP BY ALL ORDER BY found DESC, provider NULLS LAST, cause`,
    values.list,
  )
  return rows.map(([provider, cause, records]) => ({
    provider: provider as string | null,
    cause: cause as Cause,
    records: Number(records),
  }))
}

/** Null for a day that no filter can name: years beyond 9999 are a clock's fault. */
function isoDay(day: number): string | null {
  const date = new Date(day * DAY_MS)
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 || date.getUTCFullYear() < 0
    ? null
    : date.toISOString().slice(0, 10)
}

/** The filter with nothing said of these fields. */
function without(filter: FoundFilter, fields: readonly FacetField[]): FoundFilter {
  const drop = (side: Filter['include']) =>
    Object.fromEntries(Object.entries(side).filter(([field]) => !fields.includes(field as FacetField)))
  return { ...filter, include: drop(filter.include), exclude: drop(filter.exclude) }
}
