/** What was opened last, to open it again; nothing where the host cannot. */
import { useCommand } from '../commands/useCommand.ts'
import { baseName, formatDateShort } from '../lib/format.ts'
import { clearRecent, openRecent } from '../session/recent.ts'
import { useRecent } from '../state/stores.ts'
import { Button } from '../ui/Button.tsx'
import styles from './FirstRun.module.css'

export function RecentFiles() {
  const files = useRecent((state) => state.files)
  const { enabled } = useCommand('file.open')
  if (files.length === 0) return null
  return (
    <section aria-label="Opened lately">
      <header className={styles.recentHead}>
        <h2>Opened lately</h2>
        <Button look="quiet" onClick={() => void clearRecent()}>
          Clear list
        </Button>
      </header>
      <ul>
        {files.map((file) => (
          <li key={file.path}>
            <button
              type="button"
              className={styles.recent}
              disabled={!enabled}
              title={file.path}
              onClick={() => void openRecent(file)}
            >
              <bdi className={styles.link}>{baseName(file.path)}</bdi>
              <bdi className={styles.recentPath}>{file.path}</bdi>
              <span className={styles.soft}>{formatDateShort(file.openedAt)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
