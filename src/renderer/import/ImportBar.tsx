/** The strip below the tools: the import under way, or how the last one ended, when there is more to say than “done”. */

import type { Progress } from '../../shared/api.ts'
import { useCommand } from '../commands/useCommand.ts'
import type { UploadProgress } from '../host/host.ts'
import { baseName, countOf, formatBytes, formatCount, formatDuration, timeLeft } from '../lib/format.ts'
import { dismissEnded } from '../session/open.ts'
import { fractionRead } from '../state/imports.ts'
import { useImports, useUi } from '../state/stores.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Close, Warning } from '../ui/icons.tsx'
import styles from './ImportBar.module.css'
import { endedSentence } from './sentences.ts'

export function ImportBar() {
  const { running, copying, ended } = useImports()
  if (running !== null) return <Running progress={running} />
  if (copying !== null) return <Copying progress={copying} />
  if (ended === null) return null
  const incomplete = ended.accounting.unread.length > 0
  return (
    <section className={styles.bar} aria-label="Import" data-state={ended.state} data-incomplete={incomplete}>
      {(ended.state !== 'complete' || incomplete) && <Warning />}
      <p className={styles.text}>{endedSentence(ended)}</p>
      {incomplete && <Button onClick={() => useUi.setState({ dialog: 'unread' })}>Show what could not be read</Button>}
      <IconButton label="Dismiss" onClick={dismissEnded}>
        <Close />
      </IconButton>
    </section>
  )
}

function Running({ progress }: { progress: Progress }) {
  const cancel = useCommand('file.cancel')
  const left = timeLeft(progress)
  const { bytes, totalBytes, messages, found, rate, file, inFile } = progress
  // Of a single file the whole says enough.
  const several = inFile !== null && totalBytes !== null && inFile.totalBytes < totalBytes
  return (
    <section className={styles.bar} aria-label="Import" data-state="running">
      <Meter fraction={fractionRead(progress)} />
      <p className={styles.text}>
        <strong>{file === null ? 'Importing' : baseName(file)}</strong>
        <span className={styles.figures}>
          {several && `${formatBytes(inFile.bytes)} of ${formatBytes(inFile.totalBytes)} · in all `}
          {formatBytes(bytes)}
          {totalBytes !== null && ` of ${formatBytes(totalBytes)}`}
          {' · '}
          {countOf(messages, 'message')}
          {' · '}
          {countOf(found, 'bounce')} found
          {rate > 0 && ` · ${formatCount(rate)} a second`}
          {left !== null && ` · ${formatDuration(left)} left`}
        </span>
      </p>
      <Button onClick={cancel.run}>{cancel.label}</Button>
    </section>
  )
}

function Copying({ progress }: { progress: UploadProgress }) {
  const cancel = useCommand('file.cancel')
  const { files, totalFiles, bytes, totalBytes } = progress
  return (
    <section className={styles.bar} aria-label="Import" data-state="running">
      <Meter fraction={totalBytes > 0 ? bytes / totalBytes : null} />
      <p className={styles.text}>
        <strong>Copying</strong>
        <span className={styles.figures}>
          {formatBytes(bytes)} of {formatBytes(totalBytes)} · {formatCount(files)} of {countOf(totalFiles, 'file')}
        </span>
      </p>
      <Button onClick={cancel.run}>{cancel.label}</Button>
    </section>
  )
}

function Meter({ fraction }: { fraction: number | null }) {
  return (
    <span
      role="progressbar"
      aria-label="Import progress"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={fraction === null ? undefined : Math.round(fraction * 100)}
      className={styles.meter}
    >
      <span className={styles.fill} style={{ width: `${(fraction ?? 0) * 100}%` }} />
    </span>
  )
}
