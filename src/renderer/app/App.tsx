/** The window: tools on top, three panes, accounting below; or the first page while there is nothing to show. */
import { useEffect } from 'react'
import { Palette } from '../commands/Palette.tsx'
import { ShortcutsDialog } from '../commands/ShortcutsDialog.tsx'
import { useShortcuts } from '../commands/useCommand.ts'
import { RecordPane } from '../detail/RecordPane.tsx'
import { ExportDialog } from '../export/ExportDialog.tsx'
import { FilterPane } from '../filters/FilterPane.tsx'
import { DropTarget } from '../import/DropTarget.tsx'
import { FirstRun } from '../import/FirstRun.tsx'
import { ImportBar } from '../import/ImportBar.tsx'
import { useImports, useRecord, useUi } from '../state/stores.ts'
import { TablePane } from '../table/TablePane.tsx'
import { EraseDialog } from '../workspace/EraseDialog.tsx'
import { UnreadDialog } from '../workspace/UnreadDialog.tsx'
import { WorkspaceDialog } from '../workspace/WorkspaceDialog.tsx'
import styles from './App.module.css'
import { Notices } from './Notices.tsx'
import { StatusBar } from './StatusBar.tsx'
import { StatusRegion } from './StatusRegion.tsx'
import { Strip } from './Strip.tsx'
import { Toolbar } from './Toolbar.tsx'

export function App() {
  useShortcuts()
  useClosingGuard()
  const fresh = useImports((state) => state.workspace?.imports.length === 0 && state.running === null)
  return (
    <div className={styles.window}>
      <div className={styles.top}>
        {!fresh && <Toolbar />}
        <ImportBar />
      </div>
      {fresh ? <FirstRun /> : <Panes />}
      <StatusBar />
      <StatusRegion />
      <Notices />
      <DropTarget />
      <ExportDialog />
      <WorkspaceDialog />
      <EraseDialog />
      <UnreadDialog />
      <ShortcutsDialog />
      <Palette />
    </div>
  )
}

function Panes() {
  const filters = useUi((state) => state.filters)
  const record = useUi((state) => state.record)
  const open = useRecord((state) => state.id !== null)
  const barren = useImports(({ workspace, running }) => workspace?.records === 0 && running === null)
  if (barren) {
    return (
      <div className={styles.work}>
        <TablePane />
      </div>
    )
  }
  return (
    <div className={styles.work}>
      <Strip />
      <div className={styles.panes} data-filters={filters} data-record={record} data-open={open}>
        {filters && <FilterPane />}
        <TablePane />
        {record && <RecordPane />}
      </div>
    </div>
  )
}

/** Closing the window while an import runs is asked about by the browser, and by the host for its own window. */
function useClosingGuard(): void {
  const running = useImports((state) => state.running !== null || state.copying !== null)
  useEffect(() => {
    if (!running) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [running])
}
