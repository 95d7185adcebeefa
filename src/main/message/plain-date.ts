/**
 * Dates as nearly all mail writes them, `Tue, 01 Sep 2026 10:00:00 +0200` or `GMT`, read letter by letter: a pattern would
 * cut a dozen pieces out of each.
 */

const MONTHS = new Map(
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map((name, month) => [
    lettersAt(name, 0),
    month,
  ]),
)

/** Three letters as one number. */
function lettersAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | (text.charCodeAt(at + 1) << 8) | text.charCodeAt(at + 2)
}

/** The number that a digit is; NaN where it is none. */
function digit(text: string, at: number): number {
  const number = text.charCodeAt(at) - 48
  return number >= 0 && number <= 9 ? number : Number.NaN
}

/** The number that two digits make; NaN where they are none. */
function twoDigits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1)
}

const isCapital = (code: number) => code >= 65 && code <= 90
const isSmall = (code: number) => code >= 97 && code <= 122

/** `Tue, `, whatever the day. */
function beginsWithWeekday(text: string): boolean {
  return (
    isCapital(text.charCodeAt(0)) &&
    isSmall(text.charCodeAt(1)) &&
    isSmall(text.charCodeAt(2)) &&
    text.startsWith(', ', 3)
  )
}

/** Minutes east of Greenwich that stand behind the time at `at`, to the end; NaN where something else does. */
function zoneMinutes(text: string, at: number): number {
  if (text.length === at + 4) return text.endsWith(' GMT') ? 0 : Number.NaN
  const hours = twoDigits(text, at + 2)
  const minutes = twoDigits(text, at + 4)
  if (text.length !== at + 6 || !(hours <= 14 && minutes <= 59)) return Number.NaN
  if (text.startsWith(' +', at)) return hours * 60 + minutes
  return text.startsWith(' -', at) ? -(hours * 60 + minutes) : Number.NaN
}

/**
 * Milliseconds since 1970; null for a date written in any other way, and for the last days of a month, of which not all
 * are days.
 */
export function plainTime(text: string): number | null {
  if (!beginsWithWeekday(text)) return null
  // Single digits stand for the first days of a month.
  const behindDay = text.charCodeAt(6) === 32 ? 6 : 7
  const day = behindDay === 6 ? digit(text, 5) : twoDigits(text, 5)
  const month = MONTHS.get(lettersAt(text, behindDay + 1))
  const year = twoDigits(text, behindDay + 5) * 100 + twoDigits(text, behindDay + 7)
  const clock = behindDay + 10
  const hour = twoDigits(text, clock)
  const minute = twoDigits(text, clock + 3)
  const second = twoDigits(text, clock + 6)
  const east = zoneMinutes(text, clock + 8)
  const spaced = text.charCodeAt(behindDay) === 32 && text.charCodeAt(behindDay + 4) === 32 && text[clock - 1] === ' '
  const coloned = text.charCodeAt(clock + 2) === 58 && text.charCodeAt(clock + 5) === 58
  if (!spaced || !coloned || month === undefined || Number.isNaN(east)) return null
  if (!(day >= 1 && day <= 28 && year >= 1900 && hour <= 23 && minute <= 59 && second <= 59)) return null
  return Date.UTC(year, month, day, hour, minute - east, second)
}
