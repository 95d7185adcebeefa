/** Which values of a field the pane lists. Pure. */
import { GROUPS, VERDICTS } from '../../shared/bounce.ts'
import type { FacetField, FacetValue } from '../../shared/query.ts'
import { type Condition, type Stance, stanceOf } from '../state/query.ts'

/** Values listed before “Show all”. */
export const SHORT_LIST = 7
/** Above this many values the list can be searched. */
export const SEARCHABLE = 15
/** Most values ever drawn: more would only slow the pane down; searching finds the rest. */
export const LONGEST_LIST = 300

export interface ListedValue extends FacetValue {
  stance: Stance
}

export interface FacetList {
  values: ListedValue[]
  /** Values that are not listed. */
  hidden: number
  /** Values in all. */
  total: number
}

/** Fields of few values, which keep their places whatever the counts: gravest first. */
const ORDERS: Partial<Record<FacetField, readonly string[]>> = { addressVerdict: VERDICTS, group: GROUPS }

/** In the field's own order where it has one; what is not in it last. */
function inOrder(field: FacetField, values: FacetValue[]): FacetValue[] {
  const order = ORDERS[field]
  if (!order) return values
  const place = ({ value }: FacetValue) => (order.includes(value) ? order.indexOf(value) : order.length)
  return values.toSorted((a, b) => place(a) - place(b))
}

/** Values with their stance; those that are set always listed, also at a count of nothing. */
export function listValues(
  found: readonly FacetValue[],
  field: FacetField,
  conditions: readonly Condition[],
  whole: boolean,
  search: (value: string) => boolean,
): FacetList {
  const known = new Set(found.map((one) => one.value))
  const gone = conditions.flatMap((one) =>
    one.is === 'value' && one.field === field && !known.has(one.value) ? [{ value: one.value, records: 0 }] : [],
  )
  const all = inOrder(field, [...found, ...gone])
    .map((one) => ({ ...one, stance: stanceOf(conditions, field, one.value) }))
    .filter((one) => search(one.value))
  const limit = whole ? LONGEST_LIST : SHORT_LIST
  const values = all.filter((one, index) => index < limit || one.stance !== null)
  return { values, hidden: all.length - values.length, total: found.length + gone.length }
}
