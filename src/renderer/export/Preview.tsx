/** What will stand in the file, and what cannot. */
import type { ExportFormat, ExportPreview } from '../../shared/api.ts'
import { countOf, formatCount } from '../lib/format.ts'
import styles from './Export.module.css'

export function Preview({ preview, format }: { preview: ExportPreview | null; format: ExportFormat }) {
  if (preview === null) return <section className={styles.preview} aria-label="Preview" aria-busy="true" />
  const { count, addresses, head, rejected, rejectedTotal, fileName } = preview
  const shown = head.length
  return (
    <section className={styles.preview} aria-label="Preview">
      <p className={styles.total}>
        <strong>{format === 'plain' ? countOf(addresses, 'address', 'addresses') : countOf(count, 'record')}</strong>
        {format === 'audit' && <span className={styles.soft}>{countOf(addresses, 'address', 'addresses')}</span>}
        <span className={styles.soft}>{fileName}</span>
      </p>
      {count === 0 ? (
        <p className={styles.nothing}>No address has these verdicts. Choose others on the left.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className={styles.head} tabIndex={0} aria-label="First lines of the file">
          <pre>
            {head.join('\n')}
            {format === 'plain' && count > shown && (
              <span className={styles.soft}>{`\n… and ${formatCount(count - shown)} more`}</span>
            )}
            {format === 'audit' && <span className={styles.soft}>{'\n…'}</span>}
          </pre>
        </section>
      )}
      {rejectedTotal > 0 && (
        <details className={styles.rejected}>
          <summary>{countOf(rejectedTotal, 'address', 'addresses')} cannot be in the list</summary>
          <ul>
            {rejected.map(({ address, why }) => (
              <li key={address}>
                <bdi>{address}</bdi> <span className={styles.soft}>{why}</span>
              </li>
            ))}
            {rejectedTotal > rejected.length && (
              <li className={styles.soft}>… and {formatCount(rejectedTotal - rejected.length)} more</li>
            )}
          </ul>
        </details>
      )}
    </section>
  )
}
