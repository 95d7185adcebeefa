/** The question the table answers: conditions in the order they were set, and the sort. Pure transitions. */
import { EMPTY_FILTER, FACET_FIELDS, type FacetField, type Filter, type Sort } from '../../shared/query.ts'

/** One condition; each is one chip above the table. */
export type Condition =
  | { is: 'value'; field: FacetField; value: string; exclude: boolean }
  | { is: 'text'; text: string }
  | { is: 'dates'; from: string | null; to: string | null }
  | { is: 'address'; address: string }
  | { is: 'unrecognised' }

export interface Query {
  conditions: readonly Condition[]
  sort: Sort
}

/** What was reported last stands first. */
export const DEFAULT_SORT: Sort = [{ field: 'reportedAt', descending: true }]
export const DEFAULT_QUERY: Query = { conditions: [], sort: DEFAULT_SORT }

/** How a value of a field stands: chosen, left out, or neither. */
export type Stance = 'include' | 'exclude' | null

export function stanceOf(conditions: readonly Condition[], field: FacetField, value: string): Stance {
  const found = conditions.find((one) => one.is === 'value' && one.field === field && one.value === value)
  if (found?.is !== 'value') return null
  return found.exclude ? 'exclude' : 'include'
}

/** Sets the stance of one value; setting it again takes it back, setting the other turns it over. */
export function toggleValue(
  conditions: readonly Condition[],
  field: FacetField,
  value: string,
  exclude: boolean,
): Condition[] {
  const rest = conditions.filter((one) => !(one.is === 'value' && one.field === field && one.value === value))
  const before = stanceOf(conditions, field, value)
  if (before === (exclude ? 'exclude' : 'include')) return rest
  return [...rest, { is: 'value', field, value, exclude }]
}

/** Makes exactly these values of a field the chosen ones. */
export function setOnly(conditions: readonly Condition[], field: FacetField, values: readonly string[]): Condition[] {
  return [
    ...dropField(conditions, field),
    ...values.map((value): Condition => ({ is: 'value', field, value, exclude: false })),
  ]
}

export function dropField(conditions: readonly Condition[], field: FacetField): Condition[] {
  return conditions.filter((one) => !(one.is === 'value' && one.field === field))
}

export function setText(conditions: readonly Condition[], text: string): Condition[] {
  return replace(conditions, 'text', text.trim() === '' ? null : { is: 'text', text })
}

export function setDates(conditions: readonly Condition[], from: string | null, to: string | null): Condition[] {
  return replace(conditions, 'dates', from === null && to === null ? null : { is: 'dates', from, to })
}

export function setAddress(conditions: readonly Condition[], address: string | null): Condition[] {
  return replace(conditions, 'address', address === null ? null : { is: 'address', address })
}

/** Keeps a condition that stands once at its place, so that chips do not jump while someone types. */
function replace(
  conditions: readonly Condition[],
  is: 'text' | 'dates' | 'address',
  next: Condition | null,
): Condition[] {
  const at = conditions.findIndex((one) => one.is === is)
  if (at < 0) return next === null ? [...conditions] : [...conditions, next]
  return next === null ? conditions.filter((_, index) => index !== at) : conditions.with(at, next)
}

export function dropCondition(conditions: readonly Condition[], index: number): Condition[] {
  return conditions.filter((_, at) => at !== index)
}

/** Drops what was set last: what Escape does. */
export function dropLast(conditions: readonly Condition[]): Condition[] {
  return conditions.slice(0, -1)
}

/** The conditions as the engine takes them; `without` leaves the conditions on one field aside. */
export function toFilter(conditions: readonly Condition[], without?: FacetField): Filter {
  const filter: Filter = { ...EMPTY_FILTER, include: {}, exclude: {} }
  for (const one of conditions) {
    if (one.is === 'text') filter.text = one.text.trim()
    else if (one.is === 'dates') {
      filter.from = one.from
      filter.to = one.to
    } else if (one.is === 'address') filter.address = one.address
    else if (one.is === 'unrecognised') filter.unrecognised = true
    else if (one.field !== without) {
      const side = one.exclude ? filter.exclude : filter.include
      side[one.field] = [...(side[one.field] ?? []), one.value]
    }
  }
  return filter
}

/** A filter as conditions, in the order of the fields: what `toFilter` turns back into the same filter. */
export function fromFilter(filter: Filter): Condition[] {
  const values = FACET_FIELDS.flatMap((field) => [
    ...(filter.include[field] ?? []).map((value): Condition => ({ is: 'value', field, value, exclude: false })),
    ...(filter.exclude[field] ?? []).map((value): Condition => ({ is: 'value', field, value, exclude: true })),
  ])
  const all = setAddress(setDates(setText(values, filter.text), filter.from, filter.to), filter.address)
  return filter.unrecognised ? [...all, { is: 'unrecognised' }] : all
}

/** Whether both ask for the same records, in whatever order their conditions were set. */
export function sameConditions(one: readonly Condition[], other: readonly Condition[]): boolean {
  const keys = (conditions: readonly Condition[]) => conditions.map((condition) => JSON.stringify(condition)).sort()
  return keys(one).join('\n') === keys(other).join('\n')
}

/** Whether any condition rests on this field. */
export function hasField(conditions: readonly Condition[], field: FacetField): boolean {
  return conditions.some((one) => one.is === 'value' && one.field === field)
}
