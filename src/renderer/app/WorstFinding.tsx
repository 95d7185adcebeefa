/** The worst of what stands out, on one line, where there is room for it. */
import { toggleFinding } from '../session/findings.ts'
import { fromFilter, sameConditions } from '../state/query.ts'
import { useFindings, useQuery } from '../state/stores.ts'
import { SEVERITY_WORDS, SeverityMark } from '../ui/Marks.tsx'
import styles from './Strip.module.css'

export function WorstFinding() {
  const worst = useFindings(({ findings }) => findings.find(({ severity }) => severity !== 'notice') ?? null)
  const filter = worst?.filter ?? null
  const chosen = useQuery(({ conditions }) => filter !== null && sameConditions(fromFilter(filter), conditions))
  if (worst === null) return null
  const { severity, title, action } = worst
  const content = (
    <>
      <SeverityMark severity={severity} />
      <span className="heard">{SEVERITY_WORDS[severity]}: </span>
      <span className={styles.findingText}>{title}</span>
    </>
  )
  const hint = `${title} ${action}`
  if (filter === null) {
    return (
      <p className={styles.finding} title={hint}>
        {content}
      </p>
    )
  }
  return (
    <button
      type="button"
      className={`${styles.number} ${styles.finding}`}
      aria-pressed={chosen}
      title={hint}
      onClick={() => toggleFinding(worst)}
    >
      {content}
    </button>
  )
}
