/** Puts the Electron host together, once the app is ready. */
import { join } from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import { appVersion, sampleMailbox } from '../host/app-root.ts'
import { createGrants } from '../host/grants.ts'
import { createWindowRouter, type HostParts } from '../host/router.ts'
import { createSupervisor } from '../host/supervisor.ts'
import { loadWindowFiles } from '../host/window-files.ts'
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
  const platform = electronPlatform({ window: () => window, version: appVersion(root), sample: sampleMailbox(root) })
  const parts: HostParts = { supervisor, grants, platform }

  hardenSession(session.defaultSession, isOwn)
  serveWindowFiles(session.defaultSession, loadWindowFiles(join(root, 'out/renderer')))
  serveWindows(createWindowRouter(parts), parts, isOwn)
  setMenu(parts)

  function shown(): void {
    // Tells `npm start` that the window has come up.
    process.send?.('window-shown')
    // A failure is told by the calls that the window makes.
    supervisor.start().catch(() => {})
  }

  function showWindow(): void {
    if (window) {
      if (window.isMinimized()) window.restore()
      window.focus()
      return
    }
    const preload = join(root, 'out/preload/index.cjs')
    window = createWindow({ page, preload, stateFile: join(dataFolder, 'window.json'), onShown: shown })
    window.once('closed', () => {
      window = null
    })
  }

  app.on('activate', showWindow)
  return { ...parts, showWindow, close: supervisor.close }
}
