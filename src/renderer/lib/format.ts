/** Numbers, dates and sizes as people read them, in the locale of the window. `locale` is there for tests. */

export { countOf, formatCount } from '../../shared/words.ts'

/** Share of a whole as a percentage; a part that is not nothing never shows as 0 %, nor an incomplete one as 100 %. */
export function formatShare(part: number, whole: number, locale?: string): string {
  if (whole <= 0 || part <= 0) return new Intl.NumberFormat(locale, { style: 'percent' }).format(0)
  const share = part / whole
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  if (share < 0.01) return `<${percent.format(0.01)}`
  if (share < 1 && share > 0.99) return `>${percent.format(0.99)}`
  return percent.format(share)
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Bytes in the largest unit that leaves at least 1, powers of 1000. */
export function formatBytes(bytes: number, locale?: string): string {
  let value = Math.max(0, bytes)
  let unit = 0
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[unit] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(value)
}

/** A length of time in milliseconds as `45 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`
  const hours = Math.floor(minutes / 60)
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
}

/** Milliseconds still to go at the pace so far; null while that cannot be told. */
export function timeLeft(progress: { bytes: number; totalBytes: number | null; elapsedMs: number }): number | null {
  const { bytes, totalBytes, elapsedMs } = progress
  if (totalBytes === null || bytes <= 0 || bytes >= totalBytes || elapsedMs < 1000) return null
  return ((totalBytes - bytes) / bytes) * elapsedMs
}

/** Day and time of an ISO date in the window's time zone; empty for null or what is no date. */
export function formatDateTime(iso: string | null, locale?: string, timeZone?: string): string {
  const date = parse(iso)
  if (date === null) return ''
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(date)
}

/** The same for a narrow column: day, month, year and time in figures. */
export function formatDateShort(iso: string | null, locale?: string, timeZone?: string): string {
  const date = parse(iso)
  return date === null ? '' : shortFormat(locale, timeZone).format(date)
}

/** A calendar day, as a filter names it: it lies in no time zone. */
export function formatDay(day: string, locale?: string): string {
  return formatDays(day, day, locale)
}

/** From one day to another, both included; one where they are the same. What is no day stays as it is. */
export function formatDays(from: string, to: string, locale?: string): string {
  const [start, end] = [parse(from), parse(to)]
  if (start === null || end === null) return from === to ? from : `${from} – ${to}`
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(start, end)
}

function parse(iso: string | null): Date | null {
  if (iso === null) return null
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? null : date
}

const shortFormats = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs far more than using one, and every row of the table needs it. */
function shortFormat(locale: string | undefined, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone}`
  let format = shortFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    })
    shortFormats.set(key, format)
  }
  return format
}

/** Last part of a path, for narrow places. */
export function baseName(path: string): string {
  const parts = path.split(/[/\\]/).filter((part) => part !== '')
  return parts.at(-1) ?? path
}
