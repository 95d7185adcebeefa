/** What stands in the record's place before one is chosen: what stands out, or else the causes that matter most. */
import { useFindings, useQuery, useResult } from '../state/stores.ts'
import { CauseList } from './CauseList.tsx'
import { FindingList } from './FindingList.tsx'
import { firstThings } from './firstThings.ts'
import styles from './WhereToBegin.module.css'

export function WhereToBegin() {
  const facets = useResult((result) => result.facets)
  const conditions = useQuery((query) => query.conditions)
  const findings = useFindings((state) => state.findings)
  const things = facets === null ? [] : firstThings(facets, conditions)
  const empty = findings.length === 0 && things.length === 0
  return (
    <div className={styles.page}>
      {!empty && <h2 className={styles.title}>Where to begin</h2>}
      <p className={styles.soft}>
        Choose a row to see what happened and what to do about it
        {findings.length > 0 && ', or a finding to see only its rows'}
        {findings.length === 0 && things.length > 0 && ', or a cause to see only its rows'}.
      </p>
      <FindingList findings={findings} />
      {findings.length === 0 && <CauseList things={things} />}
      {findings.length > 0 && things.length > 0 && (
        <details className={styles.causes}>
          <summary>By cause</summary>
          <CauseList things={things} />
        </details>
      )}
    </div>
  )
}
