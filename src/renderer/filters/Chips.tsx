/** The active conditions, each to be taken away. */
import { useCommand } from '../commands/useCommand.ts'
import { setConditions } from '../session/query.ts'
import { dropCondition } from '../state/query.ts'
import { useQuery } from '../state/stores.ts'
import { Button } from '../ui/Button.tsx'
import { Close } from '../ui/icons.tsx'
import styles from './Chips.module.css'
import { chipLabel, conditionLabel } from './fields.ts'
import { SaveFilter } from './SaveFilter.tsx'

export function Chips() {
  const conditions = useQuery((query) => query.conditions)
  const report = useCommand('file.report')
  if (conditions.length === 0) return null
  return (
    <div className={styles.bar}>
      <ul className={styles.chips} aria-label="Active filters">
        {conditions.map((condition, index) => {
          const label = conditionLabel(condition)
          return (
            <li key={label}>
              <button
                type="button"
                className={styles.chip}
                title={label}
                aria-label={`Remove filter ${label}`}
                onClick={() => setConditions(dropCondition(conditions, index))}
              >
                <bdi className={styles.text}>{chipLabel(condition)}</bdi>
                <Close />
              </button>
            </li>
          )
        })}
      </ul>
      <button type="button" className={styles.all} onClick={() => setConditions([])}>
        Clear all filters
      </button>
      <SaveFilter conditions={conditions} />
      {conditions.some(({ is }) => is === 'unrecognised') && (
        <Button onClick={report.run} disabled={!report.enabled}>
          Save for a report…
        </Button>
      )}
    </div>
  )
}
