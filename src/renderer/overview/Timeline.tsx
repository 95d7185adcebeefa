/** Bounces by day and group. Press a bar, or draw over several, and the table shows their days. */
import { useMemo, useState } from 'react'
import type { DayCount, Frame } from '../../shared/charts.ts'
import { countOf, formatCount } from '../lib/format.ts'
import { changeConditions } from '../session/query.ts'
import type { Condition } from '../state/query.ts'
import { IconButton } from '../ui/Button.tsx'
import { Rows } from '../ui/icons.tsx'
import { Bars } from './Bars.tsx'
import { type Bucket, bucketLabel, layTimeline, touched, type Unit } from './buckets.ts'
import styles from './Charts.module.css'
import { datesOf, toggleDates } from './choices.ts'
import { TimelineTable } from './TimelineTable.tsx'
import { useSize } from './useSize.ts'
import { groupsSentence } from './words.ts'

/** Least width of a bar with its gap, in CSS pixels: wide enough to hit. */
const BAR_WIDTH = 7

const TITLES: Record<Unit, string> = {
  day: 'Bounces by day',
  week: 'Bounces by week',
  month: 'Bounces by month',
  year: 'Bounces by year',
}

interface TimelineProps {
  days: readonly DayCount[]
  /** Where nearly all bounces lie. */
  frame: Frame | null
  undated: number
  conditions: readonly Condition[]
}

export function Timeline({ days, frame, undated, conditions }: TimelineProps) {
  const [watch, size] = useSize()
  const [asTable, setAsTable] = useState(false)
  const [pointed, setPointed] = useState<Bucket | null>(null)
  const room = Math.floor(size.width / BAR_WIDTH)
  const timeline = useMemo(() => layTimeline(days, room, frame), [days, room, frame])
  const { unit, buckets, outside } = timeline
  const { from, to } = datesOf(conditions)
  const chosen = from === null && to === null ? null : touched(buckets, from, to)
  const choose = (first: Bucket, last: Bucket) => changeConditions((now) => toggleDates(now, first.from, last.to))
  const title = TITLES[unit]
  return (
    <section className={styles.chart} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <p className={styles.readout}>
          {pointed === null ? leftOut(undated, outside) : `${bucketLabel(pointed, unit)}: ${groupsSentence(pointed)}`}
        </p>
        <IconButton label="Show as a table" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          <Rows />
        </IconButton>
      </header>
      <div ref={watch} className={styles.body}>
        {buckets.length === 0 && (
          <p className={styles.none}>{undated > 0 ? 'No bounce names a day.' : 'No bounces to show.'}</p>
        )}
        {asTable && <TimelineTable title={title} timeline={timeline} chosen={chosen} onChoose={choose} />}
        {!asTable && buckets.length > 0 && size.height > 0 && (
          <Bars title={title} timeline={timeline} size={size} chosen={chosen} onChoose={choose} onPoint={setPointed} />
        )}
      </div>
    </section>
  )
}

/** What the bars do not show. */
function leftOut(undated: number, outside: number): string {
  const parts = []
  if (undated > 0) parts.push(`${formatCount(undated)} without a date`)
  if (outside > 0) parts.push(`${countOf(outside, 'bounce')} far earlier or later`)
  return parts.length === 0 ? '' : `Not drawn: ${parts.join(', ')}`
}
