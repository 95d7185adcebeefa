/** The native menu: opening, and what every app has. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type HostParts, openFromOutside } from '../host/router.ts'
import { tell } from './opened-files.ts'

export function setMenu(parts: HostParts): void {
  const pick = (what: 'files' | 'folder'): void => {
    const open = async (): Promise<void> => {
      const files = await parts.platform.pick(what)
      if (files.length > 0) await openFromOutside(parts, files)
    }
    open().catch(tell)
  }
  const mac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        { label: 'Open…', accelerator: 'CmdOrCtrl+O', click: () => pick('files') },
        { label: 'Open folder…', accelerator: 'CmdOrCtrl+Shift+O', click: () => pick('folder') },
        { type: 'separator' },
        { role: mac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
