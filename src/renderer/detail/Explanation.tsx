/** What happened, why this verdict, what to do, and the words it rests on. */

import type { BounceRecord } from '../../shared/bounce.ts'
import { explain } from '../../shared/knowledge/explain.ts'
import { providerLabel, verdictLabel } from '../../shared/knowledge/labels.ts'
import type { RecordDetail } from '../../shared/query.ts'
import { copyText } from '../session/copy.ts'
import { IconButton } from '../ui/Button.tsx'
import { Copy } from '../ui/icons.tsx'
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
      {explanation && (
        <section className={styles.section} aria-label="What to do">
          <h3>What to do</h3>
          {record.fix !== null && <p className={styles.fix}>{record.fix}</p>}
          <ol className={styles.steps}>
            {explanation.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p>
            <span className={styles.soft}>Send again: </span>
            {explanation.sendAgain}
          </p>
        </section>
      )}
      {explanation && explanation.checks.length > 0 && (
        <section className={styles.section}>
          <h3>How to check</h3>
          {explanation.checks.map(({ label, command }) => (
            <div key={command} className={styles.check}>
              <p>{label}</p>
              <div className={styles.command}>
                <code>{command}</code>
                <IconButton label={`Copy command ${command}`} onClick={() => void copyText(command, 'Command copied.')}>
                  <Copy />
                </IconButton>
              </div>
            </div>
          ))}
        </section>
      )}
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
      {explanation && explanation.documentation.length > 0 && (
        <section className={styles.section}>
          <h3>Read more</h3>
          <ul>
            {explanation.documentation.map(({ label, address }) => (
              <li key={`${label} ${address}`}>
                {label} <span className={styles.reference}>{address}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function contextOf(record: BounceRecord) {
  const { provider, replyCode, enhancedCode, recipient, diagnostic, remoteMta, group, kind } = record
  const codes = { provider, replyCode, enhancedCode, recipient, diagnostic, remoteMta, group, kind }
  return { ...codes, originalFrom: record.original.from }
}
