import { expect, test } from 'vitest'
import { isoTime } from './isoTime.ts'

test('writes a time as Date does', () => {
  const times = [0, 59_000, 60_000, 86_399_000, 86_400_000, 1_788_220_799_000, 1_788_220_800_000, 1_788_220_800_123]
  for (const time of times) expect(isoTime(time)).toBe(new Date(time).toISOString())
  expect(isoTime(Date.UTC(2028, 1, 29, 23, 59, 59))).toBe('2028-02-29T23:59:59.000Z')
})

test('writes what lies before 1970 and beyond the year 9999, and refuses what is no time, as Date does', () => {
  expect(isoTime(-1_000)).toBe('1969-12-31T23:59:59.000Z')
  expect(isoTime(253_402_300_800_000)).toBe('+010000-01-01T00:00:00.000Z')
  expect(() => isoTime(Number.NaN)).toThrow(RangeError)
})
