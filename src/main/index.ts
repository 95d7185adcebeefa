/** Entry of the desktop app: its life cycle. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { type RunningApp, startApp } from './electron/app.ts'
import { collectOpenedFiles, pathsOf } from './electron/opened-files.ts'
import { HOME, ownAddresses } from './electron/origin.ts'
import { registerScheme } from './electron/protocol.ts'
import { hardenApp } from './electron/security.ts'
import { findAppRoot } from './host/app-root.ts'
import { dataFolder, defaultWorkspace } from './host/data-folder.ts'

/** The development server's address, never heeded in a packaged app. */
const page = (!app.isPackaged && process.env.ELECTRON_RENDERER_URL) || HOME
const isOwn = ownAddresses(page)
const folder = dataFolder()
const paths = pathsOf(process.argv, process.cwd(), app.isPackaged)
let running: RunningApp | null = null

// What a broken window sends may fail in a listener; it must not end the app.
process.on('unhandledRejection', (error) => console.error('Bounce Triage failed:', error))

try {
  const workspace = defaultWorkspace(folder)
  // All that Chromium keeps lies beside the workspace, so that one folder holds everything.
  const chromium = join(folder, 'electron')
  mkdirSync(chromium, { recursive: true })
  app.setPath('userData', chromium)
  if (app.requestSingleInstanceLock({ paths })) run(workspace)
  // The running app has been given our files.
  else app.exit(0)
} catch (error) {
  cannotStart(error as Error)
}

function run(workspace: string): void {
  registerScheme()
  hardenApp(app, isOwn)
  const opened = collectOpenedFiles(app, paths, () => running?.showWindow())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    if (!running) return
    // The workspace is closed first.
    event.preventDefault()
    const { close } = running
    running = null
    close().finally(() => app.quit())
  })
  const start = (): void => {
    running = startApp({ root: findAppRoot(import.meta.dirname), workspace, dataFolder: folder, page, isOwn })
    running.showWindow()
    opened.begin(running)
  }
  app.whenReady().then(start).catch(cannotStart)
}

function cannotStart(error: Error): void {
  dialog.showErrorBox('Bounce Triage cannot start', error.message)
  app.exit(1)
}
