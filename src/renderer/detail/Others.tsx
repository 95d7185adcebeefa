/** What else is known of this address, and of its domain. */
import { causeLabel, kindLabel } from '../../shared/knowledge/labels.ts'
import type { RecordDetail, Row } from '../../shared/query.ts'
import { countOf, formatDateShort } from '../lib/format.ts'
import { changeConditions } from '../session/query.ts'
import { openRecord } from '../session/record.ts'
import { setAddress, setOnly } from '../state/query.ts'
import { VerdictMark } from '../ui/Marks.tsx'
import styles from './Record.module.css'

/** Rows listed here; the table shows the rest. */
const LISTED = 8

export function Others({ detail }: { detail: RecordDetail }) {
  const { address, sameAddress, record } = detail
  const others = sameAddress.filter((row) => row.id !== record.id)
  if (address === null) return null
  return (
    <>
      <section className={styles.section} aria-label="This address">
        <h3>This address</h3>
        {others.length === 0 && <p className={styles.soft}>Nothing else is reported about it.</p>}
        <ul>
          {others.slice(0, LISTED).map((row) => (
            <li key={row.id}>
              <Other row={row} />
            </li>
          ))}
        </ul>
        {others.length > 0 && (
          <p>
            <button
              type="button"
              className={styles.link}
              onClick={() => changeConditions((now) => setAddress(now, address))}
            >
              Show all of this address
            </button>
          </p>
        )}
      </section>
      <Domain detail={detail} />
    </>
  )
}

/** Other addresses there: whether it is the person or the whole company. */
function Domain({ detail: { record, sameDomain, othersAtDomain } }: { detail: RecordDetail }) {
  const { domain } = record
  if (domain === null || othersAtDomain.length === 0) return null
  return (
    <section className={styles.section} aria-label="This domain">
      <h3>
        Others at <bdi>{domain}</bdi>
      </h3>
      <ul>
        {othersAtDomain.map((row) => (
          <li key={row.id}>
            <Other row={row} named />
          </li>
        ))}
      </ul>
      <p>
        <button
          type="button"
          className={styles.link}
          onClick={() => changeConditions((now) => setOnly(now, 'domain', [domain]))}
        >
          Show all {countOf(sameDomain, 'record')} of this domain
        </button>
      </p>
    </section>
  )
}

/** `named`: says whom it is about, for it is somebody else. */
function Other({ row, named = false }: { row: Row; named?: boolean }) {
  const what = row.cause === null ? kindLabel(row.kind) : causeLabel(row.cause)
  return (
    <button type="button" className={styles.other} onClick={() => openRecord(row.id)}>
      {row.verdict !== null && <VerdictMark verdict={row.verdict} />}
      {named && <bdi className={styles.who}>{row.recipient ?? 'Recipient not named'}</bdi>}
      <span className={named ? `${styles.what} ${styles.soft}` : styles.what}>{what}</span>
      <span className={styles.when}>{formatDateShort(row.reportedAt)}</span>
    </button>
  )
}
