/** Files that come from outside the window: command line, second start, the system's "open with". */
import { resolve } from 'node:path'
import { type App, dialog } from 'electron'
import { z } from 'zod'
import { type HostParts, openFromOutside } from '../host/router.ts'
import { local } from './platform.ts'

/** What a second start hands over to the first. */
const handedOver = z.object({ paths: z.array(z.string()).max(10_000) })

/**
 * Paths on a command line, absolute. What begins with a dash is Chromium's or Electron's.
 * @param packaged false where the first of the others names the app's folder (`electron .`).
 */
export function pathsOf([, ...args]: readonly string[], folder: string, packaged: boolean): string[] {
  const own = args.filter((argument) => !argument.startsWith('-'))
  return own.slice(packaged ? 0 : 1).map((path) => resolve(folder, path))
}

export interface OpenedFiles {
  /** Opens what came so far, and from now on what comes. */
  begin: (parts: HostParts) => void
}

/**
 * Collects files from before the app is ready. @param first those of this start's own command line.
 * @param onSecondStart called when the app was started again: its window is wanted in front.
 */
export function collectOpenedFiles(app: App, first: readonly string[], onSecondStart: () => void): OpenedFiles {
  let waiting = [...first]
  let parts: HostParts | null = null

  function open(paths: readonly string[]): void {
    if (!parts) waiting.push(...paths)
    else if (paths.length > 0) openFromOutside(parts, paths.map(local)).catch(tell)
  }

  app.on('open-file', (event, path) => {
    event.preventDefault()
    open([path])
  })
  app.on('second-instance', (_event, _argv, _folder, data) => {
    onSecondStart()
    const { success, data: handed } = handedOver.safeParse(data)
    if (success) open(handed.paths)
  })

  return {
    begin(ready) {
      parts = ready
      const paths = waiting
      waiting = []
      open(paths)
    },
  }
}

export function tell(error: Error): void {
  void dialog.showMessageBox({ type: 'warning', title: 'Bounce Triage', message: error.message })
}
