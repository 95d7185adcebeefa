/** What stands out, worst first: each with the one thing to do, and the way to its records. */
import { type OverviewFinding, SEVERITIES, type Severity } from '../../shared/overview.ts'
import { toggleFinding } from '../session/findings.ts'
import { fromFilter, sameConditions } from '../state/query.ts'
import { useQuery } from '../state/stores.ts'
import { SEVERITY_WORDS, SeverityMark } from '../ui/Marks.tsx'
import styles from './WhereToBegin.module.css'

export function FindingList({ findings }: { findings: readonly OverviewFinding[] }) {
  return SEVERITIES.map((severity) => {
    const among = findings.filter((finding) => finding.severity === severity)
    return among.length > 0 && <OfSeverity key={severity} severity={severity} findings={among} />
  })
}

function OfSeverity({ severity, findings }: { severity: Severity; findings: readonly OverviewFinding[] }) {
  return (
    <section aria-label={SEVERITY_WORDS[severity]} className={styles.severity}>
      <h3 className={styles.head}>{SEVERITY_WORDS[severity]}</h3>
      <ul>
        {findings.map((finding) => (
          <li key={finding.id}>
            <Finding finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Finding({ finding }: { finding: OverviewFinding }) {
  const { filter, severity, title, action } = finding
  const chosen = useQuery(({ conditions }) => filter !== null && sameConditions(fromFilter(filter), conditions))
  const content = (
    <>
      <SeverityMark severity={severity} />
      <span className={styles.name}>{title}</span>
      <span className={styles.fix}>{action}</span>
    </>
  )
  // Not every finding is about records that a filter can show.
  if (filter === null) return <div className={styles.thing}>{content}</div>
  return (
    <button type="button" className={styles.thing} aria-pressed={chosen} onClick={() => toggleFinding(finding)}>
      {content}
    </button>
  )
}
