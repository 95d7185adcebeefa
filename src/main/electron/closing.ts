/** A window that is closed in the middle of an import asks first. */
import { type BrowserWindow, dialog } from 'electron'

const BUTTONS = ['Keep reading', 'Stop reading and close']
const KEEP = 0

/**
 * Keeps the window open where an import runs and the person wants it to go on. Waits for the answer: a window that
 * closes and asks at the same time cannot be kept. Quitting the app closes its windows, and so is asked about too.
 */
export function askBeforeClosing(window: BrowserWindow, importRuns: () => boolean, stop: () => void): void {
  window.on('close', (event) => {
    if (!importRuns()) return
    const answer = dialog.showMessageBoxSync(window, {
      type: 'question',
      title: 'Bounce Triage',
      message: 'A mailbox is still being read.',
      detail: 'If you close now, what was read until now is kept. Open the mailbox again to read the rest.',
      buttons: BUTTONS,
      defaultId: KEEP,
      cancelId: KEEP,
      noLink: true,
    })
    if (answer === KEEP) event.preventDefault()
    else stop()
  })
}
