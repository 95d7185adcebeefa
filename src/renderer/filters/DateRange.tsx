/** Reports from one day to another, both included. */
import { changeConditions } from '../session/query.ts'
import { type Condition, setDates } from '../state/query.ts'
import styles from './Filters.module.css'

export function DateRange({ conditions }: { conditions: readonly Condition[] }) {
  const dates = conditions.find((one) => one.is === 'dates')
  const { from, to } = dates?.is === 'dates' ? dates : { from: null, to: null }
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Reported</legend>
      <div className={styles.dates}>
        <input
          type="date"
          aria-label="From"
          value={from ?? ''}
          max={to ?? undefined}
          onChange={(event) => changeConditions((now) => setDates(now, event.target.value || null, to))}
        />
        <span aria-hidden="true">–</span>
        <input
          type="date"
          aria-label="To"
          value={to ?? ''}
          min={from ?? undefined}
          onChange={(event) => changeConditions((now) => setDates(now, from, event.target.value || null))}
        />
      </div>
    </fieldset>
  )
}
