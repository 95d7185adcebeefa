/** Everything that could not be read: file, place and reason. */

import { closeDialog } from '../app/Dialogs.tsx'
import { countOf } from '../lib/format.ts'
import { totalAccounting } from '../state/imports.ts'
import { useImports } from '../state/stores.ts'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './Workspace.module.css'

/** Listed at most: a folder of pictures must not fill the window with ten thousand lines. */
const LISTED = 500

export default function UnreadDialog() {
  const imports = useImports((state) => state.workspace?.imports) ?? []
  const { unread } = totalAccounting(imports)
  return (
    <Dialog
      open
      onClose={closeDialog}
      title="What could not be read"
      description={`${countOf(unread.length, 'place')}. Everything else was read and counted.`}
    >
      <ul className={styles.list}>
        {unread.slice(0, LISTED).map(({ file, place, why }) => (
          <li key={`${file} ${place} ${why}`} className={styles.unread}>
            <p>{why}</p>
            <p className={styles.soft}>
              <bdi>{file}</bdi>, {place}
            </p>
          </li>
        ))}
        {unread.length > LISTED && (
          <li className={styles.soft}>… and {countOf(unread.length - LISTED, 'more', 'more')}</li>
        )}
      </ul>
    </Dialog>
  )
}
