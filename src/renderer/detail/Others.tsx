/** What else is known of this address, and of its domain. */
import { causeLabel, kindLabel } from '../../shared/knowledge/labels.ts'
import type { RecordDetail } from '../../shared/query.ts'
import { countOf, formatDateShort } from '../lib/format.ts'
import { changeConditions } from '../session/query.ts'
import { openRecord } from '../session/record.ts'
import { setAddress, setOnly } from '../state/query.ts'
import { VerdictMark } from '../ui/Marks.tsx'
import styles from './Record.module.css'

/** Rows listed here; the table shows the rest. */
const LISTED = 8

export function Others({ detail }: { detail: RecordDetail }) {
  const { address, sameAddress, sameDomain, record } = detail
  const others = sameAddress.filter((row) => row.id !== record.id)
  if (address === null) return null
  return (
    <section className={styles.section}>
      <h3>Also reported</h3>
      {others.length === 0 && <p className={styles.soft}>Nothing else about this address.</p>}
      <ul>
        {others.slice(0, LISTED).map((row) => (
          <li key={row.id}>
            <button type="button" className={styles.other} onClick={() => openRecord(row.id)}>
              {row.verdict !== null && <VerdictMark verdict={row.verdict} />}
              <span>{row.cause === null ? kindLabel(row.kind) : causeLabel(row.cause)}</span>
              <span className={styles.soft}>{formatDateShort(row.reportedAt)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.links}>
        {others.length > 0 && (
          <button
            type="button"
            className={styles.link}
            onClick={() => changeConditions((now) => setAddress(now, address))}
          >
            Show all of this address
          </button>
        )}
        {record.domain !== null && sameDomain > 1 && (
          <button
            type="button"
            className={styles.link}
            onClick={() => changeConditions((now) => setOnly(now, 'domain', [record.domain ?? '']))}
          >
            Show {countOf(sameDomain, 'record')} at {record.domain}
          </button>
        )}
      </p>
    </section>
  )
}
