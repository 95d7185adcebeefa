/** Reports from one day to another, both included. */
import { useEffect, useId, useState } from 'react'
import { changeConditions } from '../session/query.ts'
import { type Condition, setDates } from '../state/query.ts'
import styles from './Filters.module.css'

/** Mail is not older. While a year is typed by hand the field holds the years 2, 20 and 202 for a moment. */
const EARLIEST = '1970-01-01'

export function DateRange({ conditions }: { conditions: readonly Condition[] }) {
  const dates = conditions.find((one) => one.is === 'dates')
  const { from, to } = dates?.is === 'dates' ? dates : { from: null, to: null }
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Reported</legend>
      <div className={styles.dates}>
        <Day label="From" day={from} onChange={(day) => changeConditions((now) => setDates(now, day, to))} />
        <Day label="To" day={to} onChange={(day) => changeConditions((now) => setDates(now, from, day))} />
      </div>
    </fieldset>
  )
}

interface DayProps {
  label: string
  day: string | null
  onChange(day: string | null): void
}

/** A day as it is typed; only a whole one counts. */
function Day({ label, day, onChange }: DayProps) {
  const id = useId()
  const [typed, setTyped] = useState(day ?? '')
  useEffect(() => setTyped(day ?? ''), [day])
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          if (target.value === '' || target.value >= EARLIEST) onChange(target.value || null)
        }}
      />
    </>
  )
}
