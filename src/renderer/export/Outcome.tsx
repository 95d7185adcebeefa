/** What became of the export: where it was saved, or why not. */
import type { ExportResult, ExportSaved } from '../../shared/api.ts'
import { countOf, formatCount } from '../lib/format.ts'
import { api } from '../session/host.ts'
import { notifyError } from '../session/notices.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Export.module.css'

export interface Ended extends Omit<ExportSaved, 'saved'> {
  saved: ExportResult
}

export function Outcome({ ended, problem }: { ended: Ended | null; problem: string | null }) {
  const shown = problem === null ? (ended?.shown ?? null) : null
  return (
    <div className={styles.outcome}>
      <p role="status">
        {problem !== null && <span className={styles.problem}>{problem}</span>}
        {problem === null && ended !== null && <Saved ended={ended} />}
      </p>
      {shown !== null && <Button onClick={() => void showInFolder(shown)}>Show in folder</Button>}
    </div>
  )
}

function Saved({ ended: { saved, download } }: { ended: Ended }) {
  const { addresses, files, rejectedTotal } = saved
  return (
    <>
      {countOf(addresses, 'address', 'addresses')} saved {download === null ? 'to' : 'among your downloads:'}{' '}
      <bdi className={styles.savedFile}>{files[0]}</bdi>
      {files.length > 1 && ` and ${formatCount(files.length - 1)} more`}
      {rejectedTotal > 0 && `, ${formatCount(rejectedTotal)} left out`}
    </>
  )
}

async function showInFolder(what: string): Promise<void> {
  try {
    await api().showSaved({ what })
  } catch (error) {
    notifyError(error)
  }
}
