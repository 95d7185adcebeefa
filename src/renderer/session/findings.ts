/** What stands out, as the engine sees it. An answer that a later question has overtaken is dropped. */
import type { OverviewFinding } from '../../shared/overview.ts'
import { fromFilter, sameConditions } from '../state/query.ts'
import { useFindings, useQuery } from '../state/stores.ts'
import { api } from './host.ts'
import { setConditions } from './query.ts'

/** Number of the latest question. */
let turn = 0

/** Reads the findings; while they cannot be read the former ones stand, for the table already says what is wrong. */
export async function readFindings(): Promise<void> {
  const mine = ++turn
  try {
    const findings = await api().overview()
    if (mine === turn) useFindings.setState({ findings })
  } catch {
    // Read again with the next change.
  }
}

/** Shows the records of a finding and nothing else; once more, and everything is shown again. */
export function toggleFinding({ filter }: OverviewFinding): void {
  if (filter === null) return
  const conditions = fromFilter(filter)
  setConditions(sameConditions(conditions, useQuery.getState().conditions) ? [] : conditions)
}
