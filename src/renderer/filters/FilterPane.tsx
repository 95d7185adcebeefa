/** The left pane: every field with its values, and the filters that were saved under a name. */
import { useQuery, useResult } from '../state/stores.ts'
import { DateRange } from './DateRange.tsx'
import { FacetGroup } from './FacetGroup.tsx'
import styles from './Filters.module.css'
import { FIELDS } from './fields.ts'
import { SavedFilters } from './SavedFilters.tsx'

export function FilterPane() {
  const conditions = useQuery((query) => query.conditions)
  const facets = useResult((result) => result.facets)
  return (
    <aside data-pane className={styles.pane} aria-label="Filters" aria-busy={facets === null}>
      <SavedFilters conditions={conditions} />
      {FIELDS.slice(0, 5).map((spec) => (
        <FacetGroup key={spec.field} spec={spec} found={facets?.[spec.field] ?? null} conditions={conditions} />
      ))}
      <DateRange conditions={conditions} />
      {FIELDS.slice(5).map((spec) => (
        <FacetGroup key={spec.field} spec={spec} found={facets?.[spec.field] ?? null} conditions={conditions} />
      ))}
    </aside>
  )
}
