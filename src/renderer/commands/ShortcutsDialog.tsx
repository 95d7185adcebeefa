/** Every command that has a key, by group. */

import { closeDialog } from '../app/Dialogs.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './Commands.module.css'
import { COMMANDS } from './commands.ts'
import { showKey } from './keys.ts'
import { onMac } from './useCommand.ts'

/** Keys of the table, which follow the WAI-ARIA grid pattern and belong to no command. */
const GRID_KEYS: [string, string][] = [
  ['↑ ↓ ← →', 'Move through the table'],
  ['Page Up, Page Down', 'Move by a screen'],
  ['Home, End', 'First, last column'],
  ['Mod+Home, Mod+End', 'First, last row of all'],
  ['Space', 'Select the row'],
  ['Shift+Space, Shift+↑ ↓', 'Select up to here'],
  ['↓', 'In the search: to the table'],
  ['-', 'On a filter value: leave it out'],
  ['Enter', 'Open the record; on a heading, sort'],
  ['Alt+← →', 'On a heading: narrower, wider'],
  ['Shift+Alt+← →', 'On a heading: move the column'],
]

export default function ShortcutsDialog() {
  const mac = onMac()
  const groups = Map.groupBy(
    COMMANDS.filter((command) => command.key !== undefined),
    (command) => command.group,
  )
  return (
    <Dialog open onClose={closeDialog} title="Keyboard shortcuts" size="large">
      <div className={styles.groups}>
        {[...groups].map(([group, commands]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl className={styles.keys}>
              {commands.map(({ id, label, key }) => (
                <Key key={id} keys={showKey(key ?? '', mac)} label={label.replace(/…$/, '')} />
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>Table</h3>
          <dl className={styles.keys}>
            {GRID_KEYS.map(([keys, label]) => (
              <Key key={keys} keys={keys.replaceAll('Mod', mac ? '⌘' : 'Ctrl')} label={label} />
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}

function Key({ keys, label }: { keys: string; label: string }) {
  return (
    <div className={styles.key}>
      <dt>{label}</dt>
      <dd>
        <kbd>{keys}</kbd>
      </dd>
    </div>
  )
}
