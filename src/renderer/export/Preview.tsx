/** What will stand in the file, what cannot, and what to know of it first. */
import type { ExportPreview, ExportRequest } from '../../shared/api.ts'
import { partName } from '../../shared/exportNames.ts'
import { exportWarning } from '../../shared/knowledge/exportWarnings.ts'
import { countOf, formatCount } from '../lib/format.ts'
import { Warning } from '../ui/icons.tsx'
import styles from './Export.module.css'

interface PreviewProps {
  preview: ExportPreview | null
  request: Pick<ExportRequest, 'format' | 'list'>
  /** It answers older choices; the new ones are being looked at. */
  waiting: boolean
}

export function Preview({ preview, request, waiting }: PreviewProps) {
  if (preview === null) return <Expected />
  const { count, addresses, fileName, files } = preview
  const audit = request.format === 'audit'
  return (
    <section className={styles.preview} aria-label="Preview" aria-busy={waiting}>
      <div className={styles.total}>
        <p>
          <strong>{audit ? countOf(count, 'record') : countOf(addresses, 'address', 'addresses')}</strong>
          {audit && <span className={styles.soft}> {countOf(addresses, 'address', 'addresses')}</span>}
          {files > 1 && <span> in {formatCount(files)} files</span>}
        </p>
        <p className={styles.fileName}>
          <bdi>{partName(fileName, 1, files)}</bdi>
          {files > 1 && ' …'}
        </p>
      </div>
      {count > 0 && <Warnings preview={preview} list={request.list} />}
      {count === 0 ? (
        <p className={styles.nothing}>
          {request.list === 'resend'
            ? 'No address here bounced through your own fault or that of their server.'
            : 'No address here has these verdicts. Choose others on the left.'}
        </p>
      ) : (
        <Head preview={preview} />
      )}
      <Rejected preview={preview} />
    </section>
  )
}

/** Where the preview will stand, until there is one. */
function Expected() {
  return (
    <section className={styles.preview} aria-label="Preview" aria-busy="true">
      <div className={styles.total}>
        <p>
          <strong>…</strong>
        </p>
        <p className={styles.fileName}>…</p>
      </div>
      <div className={styles.head} />
    </section>
  )
}

function Warnings({ preview, list }: { preview: ExportPreview; list: ExportRequest['list'] }) {
  const { warnings } = preview
  if (warnings.length === 0) return null
  return (
    <ul className={styles.warnings} aria-label="Before you use it">
      {warnings.map(({ kind, count, examples }) => (
        <li key={kind}>
          <Warning />
          <span>
            {exportWarning(kind, count, list)}
            {examples.length > 0 && (
              <span className={styles.examples}>
                <bdi>{examples.join(', ')}</bdi>
                {count > examples.length && ' …'}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Head({ preview: { head, moreLines } }: { preview: ExportPreview }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.head} tabIndex={0} aria-label="First lines of the file">
      <pre>
        {head.join('\n')}
        {moreLines !== 0 && (
          <span className={styles.soft}>
            {moreLines === null ? '\n…' : `\n… and ${countOf(moreLines, 'more line', 'more lines')}`}
          </span>
        )}
      </pre>
    </section>
  )
}

function Rejected({ preview: { rejected, rejectedTotal } }: { preview: ExportPreview }) {
  if (rejectedTotal === 0) return null
  return (
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
  )
}
