/** The causes among what is shown, most frequent first, each with what it asks for. */
import { causeLabel } from '../../shared/knowledge/labels.ts'
import { formatCount } from '../lib/format.ts'
import { changeConditions } from '../session/query.ts'
import { setOnly } from '../state/query.ts'
import { VerdictMark } from '../ui/Marks.tsx'
import type { FirstThing } from './firstThings.ts'
import styles from './WhereToBegin.module.css'

export function CauseList({ things }: { things: readonly FirstThing[] }) {
  return (
    <ul>
      {things.map(({ cause, records, fix, verdict }) => (
        <li key={cause}>
          <button
            type="button"
            className={styles.thing}
            onClick={() => changeConditions((now) => setOnly(now, 'cause', [cause]))}
          >
            <VerdictMark verdict={verdict} />
            <span className={styles.cause}>
              {causeLabel(cause)}
              <span>{formatCount(records)}</span>
            </span>
            <span className={styles.fix}>{fix}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
