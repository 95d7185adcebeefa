/** Days gathered into as many bars as there is room for. Pure; all days are UTC, as in filters. */
import { GROUPS, type Group } from '../../shared/bounce.ts'
import type { DayCount, Frame } from '../../shared/charts.ts'

/** What one bar stands for, finest first. */
export const UNITS = ['day', 'week', 'month', 'year'] as const
export type Unit = (typeof UNITS)[number]

/** One bar. Empty ones stand between the others, so that distance is time. */
export interface Bucket extends Record<Group, number> {
  /** ISO dates, both inclusive: what a filter takes. */
  from: string
  to: string
  total: number
}

export interface Timeline {
  unit: Unit
  buckets: Bucket[]
  /** Bounces before the first and after the last bar: few, and so far off that they would crush all others. */
  outside: number
}

/** So large a part of all bounces may stay outside at either end, where finer bars are won by it. */
const OUTLIERS = 0.005
const DAY_MS = 86_400_000

/** Lays out `days` (in order of time) in at most `most` bars, which span `frame` at least: the axis stays while filters change. */
export function layTimeline(days: readonly DayCount[], most: number, frame: Frame | null = null): Timeline {
  const room = Math.max(1, most)
  const whole = days.reduce((sum, day) => sum + totalOf(day), 0)
  const inner = framed(trimmed(days, whole * OUTLIERS), frame)
  const all = framed(days, frame)
  const unit = unitFor(inner, room)
  const drawn = UNITS.indexOf(unit) < UNITS.indexOf(unitFor(all, room)) ? inner : all
  const buckets = fill(drawn, unit).slice(-room)
  return { unit, buckets, outside: whole - buckets.reduce((sum, { total }) => sum + total, 0) }
}

/** With the days of the frame, empty, where the others do not reach so far. Nothing is framed where there is nothing. */
function framed(days: readonly DayCount[], frame: Frame | null): readonly DayCount[] {
  const first = days[0]
  const last = days.at(-1)
  if (!first || !last || frame === null) return days
  return [
    ...(frame.first < first.day ? [empty(frame.first)] : []),
    ...days,
    ...(frame.last > last.day ? [empty(frame.last)] : []),
  ]
}

function empty(day: string): DayCount {
  return { day, hard: 0, soft: 0, timeout: 0 }
}

/** The bars of a span alone, each cut at its ends; null where there is no room for them. */
export function layWithin(
  days: readonly DayCount[],
  unit: Unit,
  { first, last }: Frame,
  most: number,
): Bucket[] | null {
  if (distance(first, last, unit) >= Math.max(1, most)) return null
  const inside = days.filter(({ day }) => day >= first && day <= last)
  return fill([empty(first), ...inside, empty(last)], unit).map((bucket) => ({
    ...bucket,
    from: bucket.from < first ? first : bucket.from,
    to: bucket.to > last ? last : bucket.to,
  }))
}

function totalOf(day: Record<Group, number>): number {
  return GROUPS.reduce((sum, group) => sum + day[group], 0)
}

/** Without the first and last days, as long as they hold no more than `allowed` bounces at either end. */
function trimmed(days: readonly DayCount[], allowed: number): readonly DayCount[] {
  const skip = (from: readonly DayCount[]) => {
    let sum = 0
    return from.findIndex((day) => {
      sum += totalOf(day)
      return sum > allowed
    })
  }
  const start = Math.max(0, skip(days))
  const end = Math.max(0, skip(days.toReversed()))
  return days.slice(start, days.length - end)
}

function unitFor(days: readonly DayCount[], most: number): Unit {
  const first = days[0]?.day
  const last = days.at(-1)?.day
  if (first === undefined || last === undefined) return 'day'
  return UNITS.find((unit) => distance(first, last, unit) < most) ?? 'year'
}

/** How many units lie between the units of two days. */
function distance(first: string, last: string, unit: Unit): number {
  const [a, b] = [new Date(startOf(first, unit)), new Date(startOf(last, unit))]
  const years = b.getUTCFullYear() - a.getUTCFullYear()
  if (unit === 'year') return years
  if (unit === 'month') return years * 12 + b.getUTCMonth() - a.getUTCMonth()
  return (b.getTime() - a.getTime()) / (unit === 'week' ? 7 * DAY_MS : DAY_MS)
}

function fill(days: readonly DayCount[], unit: Unit): Bucket[] {
  const byStart = new Map<number, DayCount[]>()
  for (const day of days) {
    const start = startOf(day.day, unit)
    byStart.set(start, [...(byStart.get(start) ?? []), day])
  }
  const first = days[0]
  const last = days.at(-1)
  if (!first || !last) return []
  const end = startOf(last.day, unit)
  const buckets: Bucket[] = []
  for (let start = startOf(first.day, unit); start <= end; start = next(start, unit)) {
    const bucket = { from: iso(start), to: iso(next(start, unit) - DAY_MS), total: 0, hard: 0, soft: 0, timeout: 0 }
    for (const day of byStart.get(start) ?? []) {
      for (const group of GROUPS) bucket[group] += day[group]
      bucket.total += totalOf(day)
    }
    buckets.push(bucket)
  }
  return buckets
}

/** Milliseconds of the beginning of the unit that a day lies in; weeks begin on Monday (ISO 8601). */
function startOf(day: string, unit: Unit): number {
  const date = new Date(`${day}T00:00:00Z`)
  if (unit === 'week') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  else if (unit === 'month') date.setUTCDate(1)
  else if (unit === 'year') date.setUTCMonth(0, 1)
  return date.getTime()
}

function next(start: number, unit: Unit): number {
  const date = new Date(start)
  if (unit === 'year') date.setUTCFullYear(date.getUTCFullYear() + 1)
  else if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + 1)
  else date.setUTCDate(date.getUTCDate() + (unit === 'week' ? 7 : 1))
  return date.getTime()
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** The place of the bars that a range of dates (both inclusive, null open) touches; null where it touches none. */
export function touched(
  buckets: readonly Bucket[],
  from: string | null,
  to: string | null,
): { first: number; last: number } | null {
  const inside = (bucket: Bucket) => (from === null || bucket.to >= from) && (to === null || bucket.from <= to)
  const first = buckets.findIndex(inside)
  return first < 0 ? null : { first, last: buckets.findLastIndex(inside) }
}

const FORMATS: Record<Unit, Intl.DateTimeFormatOptions> = {
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
}

/** What a bar stands for, in the locale: `Mon, 2 Nov 2026`, `2 – 8 Nov 2026`, `November 2026`, `2026`. */
export function bucketLabel({ from, to }: Pick<Bucket, 'from' | 'to'>, unit: Unit, locale?: string): string {
  const format = new Intl.DateTimeFormat(locale, { ...FORMATS[unit], timeZone: 'UTC' })
  const start = new Date(`${from}T00:00:00Z`)
  return unit === 'week' ? format.formatRange(start, new Date(`${to}T00:00:00Z`)) : format.format(start)
}

/** A span of bars in the locale: `2 – 8 Nov 2026`, `1 Mar – 30 Apr 2026`. */
export function spanLabel({ first, last }: Frame, locale?: string): string {
  return bucketLabel({ from: first, to: last }, 'week', locale)
}

const TICKS: Record<Unit, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
}

/** The same, short, for the axis. */
export function tickLabel({ from }: Pick<Bucket, 'from'>, unit: Unit, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { ...TICKS[unit], timeZone: 'UTC' }).format(new Date(`${from}T00:00:00Z`))
}
