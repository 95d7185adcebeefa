import { describe, expect, it } from 'vitest'
import type { DayCount } from '../../shared/charts.ts'
import { layCloseUp } from './closeUp.ts'

const on = (day: string, hard: number): DayCount => ({ day, hard, soft: 0, timeout: 0 })
/** Drawn by week in 60 bars, by month in 20. */
const YEAR = [on('2025-01-01', 5), on('2025-03-05', 2), on('2025-03-06', 3), on('2025-12-31', 7)]
/** Drawn by year in 20 bars. */
const DECADES = [on('2000-06-01', 5), on('2020-03-01', 1), on('2020-03-09', 4), on('2025-12-31', 7)]

const drawn = (days: readonly DayCount[], most: number, from: string | null, to: string | null) => {
  const { unit, span, buckets } = layCloseUp(days, most, null, { from, to })
  return { unit, span, bars: buckets.length, first: buckets[0]?.from, last: buckets.at(-1)?.to }
}

describe('the timeline of a filter with dates', () => {
  it('is the whole time where none are set', () => {
    expect(drawn(YEAR, 60, null, null)).toMatchObject({ unit: 'week', span: null, bars: 53 })
  })

  it('shows a week by days, those without a bounce too', () => {
    const { unit, buckets, span } = layCloseUp(YEAR, 60, null, { from: '2025-03-03', to: '2025-03-09' })
    expect([unit, span]).toEqual(['day', { first: '2025-03-03', last: '2025-03-09' }])
    expect(buckets.map(({ total }) => total)).toEqual([0, 0, 2, 3, 0, 0, 0])
  })

  it('shows several weeks by days, a month by days or, where there is no room, by weeks within it', () => {
    expect(drawn(YEAR, 60, '2025-03-03', '2025-03-23')).toMatchObject({ unit: 'day', bars: 21 })
    expect(drawn(YEAR, 40, '2025-03-01', '2025-03-31')).toMatchObject({ unit: 'day', bars: 31 })
    expect(drawn(YEAR, 20, '2025-03-01', '2025-03-31')).toMatchObject({
      ...{ unit: 'week', bars: 6, first: '2025-03-01', last: '2025-03-31' },
    })
  })

  it('shows a year by months, and a month of it by days', () => {
    expect(drawn(DECADES, 31, '2020-01-01', '2020-12-31')).toMatchObject({ unit: 'month', bars: 12 })
    expect(drawn(DECADES, 31, '2020-03-01', '2020-03-31')).toMatchObject({ unit: 'day', bars: 31 })
  })

  it('stays at the week while a day of it is chosen', () => {
    const week = { unit: 'day', span: { first: '2025-03-03', last: '2025-03-09' }, bars: 7 }
    expect(drawn(YEAR, 60, '2025-03-05', '2025-03-05')).toMatchObject(week)
  })

  it('reaches to the end where the dates are open', () => {
    expect(drawn(YEAR, 60, '2025-12-01', null)).toMatchObject({ unit: 'day', last: '2026-01-04' })
  })

  it('stays whole where finer bars have no room, there are none, or the dates lie outside', () => {
    expect(drawn(YEAR, 60, '2025-01-01', '2025-12-31')).toMatchObject({ unit: 'week', span: null })
    expect(drawn(YEAR, 400, '2025-03-05', '2025-03-05')).toMatchObject({ unit: 'day', span: null })
    expect(drawn(YEAR, 60, '1970-01-01', '1970-01-01')).toMatchObject({ unit: 'week', span: null })
  })

  it('shows an empty span as empty', () => {
    expect(drawn(YEAR, 60, '2025-06-02', '2025-06-08')).toMatchObject({ unit: 'day', bars: 7 })
  })
})
