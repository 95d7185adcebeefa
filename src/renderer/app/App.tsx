/** The window: the first page while there is nothing to show, else the panes; accounting and notices always. */
import { lazy, Suspense, useEffect, useState } from 'react'
import { useShortcuts } from '../commands/useCommand.ts'
import { DropTarget } from '../import/DropTarget.tsx'
import { FirstRun } from '../import/FirstRun.tsx'
import { useConnection, useImports } from '../state/stores.ts'
import styles from './App.module.css'
import { Dialogs } from './Dialogs.tsx'
import { Guarded } from './Failed.tsx'
import { Notices } from './Notices.tsx'
import { wantTable } from './panes.ts'
import { StatusBar } from './StatusBar.tsx'
import { StatusRegion } from './StatusRegion.tsx'

const Work = lazy(() => import('./Work.tsx').then((module) => ({ default: module.Work })))

export function App() {
  useShortcuts()
  useClosingGuard()
  return (
    <div className={styles.window}>
      <div className={styles.page}>
        <Guarded>
          <Page />
        </Guarded>
      </div>
      <StatusBar />
      <StatusRegion />
      <Notices />
      <DropTarget />
      <Dialogs />
    </div>
  )
}

/** How long the window stays blank before it shows that it waits, in ms: most answers come sooner. */
const PATIENCE_MS = 400

/** Neither page is shown before it is known which: one that flashes by is worse than a moment of nothing. */
function Page() {
  const known = useImports((state) => state.workspace !== null || state.running !== null)
  const fresh = useImports(
    ({ workspace, running, copying }) => workspace?.imports.length === 0 && running === null && copying === null,
  )
  const [patient, setPatient] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => (fresh ? wantTable : undefined), [fresh])
  if (!known && patient) return null
  if (fresh) return <FirstRun />
  return (
    <Suspense>
      <Work />
    </Suspense>
  )
}

/** A browser asks before it closes the page while an import runs; a window of our own is its host's to ask about. */
function useClosingGuard(): void {
  const inBrowser = useConnection((state) => state.host?.kind === 'web')
  const running = useImports((state) => state.running !== null || state.copying !== null)
  useEffect(() => {
    if (!running || !inBrowser) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [running, inBrowser])
}
