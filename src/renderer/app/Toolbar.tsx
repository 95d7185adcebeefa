/** The tools: open, search, export, panes, and the menu with everything else. */
import type { CommandId } from '../../shared/commands.ts'
import { useCommand } from '../commands/useCommand.ts'
import { SearchBox } from '../filters/SearchBox.tsx'
import { baseName } from '../lib/format.ts'
import { clearRecent, openRecent } from '../session/recent.ts'
import { useImports, useRecent, useUi } from '../state/stores.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { ChevronDown, More, PaneLeft, PaneRight } from '../ui/icons.tsx'
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu.tsx'
import styles from './Toolbar.module.css'

export function Toolbar() {
  const open = useCommand('file.open')
  const exporting = useCommand('file.export')
  const filters = useCommand('view.filters')
  const record = useCommand('view.record')
  const showsFilters = useUi((state) => state.filters)
  const showsRecord = useUi((state) => state.record)
  const policy = useImports((state) => state.workspace?.policy)
  return (
    <header className={styles.bar}>
      <h1 className="heard">Bounce Triage</h1>
      <IconButton label={filters.label} title={hint(filters)} aria-pressed={showsFilters} onClick={filters.run}>
        <PaneLeft />
      </IconButton>
      <div className={styles.open}>
        <Button disabled={!open.enabled} title={hint(open)} onClick={open.run}>
          {open.label}
        </Button>
        <Menu
          trigger={
            <IconButton label="Other ways to open" className={styles.split}>
              <ChevronDown />
            </IconButton>
          }
        >
          <CommandItem id="file.folder" />
          <CommandItem id="file.sample" />
          <RecentItems />
        </Menu>
      </div>
      <SearchBox />
      <div className={styles.end}>
        {policy === 'strict' && <span className={styles.strict}>Policy: strict</span>}
        <Button look="primary" disabled={!exporting.enabled} title={hint(exporting)} onClick={exporting.run}>
          {exporting.label}
        </Button>
        <Menu
          align="end"
          trigger={
            <IconButton label="Main menu">
              <More />
            </IconButton>
          }
        >
          <CommandItem id="edit.undo" />
          <CommandItem id="edit.redo" />
          <MenuSeparator />
          <CommandItem id="file.report" />
          <CommandItem id="file.imports" />
          <CommandItem id="file.never" />
          <CommandItem id="file.policy" />
          <CommandItem id="file.erase" />
          <MenuSeparator />
          <CommandItem id="help.explain" />
          <CommandItem id="help.palette" />
          <CommandItem id="help.shortcuts" />
        </Menu>
        <IconButton label={record.label} title={hint(record)} aria-pressed={showsRecord} onClick={record.run}>
          <PaneRight />
        </IconButton>
      </div>
    </header>
  )
}

/** What was opened last, where the host can open it again. */
function RecentItems() {
  const files = useRecent((state) => state.files)
  const { enabled } = useCommand('file.open')
  if (files.length === 0) return null
  return (
    <>
      <MenuSeparator />
      {files.map((file) => (
        <MenuItem key={file.path} disabled={!enabled} onClick={() => void openRecent(file)}>
          <bdi title={file.path}>{baseName(file.path)}</bdi>
        </MenuItem>
      ))}
      <MenuItem onClick={() => void clearRecent()}>Clear this list</MenuItem>
    </>
  )
}

function hint({ label, shortcut }: { label: string; shortcut: string | null }): string {
  return shortcut === null ? label : `${label} (${shortcut})`
}

export function CommandItem({ id }: { id: CommandId }) {
  const { label, shortcut, enabled, run } = useCommand(id)
  return (
    <MenuItem onClick={run} shortcut={shortcut} disabled={!enabled}>
      {label}
    </MenuItem>
  )
}
