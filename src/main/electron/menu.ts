/** The native menus: the window's own commands, from the definitions that the window reads too, and what every app has. */
import { ipcMain, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron'
import { z } from 'zod'
import { CHANNELS } from '../../shared/bridge.ts'
import { COMMAND_SPECS, type CommandGroup, type CommandSpec, MAX_COMMANDS } from '../../shared/commands.ts'
import { type HostParts, openFromOutside } from '../host/router.ts'
import { isOwnPage } from './ipc.ts'
import { tell } from './opened-files.ts'
import type { IsOwn } from './origin.ts'

/** What the window says of its commands. */
const states = z.object({
  enabled: z.array(z.string().max(64)).max(MAX_COMMANDS),
  checked: z.array(z.string().max(64)).max(MAX_COMMANDS),
})

export interface MenuOptions {
  parts: HostParts
  isOwn: IsOwn
  /** The window's page; null while there is none. */
  contents: () => WebContents | null
}

export function setMenu({ parts, isOwn, contents }: MenuOptions): void {
  const mac = process.platform === 'darwin'

  function run(id: string): void {
    const page = contents()
    if (page) page.send(CHANNELS.command, id)
    else if (id === 'file.open') pick(parts, 'files')
    else if (id === 'file.folder') pick(parts, 'folder')
  }

  const items = (group: CommandGroup): MenuItemConstructorOptions[] =>
    COMMAND_SPECS.filter((spec) => spec.group === group).flatMap((spec) => [
      ...(spec.apart ? [{ type: 'separator' } as const] : []),
      menuItem(spec, mac, run),
    ])

  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: [...items('File'), { type: 'separator' }, { role: mac ? 'close' : 'quit' }] },
    {
      label: '&Edit',
      submenu: [...items('Edit'), { type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }],
    },
    { label: 'Ve&rdict', submenu: items('Verdict') },
    {
      label: '&View',
      submenu: [
        ...items('View'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { label: '&Go', submenu: items('Go') },
    { role: 'windowMenu' },
    { role: 'help', label: '&Help', submenu: items('Help') },
  ]
  const menu = Menu.buildFromTemplate(template)
  Menu.setApplicationMenu(menu)

  ipcMain.on(CHANNELS.commands, (event, input: unknown) => {
    if (!isOwnPage(event, isOwn)) return
    const { success, data } = states.safeParse(input)
    if (!success) return
    const [enabled, checked] = [new Set(data.enabled), new Set(data.checked)]
    for (const { id, toggles } of COMMAND_SPECS) {
      const item = menu.getMenuItemById(id)
      if (!item) continue
      item.enabled = enabled.has(id)
      if (toggles) item.checked = checked.has(id)
    }
  })
}

function menuItem({ id, label, key, toggles }: CommandSpec, mac: boolean, run: (id: string) => void) {
  return {
    id,
    label,
    type: toggles ? ('checkbox' as const) : ('normal' as const),
    accelerator: accelerator(key, mac),
    // The page hears the key itself, and knows whether it belongs to a text field; the menu only shows it.
    registerAccelerator: false,
    click: () => run(id),
  }
}

/**
 * The key as Electron writes it. A Mac gives the menu every key that it names: there only combinations with ⌘ are named,
 * which no text field takes for a letter.
 */
function accelerator(key: string | undefined, mac: boolean): string | undefined {
  if (key === undefined || key === '?' || (mac && !key.startsWith('Mod+'))) return undefined
  return key.replace('Mod', 'CmdOrCtrl')
}

function pick(parts: HostParts, what: 'files' | 'folder'): void {
  const open = async (): Promise<void> => {
    const files = await parts.platform.pick(what)
    if (files.length > 0) await openFromOutside(parts, files)
  }
  open().catch(tell)
}
