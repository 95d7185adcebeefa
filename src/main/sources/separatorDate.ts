import { isoTime } from '../../shared/isoTime.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Minutes east of Greenwich. Zones that mean several things (IST, CST of China) are read as mail does, RFC 5322 §4.3. */
const ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 60,
  bst: 60,
  met: 60,
  cet: 60,
  mest: 120,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
  kst: 540,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}

const DAY = '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?'
const MONTH = `(${MONTHS.join('|')})[a-z]*`
const TIME = '(\\d{1,2}):(\\d\\d)(?::(\\d\\d))?'
const ZONE = '([+-]\\d\\d:?\\d\\d|[a-z]{1,5})'
const TAIL = '(?:\\s+\\([\\w +-]+\\))?(?:\\s+remote from \\S+)?\\s*$'

/** `Thu Apr 29 23:34:45 2015` (asctime), with a zone before the year (Takeout: `+0000`) or behind it. */
const ASCTIME = new RegExp(
  `(?:^|\\s)(?:${DAY}\\s+)?${MONTH}\\s+(\\d{1,2})\\s+${TIME}(?:\\s+${ZONE})?\\s+(\\d{4}|\\d\\d)(?:\\s+${ZONE})?${TAIL}`,
  'i',
)
/** `Thu, 29 Apr 2015 23:34:45 +0000` (RFC 5322), which some exporters write. */
const MAIL_DATE = new RegExp(
  `(?:^|\\s)(?:${DAY}\\s+)?(\\d{1,2})[\\s-]${MONTH}[\\s-](\\d{4}|\\d\\d),?\\s+${TIME}(?:\\s+${ZONE})?${TAIL}`,
  'i',
)
/** `2015-04-29T23:34:45Z` and `2015-04-29 23:34:45`. */
const ISO_DATE = new RegExp(`(?:^|\\s)(\\d{4})-(\\d\\d)-(\\d\\d)[T\\s]+${TIME}(?:\\.\\d+)?\\s*${ZONE}?${TAIL}`, 'i')

/** Whether an mbox separator ends in a date. @param rest the separator behind `From ` */
export function endsInDate(rest: string): boolean {
  return ASCTIME.test(rest) || MAIL_DATE.test(rest) || ISO_DATE.test(rest)
}

/**
 * The date that ends an mbox separator, as ISO 8601 UTC; null where there is none, or one that no calendar has.
 * A separator without a zone is read as UTC.
 * @param line the separator, from `From ` on
 */
export function separatorDate(line: string): string | null {
  const rest = line.slice(5).trimEnd()
  let found = ASCTIME.exec(rest)
  if (found) {
    const [, month, day, hour, minute, second, before, year, behind] = found
    return utc(year, month, day, hour, minute, second, before ?? behind)
  }
  found = MAIL_DATE.exec(rest)
  if (found) {
    const [, day, month, year, hour, minute, second, zone] = found
    return utc(year, month, day, hour, minute, second, zone)
  }
  found = ISO_DATE.exec(rest)
  if (found) {
    const [, year, month, day, hour, minute, second, zone] = found
    return utc(year, month, day, hour, minute, second, zone)
  }
  return null
}

type Text = string | undefined

function utc(year: Text, month: Text, day: Text, hour: Text, minute: Text, second: Text, zone: Text): string | null {
  const named = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase())
  const monthIndex = named >= 0 ? named : Number(month) - 1
  let fullYear = Number(year)
  if (fullYear < 100) fullYear += fullYear < 70 ? 2000 : 1900
  const [d, h, m, s] = [Number(day), Number(hour), Number(minute), Number(second ?? 0)]
  if (monthIndex > 11 || monthIndex < 0 || d < 1 || d > 31 || h > 23 || m > 59 || s > 60) return null
  const time = Date.UTC(fullYear, monthIndex, d, h, m, s) - zoneMinutes(zone) * 60_000
  return isoTime(time)
}

function zoneMinutes(zone: Text): number {
  if (zone === undefined) return 0
  const digits = /^([+-])(\d\d):?(\d\d)$/.exec(zone)
  if (!digits) return ZONES[zone.toLowerCase()] ?? 0
  const minutes = Number(digits[2]) * 60 + Number(digits[3])
  return digits[1] === '-' ? -minutes : minutes
}
