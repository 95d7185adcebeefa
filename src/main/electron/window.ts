/** The one window. */
import { BrowserWindow, nativeTheme } from 'electron'
import { keepWindowState, loadWindowState } from './window-state.ts'

/** Shown until the page has painted, so that a dark desktop sees no white flash. */
const BACKGROUND = { light: '#ffffff', dark: '#1b1c1e' }
/** Most times a page that crashed is loaded again: one that crashes at every start must not flicker for ever. */
const MAX_RELOADS = 3
const MIN_SIZE = { minWidth: 720, minHeight: 480 }

export interface WindowOptions {
  page: string
  preload: string
  /** Where size and place are kept. */
  stateFile: string
  /** After the first paint: what can wait starts now. */
  onShown: () => void
}

export function createWindow({ page, preload, stateFile, onShown }: WindowOptions): BrowserWindow {
  const { bounds, maximized } = loadWindowState(stateFile)
  const window = new BrowserWindow({
    ...bounds,
    ...MIN_SIZE,
    show: false,
    title: 'Bounce Triage',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      // Chromium would fetch dictionaries.
      spellcheck: false,
    },
  })
  keepWindowState(window, stateFile)
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
    onShown()
  })
  reloadAfterCrash(window)
  void window.loadURL(page)
  return window
}

/** A crash of the page loses nothing: all it showed lies in the workspace. */
function reloadAfterCrash({ webContents }: BrowserWindow): void {
  let left = MAX_RELOADS
  webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || left === 0) return
    left -= 1
    webContents.reload()
  })
}
