/** The bars of the timeline, drawn with visx: stacked by group, each a button; arrows go from one to the next. */
import { AxisBottom, AxisLeft } from '@visx/axis'
import { PatternCircles, PatternLines } from '@visx/pattern'
import { scaleBand, scaleLinear, scaleOrdinal } from '@visx/scale'
import { BarStack } from '@visx/shape'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { GROUPS, type Group } from '../../shared/bounce.ts'
import { formatCount } from '../lib/format.ts'
import { type Bucket, bucketLabel, type Timeline, tickLabel, touched } from './buckets.ts'
import styles from './Charts.module.css'
import { usePick } from './usePick.ts'
import type { Size } from './useSize.ts'
import { groupsSentence } from './words.ts'

/** Room for the axes, in CSS pixels. */
const MARGIN = { left: 34, right: 4, top: 6, bottom: 20 }
/** Wider bars than this look like furniture. */
const WIDEST_BAR = 36
/** Least width of a label of the axis of time. */
const LABEL_WIDTH = 74
/** Width of a letter of these labels at most. */
const LETTER_WIDTH = 6.5

interface BarsProps {
  title: string
  timeline: Timeline
  size: Size
  /** The bars that the filter's dates touch; null without dates. */
  chosen: { first: number; last: number } | null
  onChoose(first: Bucket, last: Bucket): void
  /** The pointer or the keyboard is at this bar. */
  onPoint(bucket: Bucket | null): void
}

