/** What the timeline draws for a filter's dates: the bars they touch alone, in finer ones, where there are any. Pure. */
import type { DayCount, Frame } from '../../shared/charts.ts'
import { layTimeline, layWithin, type Timeline, touched, type Unit } from './buckets.ts'

export interface CloseUp extends Timeline {
  /** What is drawn alone; null for the whole time. */
  span: Frame | null
}

/** What a bar is drawn in once it stands alone, finest first. */
const FINER: Record<Unit, readonly Unit[]> = { day: [], week: ['day'], month: ['day', 'week'], year: ['month'] }

/** Goes from the whole time into the bars that the dates touch, step by step, as far as room and units allow. */
export function layCloseUp(
  days: readonly DayCount[],
  most: number,
  frame: Frame | null,
  dates: { from: string | null; to: string | null },
): CloseUp {
  let drawn: CloseUp = { ...layTimeline(days, most, frame), span: null }
  if (dates.from === null && dates.to === null) return drawn
  for (;;) {
    const next = closer(drawn, days, most, dates)
    if (next === null) return drawn
    drawn = next
  }
}

function closer(
  { buckets, unit }: CloseUp,
  days: readonly DayCount[],
  most: number,
  { from, to }: { from: string | null; to: string | null },
): CloseUp | null {
  const at = touched(buckets, from, to)
  const [first, last] = [buckets[at?.first ?? -1], buckets[at?.last ?? -1]]
  if (!first || !last) return null
  const span = { first: first.from, last: last.to }
  for (const finer of FINER[unit]) {
    const bars = layWithin(days, finer, span, most)
    if (bars !== null) return { unit: finer, buckets: bars, outside: 0, span }
  }
  return null
}
