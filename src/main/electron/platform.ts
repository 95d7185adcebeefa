/** Dialogs of the system, for picking and saving. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BaseWindow, dialog, shell } from 'electron'
import type { Granted } from '../host/grants.ts'
import type { Platform } from '../host/platform.ts'
import type { RecentFiles } from '../host/recent.ts'

interface PlatformOptions {
  /** The window that dialogs belong to; null while none is open. */
  window: () => BaseWindow | null
  version: string
  sample: Granted | null
  recent: RecentFiles
}

export function electronPlatform({ window, version, sample, recent }: PlatformOptions): Platform {
  return {
    info: {
      kind: 'electron',
      picker: true,
      showsFiles: true,
      version,
      platform: process.platform,
      sample: sample !== null,
    },
    async pick(what) {
      const open = what === 'files' ? 'openFile' : 'openDirectory'
      const options: Electron.OpenDialogOptions = { properties: [open, 'multiSelections', 'showHiddenFiles'] }
      const owner = window()
      const { filePaths } = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options))
      return filePaths.map(local)
    },
    async exportTarget(fileName) {
      const options: Electron.SaveDialogOptions = { defaultPath: join(app.getPath('downloads'), fileName) }
      const owner = window()
      const { filePath } = await (owner ? dialog.showSaveDialog(owner, options) : dialog.showSaveDialog(options))
      if (!filePath) return null
      return {
        path: filePath,
        keepOthers: true,
        written: ({ files }) => ({ files, download: null }),
        failed: () => {},
      }
    },
    show(path) {
      if (!existsSync(path)) return false
      shell.showItemInFolder(path)
      return true
    },
    sample,
    recent,
    opened(_, files) {
      const own = files.filter(({ path, spooled }) => !spooled && path !== sample?.path)
      if (own.length > 0) recent.add(own.map(({ path }) => path))
    },
  }
}

/** A file or folder where it lies; people know it by its path. */
export function local(path: string): Granted {
  return { path, label: path, spooled: false }
}
