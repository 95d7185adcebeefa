/** The dialog that is open, if any; each is loaded when it is first asked for. */
import { type ComponentType, lazy, Suspense } from 'react'
import { useUi } from '../state/stores.ts'
import type { DialogName } from '../state/ui.ts'

const DIALOGS: Record<DialogName, ComponentType> = {
  export: lazy(() => import('../export/ExportDialog.tsx')),
  workspace: lazy(() => import('../workspace/WorkspaceDialog.tsx')),
  erase: lazy(() => import('../workspace/EraseDialog.tsx')),
  unread: lazy(() => import('../workspace/UnreadDialog.tsx')),
  explain: lazy(() => import('../explain/ExplainDialog.tsx')),
  report: lazy(() => import('../report/ReportDialog.tsx')),
  shortcuts: lazy(() => import('../commands/ShortcutsDialog.tsx')),
  palette: lazy(() => import('../commands/Palette.tsx')),
}

export function Dialogs() {
  const name = useUi((state) => state.dialog)
  if (name === null) return null
  const Open = DIALOGS[name]
  return (
    <Suspense>
      <Open />
    </Suspense>
  )
}

export function closeDialog(): void {
  useUi.setState({ dialog: null })
}
