/** Everything the record holds, in the words of the standards. */
import type { BounceRecord } from '../../shared/bounce.ts'
import { formatCount, formatDateTime } from '../lib/format.ts'
import styles from './Record.module.css'

/** A name and its value, null where it is not known; `true` keeps a value's own line breaks. */
export type Fact = [name: string, value: string | null, long?: boolean]

export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value, long]) =>
        value === null ? null : (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd className={long ? styles.long : undefined}>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}

export function Facts({ record }: { record: BounceRecord }) {
  const { original, source } = record
  const facts: Fact[] = [
    ['Reply code', record.replyCode],
    ['Enhanced code', record.enhancedCode],
    ['Diagnostic', record.diagnostic, true],
    ['Remote server', record.remoteMta],
    ['Reporting server', record.reportingMta],
    ['Action', record.action],
    ['Reported', formatDateTime(record.reportedAt) || null],
    ['Forwarded address', record.originalRecipient],
    ['Your message', original.subject],
    ['Sent by', original.from],
    ['Sent', formatDateTime(original.date) || null],
    ['Message-ID', original.messageId],
    ['File', `${source.file}, message ${formatCount(source.index + 1)} at byte ${formatCount(source.offset)}`],
  ]
  return (
    <section className={styles.section}>
      <h3>Details</h3>
      <FactList facts={facts} />
    </section>
  )
}
