/** Every import with its counts; each can be removed with what it brought. */
import { useState } from 'react'
import { accountingLine, leftOutLine } from '../../shared/accounting.ts'
import type { ImportInfo } from '../../shared/query.ts'
import { pathsLabel } from '../import/sentences.ts'
import { countOf, formatBytes, formatDateTime, formatShare } from '../lib/format.ts'
import { removeImport } from '../session/workspace.ts'
import { useImports, useUi } from '../state/stores.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Workspace.module.css'

const STATE_WORDS: Record<ImportInfo['state'], string> = {
  running: 'Being read',
  complete: 'Complete',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
  failed: 'Failed',
}

export function Imports() {
  const imports = useImports((state) => state.workspace?.imports ?? null)
  if (imports === null || imports.length === 0) return <p className={styles.soft}>Nothing has been read yet.</p>
  return (
    <>
      <ul className={styles.list}>
        {imports.map((info) => (
          <ImportRow key={info.id} info={info} />
        ))}
      </ul>
      <Button onClick={() => useUi.setState({ dialog: 'erase' })}>Erase everything…</Button>
    </>
  )
}

function ImportRow({ info }: { info: ImportInfo }) {
  const [asking, setAsking] = useState(false)
  const label = pathsLabel(info.paths)
  const left = leftOutLine(info.accounting)
  const unread = info.accounting.unread.length
  return (
    <li className={styles.import}>
      <div className={styles.importText}>
        <p className={styles.importName} title={info.paths.join('\n')}>
          <bdi>{label}</bdi>
        </p>
        <p className={styles.soft}>
          {formatDateTime(info.startedAt)} · {STATE_WORDS[info.state]}
          {info.state !== 'complete' &&
            info.totalBytes !== null &&
            ` after ${formatBytes(info.bytes)} of ${formatBytes(info.totalBytes)} (${formatShare(info.bytes, info.totalBytes)})`}
        </p>
        <p className={styles.soft}>
          {accountingLine(info.accounting)}
          {left !== '' && `; ${left}`}
          {unread > 0 && `; ${countOf(unread, 'thing')} could not be read`}
        </p>
      </div>
      {asking ? (
        <div className={styles.confirm}>
          <Button look="danger" onClick={() => void removeImport(info.id)}>
            Remove it and its records
          </Button>
          <Button onClick={() => setAsking(false)}>Keep</Button>
        </div>
      ) : (
        <Button
          disabled={info.state === 'running'}
          aria-label={`Remove import ${label}`}
          onClick={() => setAsking(true)}
        >
          Remove…
        </Button>
      )}
    </li>
  )
}
