/** Where the data lies and how to be rid of it. */
import { useImports, useUi } from '../state/stores.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Workspace.module.css'

export function DataPlace() {
  const file = useImports((state) => state.workspace?.file ?? null)
  return (
    <>
      {file === null ? (
        <p>This workspace is held in memory. It is gone when the program ends.</p>
      ) : (
        <>
          <p>Everything is kept in one file on this computer and nowhere else:</p>
          <p className={styles.path}>
            <bdi>{file}</bdi>
          </p>
        </>
      )}
      <p className={styles.soft}>
        It holds what was read from your messages, a copy of messages whose files may go away, your own verdicts, the
        policy and the never-remove list. Your mailboxes themselves are never changed.
      </p>
      <Button onClick={() => useUi.setState({ dialog: 'erase' })}>Erase everything…</Button>
    </>
  )
}
