/** A window's filter as the condition of a query over `records`. */
import type { DuckDBValue } from '@duckdb/node-api'
import { canonicalAddress } from '../../shared/address.ts'
import { FACET_FIELDS, type FacetField, type Filter, NONE } from '../../shared/query.ts'
import type { FoundFilter } from './found-text.ts'

/** The column behind each field. */
export const FACET_COLUMNS: Record<FacetField, string> = {
  provider: 'provider',
  replyCode: 'reply_code',
  enhancedCode: 'enhanced_code',
  cause: 'cause',
  fault: 'fault',
  addressVerdict: 'address_verdict',
  group: 'told',
  kind: 'kind',
  domain: 'domain',
  file: 'source_file',
}

/** Records of bounces that no detector knows (`MessageEntry.unrecognised`). */
export const UNRECOGNISED_CONDITION = `kind = 'bounce' AND recipient IS NULL AND detector = 'none'`

/** Words beyond these are not looked for: keeps a pasted page from becoming a thousand conditions. */
const MAX_WORDS = 20
const DAY_MS = 86_400_000

/** Values of a query, numbered as they are asked for. */
export class Values {
  readonly list: DuckDBValue[] = []

  /** The placeholder for `value`. */
  add(value: DuckDBValue): string {
    this.list.push(value)
    return `$${this.list.length}`
  }
}

/** The condition on one facet field; `null` where the filter says nothing of it. */
export function fieldCondition(filter: Filter, field: FacetField, values: Values): string | null {
  const column = FACET_COLUMNS[field]
  const parts: string[] = []
  const include = filter.include[field]
  if (include?.length) parts.push(anyOf(column, include, values))
  const exclude = filter.exclude[field]
  if (exclude?.length) parts.push(`NOT ${anyOf(column, exclude, values)}`)
  return parts.length ? parts.join(' AND ') : null
}

/** That a record's text holds all these words. */
export function textConditions(words: readonly string[], values: Values): string[] {
  return words.map((word) => `contains(search, ${values.add(word)})`)
}

/** The conditions that are no facet's: text, dates, address. */
export function baseConditions(filter: FoundFilter, values: Values): string[] {
  const parts = filter.found
    ? [`n IN (SELECT n FROM ${filter.found})`]
    : textConditions(filterWords(filter.text), values)
  if (filter.address !== null) parts.push(`address = ${values.add(canonicalAddress(filter.address))}`)
  if (filter.unrecognised) parts.push(UNRECOGNISED_CONDITION)
  const from = dayStart(filter.from)
  if (from !== null) parts.push(`reported_at >= ${from}`)
  const to = dayStart(filter.to)
  if (to !== null) parts.push(`reported_at < ${to + DAY_MS}`)
  return parts
}

/** Everything the filter asks, as text for `WHERE`; `TRUE` for an empty filter. */
export function whereFilter(filter: FoundFilter, values: Values): string {
  const parts = baseConditions(filter, values)
  for (const field of FACET_FIELDS) {
    const condition = fieldCondition(filter, field, values)
    if (condition) parts.push(condition)
  }
  return joinConditions(parts)
}

export const joinConditions = (parts: readonly string[]): string => (parts.length ? parts.join(' AND ') : 'TRUE')

/** Null-safe: true or false, never null, so that it can be negated. */
function anyOf(column: string, wanted: readonly string[], values: Values): string {
  const named = wanted.filter((value) => value !== NONE)
  const parts: string[] = []
  if (named.length < wanted.length) parts.push(`${column} IS NULL`)
  if (named.length) {
    const list = named.map((value) => values.add(value)).join(', ')
    parts.push(`(${column} IS NOT NULL AND ${column} IN (${list}))`)
  }
  return `(${parts.join(' OR ')})`
}

/** The words of a filter's text, in small letters. */
export function filterWords(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)
}

/** Milliseconds of the beginning of a UTC day; null for none. */
function dayStart(date: string | null): number | null {
  const time = date === null ? Number.NaN : Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(time) ? null : time
}
