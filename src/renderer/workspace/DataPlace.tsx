/** Where the data lies and how to be rid of it. */
import { formatBytes } from '../lib/format.ts'
import { api } from '../session/host.ts'
import { notifyError } from '../session/notices.ts'
import { useConnection, useImports, useUi } from '../state/stores.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Workspace.module.css'

export function DataPlace() {
  const file = useImports((state) => state.workspace?.file ?? null)
  const bytes = useImports((state) => state.workspace?.fileBytes ?? null)
  const busy = useImports((state) => state.running !== null)
  const showsFiles = useConnection((state) => state.host?.showsFiles ?? false)
  return (
    <>
      {file === null ? (
        <p>This workspace is held in memory. It is gone when the program ends.</p>
      ) : (
        <>
          <p>
            Everything is kept in one file on this computer and nowhere else
            {bytes !== null && <span className={styles.aside}> ({formatBytes(bytes)})</span>}:
          </p>
          <div className={styles.place}>
            <p className={styles.path}>
              <bdi>{file}</bdi>
            </p>
            {showsFiles && <Button onClick={() => void showFile()}>Show in folder</Button>}
          </div>
        </>
      )}
      <p className={styles.soft}>
        It holds what was read from your messages, a copy of messages whose files may go away, your own verdicts, the
        policy and the never-remove list. Your mailboxes themselves are never changed.
      </p>
      <h3>Delete it</h3>
      <p className={styles.soft}>
        Erase everything deletes that file and begins an empty one.
        {file !== null && ' Without the program: quit it, then delete the file.'} Lists that you have exported lie where
        you saved them.
      </p>
      <Button disabled={busy} onClick={() => useUi.setState({ dialog: 'erase' })}>
        Erase everything…
      </Button>
      {busy && <p className={styles.soft}>An import is being read: wait for its end, or cancel it.</p>}
    </>
  )
}

async function showFile(): Promise<void> {
  try {
    await api().showSaved({ what: 'workspace' })
  } catch (error) {
    notifyError(error)
  }
}
