/** Reports from one day to another, both included. */
import { useId } from 'react'
import { changeConditions } from '../session/query.ts'
import { type Condition, setDates } from '../state/query.ts'
import styles from './Filters.module.css'

export function DateRange({ conditions }: { conditions: readonly Condition[] }) {
  const id = useId()
  const dates = conditions.find((one) => one.is === 'dates')
  const { from, to } = dates?.is === 'dates' ? dates : { from: null, to: null }
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Reported</legend>
      <div className={styles.dates}>
        <label htmlFor={`${id}from`}>From</label>
        <input
          id={`${id}from`}
          type="date"
          value={from ?? ''}
          max={to ?? undefined}
          onChange={(event) => changeConditions((now) => setDates(now, event.target.value || null, to))}
        />
        <label htmlFor={`${id}to`}>To</label>
        <input
          id={`${id}to`}
          type="date"
          value={to ?? ''}
          min={from ?? undefined}
          onChange={(event) => changeConditions((now) => setDates(now, from, event.target.value || null))}
        />
      </div>
    </fieldset>
  )
}
