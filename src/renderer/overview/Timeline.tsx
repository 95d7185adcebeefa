/** Bounces by day and group. Press a bar, or draw over several, and the table shows their days, the timeline these alone. */
import { useMemo, useRef, useState } from 'react'
import type { DayCount, Frame } from '../../shared/charts.ts'
import { countOf, formatCount } from '../lib/format.ts'
import { changeConditions } from '../session/query.ts'
import { type Condition, setDates } from '../state/query.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Rows } from '../ui/icons.tsx'
import { Bars } from './Bars.tsx'
import { type Bucket, bucketLabel, spanLabel, touched, type Unit } from './buckets.ts'
import styles from './Charts.module.css'
import { datesOf, toggleDates } from './choices.ts'
import { layCloseUp } from './closeUp.ts'
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
  const section = useRef<HTMLElement>(null)
  const room = Math.floor(size.width / BAR_WIDTH)
  const { from, to } = datesOf(conditions)
  const timeline = useMemo(() => layCloseUp(days, room, frame, { from, to }), [days, room, frame, from, to])
  const { unit, buckets, outside, span } = timeline
  // A span that is drawn alone has no others to be told from.
  const open = span === null ? from === null && to === null : from === span.first && to === span.last
  const chosen = open ? null : touched(buckets, from, to)
  const at = buckets.find((bucket) => bucket.from === pointed?.from && bucket.to === pointed.to)
  const title = TITLES[unit]

  function change(next: (now: readonly Condition[]) => Condition[]): void {
    changeConditions(next)
    setTimeout(() => keepFocus(section.current), 0)
  }

  const choose = (first: Bucket, last: Bucket) => change((now) => toggleDates(now, first.from, last.to, span))
  const rest = span === null ? leftOut(undated, outside) : spanLabel(span)
  return (
    <section ref={section} className={styles.chart} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {span !== null && (
          <Button
            look="quiet"
            className={styles.whole}
            title="Lets go of the dates and shows all bars again"
            onClick={() => change((now) => setDates(now, null, null))}
          >
            Whole time
          </Button>
        )}
        <p className={styles.readout}>{at ? `${bucketLabel(at, unit)}: ${groupsSentence(at)}` : rest}</p>
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

/** Where the mark with the focus is gone with the bars that were drawn before, the keyboard goes on at those drawn now. */
function keepFocus(section: HTMLElement | null): void {
  if (document.activeElement !== document.body) return
  section?.querySelector<HTMLElement | SVGElement>('[role=button][tabindex="0"], tbody button')?.focus()
}

/** What the bars do not show. */
function leftOut(undated: number, outside: number): string {
  const parts = []
  if (undated > 0) parts.push(`${formatCount(undated)} without a date`)
  if (outside > 0) parts.push(`${countOf(outside, 'bounce')} far earlier or later`)
  return parts.length === 0 ? '' : `Not drawn: ${parts.join(', ')}`
}
