/** What happened, why this verdict, what to do, and the words it rests on. */

import type { BounceRecord } from '../../shared/bounce.ts'
import { explain } from '../../shared/knowledge/explain.ts'
import { providerLabel, verdictLabel } from '../../shared/knowledge/labels.ts'
import type { RecordDetail } from '../../shared/query.ts'
import { ReadMore, WhatToDo } from './Advice.tsx'
import styles from './Record.module.css'

interface ExplanationProps {
  detail: RecordDetail
  onShowMessage(): void
}

export function Explanation({ detail, onShowMessage }: ExplanationProps) {
  const { record, addressWhy } = detail
  const explanation = record.cause === null ? null : explain(record.cause, contextOf(record))
  return (
    <>
      {record.remark !== null && <p className={styles.remark}>{record.remark}</p>}
      {explanation && (
        <section className={styles.section}>
          <h3 className={styles.title}>{explanation.title}</h3>
          {record.provider !== null && <p className={styles.soft}>At {providerLabel(record.provider)}</p>}
          <p>{explanation.what}</p>
        </section>
      )}
      {!explanation && record.why === null && (
        <section className={styles.section}>
          <p>This message is no bounce. It says nothing against the address.</p>
        </section>
      )}
      {(record.why !== null || addressWhy !== null) && (
        <section className={styles.section}>
          <h3>Why {record.addressVerdict === null ? 'so' : `“${verdictLabel(record.addressVerdict)}”`}</h3>
          {addressWhy !== null && <p>{addressWhy}</p>}
          {record.why !== null && <p className={addressWhy === null ? undefined : styles.soft}>{record.why}</p>}
        </section>
      )}
      {explanation && <WhatToDo fix={record.fix} explanation={explanation} />}
      <section className={styles.section} aria-label="Evidence">
        <h3>Evidence</h3>
        <blockquote className={styles.evidence}>{record.evidence.excerpt}</blockquote>
        <p className={styles.soft}>
          {explanation?.technical && `${explanation.technical}. `}
          Rule <code>{record.evidence.rule}</code>, read by <code>{record.evidence.detector}</code> in{' '}
          {record.evidence.part}.{' '}
          <button type="button" className={styles.link} onClick={onShowMessage}>
            Show in the message
          </button>
        </p>
      </section>
      {explanation && <ReadMore explanation={explanation} />}
    </>
  )
}

function contextOf(record: BounceRecord) {
  const { provider, replyCode, enhancedCode, recipient, diagnostic, remoteMta, group, kind } = record
  const codes = { provider, replyCode, enhancedCode, recipient, diagnostic, remoteMta, group, kind }
  return { ...codes, originalFrom: record.original.from }
}
