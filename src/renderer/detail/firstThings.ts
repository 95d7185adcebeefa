/** What to turn to first: the causes, most frequent first, each with what it asks for. Pure. */
import type { Cause, Verdict } from '../../shared/bounce.ts'
import { CAUSE_INFO } from '../../shared/knowledge/causes.ts'
import { CAUSE_VERDICTS } from '../../shared/knowledge/policy.ts'
import { type Facets, NONE } from '../../shared/query.ts'
import { type Condition, stanceOf } from '../state/query.ts'

export interface FirstThing {
  cause: Cause
  records: number
  fix: string
  /** What an address with this cause mostly comes to: its mark. */
  verdict: Verdict
}

/** Causes listed: what fits without scrolling; the filters have the rest. */
const LISTED = 6

/** Causes that were left out, or that others were chosen before, are not offered. */
export function firstThings(facets: Facets, conditions: readonly Condition[]): FirstThing[] {
  const chosen = conditions.some((one) => one.is === 'value' && one.field === 'cause' && !one.exclude)
  return facets.cause
    .flatMap(({ value, records }) => {
      const stance = stanceOf(conditions, 'cause', value)
      if (value === NONE || records === 0 || stance === 'exclude' || (chosen && stance === null)) return []
      const cause = value as Cause
      return [{ cause, records, fix: CAUSE_INFO[cause].fix, verdict: CAUSE_VERDICTS[cause].permanent }]
    })
    .slice(0, LISTED)
}
