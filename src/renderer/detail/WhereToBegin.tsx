/** What stands in the record's place before one is chosen: the causes that matter most, and what each asks for. */
import { causeLabel } from '../../shared/knowledge/labels.ts'
import { formatCount } from '../lib/format.ts'
import { changeConditions } from '../session/query.ts'
import { setOnly } from '../state/query.ts'
import { useQuery, useResult } from '../state/stores.ts'
import { VerdictMark } from '../ui/Marks.tsx'
import { firstThings } from './firstThings.ts'
import styles from './WhereToBegin.module.css'

export function WhereToBegin() {
  const facets = useResult((result) => result.facets)
  const conditions = useQuery((query) => query.conditions)
  const things = facets === null ? [] : firstThings(facets, conditions)
  return (
    <div className={styles.page}>
      {things.length > 0 && <h2 className={styles.title}>Where to begin</h2>}
      <p className={styles.soft}>
        Choose a row to see what happened and what to do about it
        {things.length > 0 && ', or a cause to see only its rows'}.
      </p>
      <ul>
        {things.map(({ cause, records, fix, verdict }) => (
          <li key={cause}>
            <button
              type="button"
              className={styles.thing}
              onClick={() => changeConditions((now) => setOnly(now, 'cause', [cause]))}
            >
              <VerdictMark verdict={verdict} />
              <span className={styles.name}>{causeLabel(cause)}</span>
              <span className={styles.count}>{formatCount(records)}</span>
              <span className={styles.fix}>{fix}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
