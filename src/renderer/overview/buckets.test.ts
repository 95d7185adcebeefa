import { describe, expect, it } from 'vitest'
import type { DayCount } from '../../shared/charts.ts'
import { bucketLabel, layTimeline, touched } from './buckets.ts'

const on = (day: string, hard: number, soft = 0): DayCount => ({ day, hard, soft, timeout: 0 })

describe('a timeline', () => {
  it('has a bar for each day, also for those without a bounce', () => {
    const { unit, buckets, outside } = layTimeline([on('2026-02-27', 3, 1), on('2026-03-02', 2)], 30)
    expect(unit).toBe('day')
    expect(buckets.map(({ from, total }) => [from, total])).toEqual([
      ['2026-02-27', 4],
      ['2026-02-28', 0],
      ['2026-03-01', 0],
      ['2026-03-02', 2],
    ])
    expect(outside).toBe(0)
  })

  it('gathers days into weeks, months and years as room gets short', () => {
    const days = [on('2026-01-01', 1), on('2026-01-05', 2), on('2026-03-31', 4)]
    const weeks = layTimeline(days, 20)
    expect(weeks.unit).toBe('week')
    expect(weeks.buckets.slice(0, 2)).toMatchObject([
      { from: '2025-12-29', to: '2026-01-04', total: 1 },
      { from: '2026-01-05', to: '2026-01-11', total: 2 },
    ])
    const months = layTimeline(days, 5)
    expect(months.buckets).toMatchObject([
      { from: '2026-01-01', to: '2026-01-31', total: 3 },
      { from: '2026-02-01', to: '2026-02-28', total: 0 },
      { from: '2026-03-01', to: '2026-03-31', total: 4 },
    ])
    expect(layTimeline(days, 2).unit).toBe('year')
  })

  it('leaves few bounces of a broken clock outside, and counts them', () => {
    const month = Array.from({ length: 28 }, (_, day) => on(`2026-02-${String(day + 1).padStart(2, '0')}`, 50))
    const { unit, buckets, outside } = layTimeline([on('1970-01-01', 2), ...month, on('2099-12-31', 1)], 60)
    expect(unit).toBe('day')
    expect(buckets).toHaveLength(28)
    expect(outside).toBe(3)
  })

  it('accounts for every bounce, however short the room', () => {
    const days = [on('1999-05-05', 7), on('2010-05-05', 20), on('2026-05-05', 30)]
    for (const most of [1, 2, 5, 40, 400, 10_000]) {
      const { buckets, outside } = layTimeline(days, most)
      expect(buckets.length).toBeLessThanOrEqual(most)
      expect(buckets.reduce((sum, { total }) => sum + total, outside)).toBe(57)
    }
    expect(layTimeline([], 10)).toEqual({ unit: 'day', buckets: [], outside: 0 })
  })

  it('spans at least what all bounces do, so that it stays while filters change', () => {
    const frame = { first: '2026-02-01', last: '2026-02-28' }
    const { unit, buckets } = layTimeline([on('2026-02-10', 3)], 30, frame)
    expect([unit, buckets.length, buckets[0]?.from, buckets[9]?.total]).toEqual(['day', 28, '2026-02-01', 3])
    expect(layTimeline([on('2026-02-10', 3), on('2026-03-01', 1)], 30, frame).buckets).toHaveLength(29)
    expect(layTimeline([], 30, frame).buckets).toEqual([])
  })

  it('knows which bars a range of dates touches', () => {
    const { buckets } = layTimeline([on('2026-01-01', 1), on('2026-01-10', 1)], 20)
    expect(touched(buckets, '2026-01-03', '2026-01-05')).toEqual({ first: 2, last: 4 })
    expect(touched(buckets, null, '2026-01-01')).toEqual({ first: 0, last: 0 })
    expect(touched(buckets, '2027-01-01', null)).toBeNull()
  })

  it('names its bars in the locale', () => {
    expect(bucketLabel({ from: '2026-11-02', to: '2026-11-02' }, 'day', 'en-GB')).toBe('Mon, 2 Nov 2026')
    expect(bucketLabel({ from: '2026-11-02', to: '2026-11-08' }, 'week', 'en-GB')).toMatch(/^2\s?–\s?8 Nov 2026$/)
    expect(bucketLabel({ from: '2026-11-01', to: '2026-11-30' }, 'month', 'de')).toBe('November 2026')
  })
})
