/** Dates of messages (RFC 5322 §3.3), read leniently. */
import { isoTime } from '../../shared/isoTime.ts'
import { plainTime } from './plain-date.ts'

/** Zones that people write by name (RFC 5322 §4.3 and a few that mail servers use); minutes east of UTC. */
const ZONES: Record<string, number> = {
  JST: 540,
  KST: 540,
  CET: 60,
  CEST: 120,
  MET: 60,
  MEST: 120,
  BST: 60,
  WEST: 60,
  EET: 120,
  EEST: 180,
  MSK: 180,
  MSD: 240,
  IST: 330,
  HKT: 480,
  SGT: 480,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  BRT: -180,
  WET: 0,
  UT: 0,
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date as RFC 5322 §3.3 wants it, and as nearly all are. */
const STANDARD =
  /^(?:[A-Z][a-z]{2}, ?)?([0-3]?\d) ([A-Z][a-z]{2}) (\d{4}) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d) ([+-])(0\d|1[0-4])([0-5]\d)(?: \([A-Za-z]{2,5}\))?$/

/**
 * Milliseconds since 1970 of a date in the standard form; null for any other, which `Date.parse` may still read. Ten times
 * as fast as that, and every message has two dates.
 */
export function standardTime(text: string): number | null {
  const plain = plainTime(text)
  if (plain !== null) return plain
  const match = STANDARD.exec(text)
  if (!match) return null
  const month = MONTHS.indexOf(match[2] ?? '')
  const day = Number(match[1])
  const year = Number(match[3])
  if (month < 0 || day < 1 || day > 28 || year < 1900) return null
  const east = (Number(match[8]) * 60 + Number(match[9])) * (match[7] === '-' ? -1 : 1)
  return Date.UTC(year, month, day, Number(match[4]), Number(match[5]) - east, Number(match[6]))
}

/** A date as ISO 8601 in UTC; null where it is none, or lies before 1970 or beyond the year 9999. */
export function readDate(value: string | null): string | null {
  if (value === null) return null
  const standard = standardTime(value)
  if (standard !== null) return iso(standard)
  const text = value
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '' || text.length > 100) return null
  const direct = iso(Date.parse(text))
  if (direct !== null && /\d\d:\d\d/.test(text)) return direct
  const named = /^(.*\d\d:\d\d(?::\d\d)?) ?([A-Z]{2,4})$/.exec(text)
  const minutes = named ? ZONES[named[2] ?? ''] : undefined
  if (named && minutes !== undefined) return iso(Date.parse(`${named[1]} +0000`) - minutes * 60_000)
  // Something foreign behind the zone or before the day.
  const core = /\d{1,2} [A-Za-z]{3} \d{2,4} \d{1,2}:\d\d(?::\d\d)?(?: [+-]\d{4})?/.exec(text)
  if (core) return iso(Date.parse(/[+-]\d{4}$/.test(core[0]) ? core[0] : `${core[0]} +0000`))
  return direct
}

function iso(time: number): string | null {
  return Number.isFinite(time) && time >= 0 && time < 253_402_300_800_000 ? isoTime(time) : null
}
