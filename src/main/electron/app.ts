/** Puts the Electron host together, once the app is ready. */
import { join } from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import { appVersion, sampleMailbox } from '../host/app-root.ts'
import { createGrants } from '../host/grants.ts'
import { createRecentFiles } from '../host/recent.ts'
import { createWindowRouter, type HostParts } from '../host/router.ts'
import { followImports } from '../host/running-import.ts'
import { createSupervisor } from '../host/supervisor.ts'
import { loadWindowFiles } from '../host/window-files.ts'
import { askBeforeClosing } from './closing.ts'
import { serveWindows } from './ipc.ts'
import { setMenu } from './menu.ts'
import type { IsOwn } from './origin.ts'
import { electronPlatform } from './platform.ts'
import { serveWindowFiles } from './protocol.ts'
import { hardenSession } from './security.ts'
import { spawnUtility } from './spawn-engine.ts'
import { createWindow } from './window.ts'

export interface AppOptions {
  /** The app's folder, with `out/` in it. */
  root: string
  workspace: string
  dataFolder: string
  /** Address of the page, and what belongs to it. */
  page: string
  isOwn: IsOwn
}

export interface RunningApp extends HostParts {
  /** Opens the window, or brings it to the front. */
  showWindow: () => void
  close: () => Promise<void>
}

export function startApp({ root, workspace, dataFolder, page, isOwn }: AppOptions): RunningApp {
  let window: BrowserWindow | null = null
  const supervisor = createSupervisor(() => spawnUtility(join(root, 'out/main/engine.js'), ['--workspace', workspace]))
  const grants = createGrants()
  const recent = createRecentFiles(join(dataFolder, 'recent.json'))
  const sample = sampleMailbox(root)
  const platform = electronPlatform({ window: () => window, version: appVersion(root), sample, recent })
  const parts: HostParts = { supervisor, grants, platform }
  const running = followImports(supervisor.hub)

  hardenSession(session.defaultSession, isOwn)
  serveWindowFiles(session.defaultSession, loadWindowFiles(join(root, 'out/renderer')))
  serveWindows(createWindowRouter(parts), parts, isOwn)
  setMenu({ parts, isOwn, contents: () => window?.webContents ?? null })

  function shown(): void {
    // Tells `npm start` that the window has come up.
    process.send?.('window-shown')
    // A failure is told by the calls that the window makes.
    supervisor.start().catch(() => {})
  }

  /** What was read stays; where the engine is gone there is nothing to stop. */
  function stopReading(): void {
    const importId = running()
    if (importId !== null) supervisor.client.cancel({ importId }).catch(() => {})
  }

  function showWindow(): void {
    if (window) {
      if (window.isMinimized()) window.restore()
      window.focus()
      return
    }
    const preload = join(root, 'out/preload/index.cjs')
    window = createWindow({ page, preload, stateFile: join(dataFolder, 'window.json'), onShown: shown })
    askBeforeClosing(window, () => running() !== null, stopReading)
    window.once('closed', () => {
      window = null
    })
  }

  app.on('activate', showWindow)
  return { ...parts, showWindow, close: supervisor.close }
}
