/** What pressing a mark does to the filters: sets it alone, or takes it back where it is set already. Pure. */
import type { Frame } from '../../shared/charts.ts'
import { type Condition, dropField, setDates, setOnly } from '../state/query.ts'

/** The dates that are filtered by; null where they are open. */
export function datesOf(conditions: readonly Condition[]): { from: string | null; to: string | null } {
  const dates = conditions.find((one) => one.is === 'dates')
  return dates?.is === 'dates' ? { from: dates.from, to: dates.to } : { from: null, to: null }
}

/** Taken back, a day of a `span` that is drawn alone gives the span again, not the whole time. */
export function toggleDates(
  conditions: readonly Condition[],
  from: string,
  to: string,
  span: Frame | null = null,
): Condition[] {
  const now = datesOf(conditions)
  if (now.from !== from || now.to !== to) return setDates(conditions, from, to)
  return setDates(conditions, span?.first ?? null, span?.last ?? null)
}

/** Values of a field that are chosen (not left out). */
export function chosenOf(conditions: readonly Condition[], field: 'provider' | 'cause'): string[] {
  return conditions.flatMap((one) => (one.is === 'value' && one.field === field && !one.exclude ? [one.value] : []))
}

/** A cell, a whole row (`provider` null) or a whole column (`cause` null) of the heat map. */
export interface CellChoice {
  /** `NONE`: not stated; null: whichever. */
  provider: string | null
  cause: string | null
}

export function isChosen(conditions: readonly Condition[], { provider, cause }: CellChoice): boolean {
  const alone = (field: 'provider' | 'cause', value: string | null) => {
    const chosen = chosenOf(conditions, field)
    return value === null ? chosen.length === 0 : chosen.length === 1 && chosen[0] === value
  }
  return alone('provider', provider) && alone('cause', cause)
}

export function toggleCell(conditions: readonly Condition[], choice: CellChoice): Condition[] {
  const rest = dropField(dropField(conditions, 'provider'), 'cause')
  if (isChosen(conditions, choice)) return rest
  const withCause = setOnly(rest, 'cause', choice.cause === null ? [] : [choice.cause])
  return setOnly(withCause, 'provider', choice.provider === null ? [] : [choice.provider])
}