export function Bars({ title, timeline, size, chosen, onChoose, onPoint }: BarsProps) {
  const { buckets, unit } = timeline
  const id = useId()
  const bars = useRef<SVGSVGElement>(null)
  /** The day at which the bar begins where the keyboard was last. */
  const [stop, setStop] = useState<string | null>(null)
  const width = Math.max(0, size.width - MARGIN.left - MARGIN.right)
  const height = Math.max(0, size.height - MARGIN.top - MARGIN.bottom)
  const x = scaleBand({ domain: buckets.map(({ from }) => from), range: [0, width], paddingInner: 0.2 })
  const most = Math.max(1, ...buckets.map(({ total }) => total))
  const y = scaleLinear({ domain: [0, most], range: [height, 0], nice: 3 })
  const fills = scaleOrdinal<Group, string>({
    domain: [...GROUPS],
    range: [styles.hard ?? '', `url(#${id}soft)`, `url(#${id}timeout)`],
  })
  const barWidth = Math.min(x.bandwidth(), WIDEST_BAR)
  const ticks = y.ticks(3).filter(Number.isInteger)
  const pick = usePick(buckets, onChoose)
  const shown = pick.range ?? chosen
  // The tab stop: where the keyboard was last, else what is chosen, else the latest bar.
  const at = touched(buckets, stop, stop ?? '')?.first ?? chosen?.last ?? buckets.length - 1

  function press(event: KeyboardEvent, index: number): void {
    const bucket = buckets[index]
    if (event.key === 'Enter' || event.key === ' ') {
      if (bucket) onChoose(bucket, bucket)
    } else {
      const next = STEPS[event.key]?.(index, buckets.length)
      if (next === undefined) return
      setStop(buckets[next]?.from ?? null)
      bars.current?.querySelector<SVGElement>(`[data-at="${next}"]`)?.focus()
      if (event.shiftKey) pick.extend(index, next)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  // The last label stays within the drawing, where its bar is too narrow to stand in the middle of.
  const last = buckets.at(-1)
  const reach = last ? (tickLabel(last, unit).length * LETTER_WIDTH) / 2 : 0
  const lastAnchor = reach > x.bandwidth() / 2 + MARGIN.right ? 'end' : 'middle'
  const every = Math.max(1, Math.ceil(buckets.length / Math.max(1, Math.floor(width / LABEL_WIDTH))))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a drawing
    <svg ref={bars} width={size.width} height={size.height} role="group" aria-label={title} className={styles.bars}>
      <PatternLines id={`${id}soft`} width={5} height={5} orientation={['diagonal']} className={styles.softLines} />
      <PatternCircles id={`${id}timeout`} width={4} height={4} radius={1} className={styles.timeoutDots} />
      <g transform={`translate(${MARGIN.left} ${MARGIN.top})`}>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: axes and bars cannot be focused; the buttons over them say it all */}
        <g aria-hidden="true">
          <AxisLeft
            scale={y}
            tickValues={ticks}
            tickFormat={(value) => formatCount(Number(value))}
            tickLength={0}
            hideAxisLine
            hideTicks
            tickLabelProps={{ className: styles.tick, fontSize: 11, fill: undefined, dx: -4 }}
          />
          {ticks.map((value) => (
            <line key={value} className={styles.grid} x2={width} y1={y(value)} y2={y(value)} />
          ))}
          <AxisBottom
            scale={x}
            top={height}
            tickValues={buckets
              .filter((_, index) => (buckets.length - 1 - index) % every === 0)
              .map(({ from }) => from)}
            tickFormat={(from) => tickLabel({ from: String(from) }, unit)}
            hideAxisLine
            tickLength={3}
            tickClassName={styles.tickMark}
            tickLabelProps={(_, index, all) => ({
              className: styles.tick,
              fontSize: 11,
              fill: undefined,
              textAnchor: index === all.length - 1 ? lastAnchor : 'middle',
            })}
          />
          <BarStack data={buckets} keys={[...GROUPS]} x={({ from }) => from} xScale={x} yScale={y} color={fills}>
            {(stacks) =>
              stacks.flatMap(({ key, bars: parts }) =>
                parts
                  .filter((part) => part.height > 0)
                  .map((part) => (
                    <rect
                      key={`${key}${part.index}`}
                      className={`${styles.bar} ${styles[key]}`}
                      data-dim={shown !== null && (part.index < shown.first || part.index > shown.last)}
                      x={part.x + (x.bandwidth() - barWidth) / 2}
                      y={part.y}
                      width={barWidth}
                      height={part.height}
                      fill={key === 'hard' ? undefined : part.color}
                    />
                  )),
              )
            }
          </BarStack>
          {shown !== null && <ChosenLine from={buckets[shown.first]} to={buckets[shown.last]} x={x} y={height} />}
        </g>
        {buckets.map((bucket, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
          <rect
            key={bucket.from}
            data-at={index}
            role="button"
            tabIndex={index === at ? 0 : -1}
            aria-label={`${bucketLabel(bucket, unit)}: ${groupsSentence(bucket)}`}
            aria-pressed={chosen !== null && index >= chosen.first && index <= chosen.last}
            className={styles.hit}
            x={(x(bucket.from) ?? 0) - (x.step() - x.bandwidth()) / 2}
            width={x.step()}
            height={height}
            onKeyDown={(event) => press(event, index)}
            onFocus={() => {
              setStop(bucket.from)
              onPoint(bucket)
            }}
            onBlur={() => onPoint(null)}
            onPointerEnter={() => {
              onPoint(bucket)
              pick.over(index)
            }}
            onPointerLeave={() => onPoint(null)}
            onPointerDown={(event) => pick.begin(index, event)}
          />
        ))}
      </g>
    </svg>
  )
}

/** Keys that go from bar to bar. */
const STEPS: Record<string, (index: number, count: number) => number> = {
  ArrowLeft: (index) => Math.max(0, index - 1),
  ArrowRight: (index, count) => Math.min(count - 1, index + 1),
  PageUp: (index) => Math.max(0, index - 7),
  PageDown: (index, count) => Math.min(count - 1, index + 7),
  Home: () => 0,
  End: (_, count) => count - 1,
}

interface ChosenLineProps {
  from: Bucket | undefined
  to: Bucket | undefined
  x: { (value: string): number | undefined; bandwidth(): number }
  y: number
}

/** Under the bars whose days are filtered by: not told by paleness alone. */
function ChosenLine({ from, to, x, y }: ChosenLineProps) {
  if (!from || !to) return null
  const start = x(from.from) ?? 0
  return <rect className={styles.chosen} x={start} y={y} width={(x(to.from) ?? 0) + x.bandwidth() - start} height={3} />
}
