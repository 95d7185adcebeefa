/** Points in time as ISO 8601 text: every record has two, and `Date` takes its time to write one. */

const SECOND = 1_000
const DAY = 86_400 * SECOND
/** The first millisecond of the year 10000, whose texts are longer. */
const YEAR_10000 = 253_402_300_800_000

const two = (number: number) => String(number).padStart(2, '0')
const MINUTES = Array.from({ length: 1_440 }, (_, minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}:`)
const SECONDS = Array.from({ length: 60 }, (_, second) => `${two(second)}.000Z`)

/** The day that was written last: reports of a mailbox mostly stand in their order. */
let lastDay = Number.NaN
/** `2026-09-01T`. */
let lastDayText = ''

/** What `Date.toISOString` gives for a time in milliseconds since 1970; throws as it does where there is no such time. */
export function isoTime(time: number): string {
  if (!(time >= 0 && time < YEAR_10000) || time % SECOND !== 0) return new Date(time).toISOString()
  const day = Math.floor(time / DAY)
  if (day !== lastDay) {
    lastDayText = new Date(time).toISOString().slice(0, 'YYYY-MM-DDT'.length)
    lastDay = day
  }
  const second = (time - day * DAY) / SECOND
  const minute = Math.floor(second / 60)
  return `${lastDayText}${MINUTES[minute]}${SECONDS[second - minute * 60]}`
}
