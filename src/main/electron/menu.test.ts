import { beforeAll, describe, expect, it, vi } from 'vitest'
import { CHANNELS } from '../../shared/bridge.ts'
import { COMMAND_SPECS } from '../../shared/commands.ts'
import type { HostParts } from '../host/router.ts'
import * as electron from './testing/fake-electron.ts'

vi.mock('electron', () => import('./testing/fake-electron.ts'))

const PAGE = 'app://bounce-triage/index.html'
const send = vi.fn()
let page: { send: typeof send } | null = { send }
const pick = vi.fn(async () => [])

function item(id: string): Electron.MenuItemConstructorOptions {
  const found = electron.Menu.current?.getMenuItemById(id)
  if (!found) throw new Error(`${id} is in no menu.`)
  return found
}

function say(states: unknown, url = PAGE): void {
  const frame = { url }
  electron.ipcMain.emit(CHANNELS.commands, { sender: { mainFrame: frame }, senderFrame: frame }, states)
}

beforeAll(async () => {
  const { setMenu } = await import('./menu.ts')
  setMenu({
    parts: { platform: { pick } } as unknown as HostParts,
    isOwn: (url) => url === PAGE,
    contents: () => page as unknown as Electron.WebContents | null,
  })
})

const click = (id: string) => (item(id).click as () => void)()

describe('the native menu', () => {
  it('holds every command of the window, with its name and its key', () => {
    for (const { id, label } of COMMAND_SPECS) expect(item(id).label).toBe(label)
    expect(item('file.export').accelerator).toBe('CmdOrCtrl+E')
    expect(item('file.export').registerAccelerator).toBe(false)
  })

  it('hands what is chosen to the window, which knows how to do it', () => {
    click('verdict.keep')
    expect(send).toHaveBeenLastCalledWith(CHANNELS.command, 'verdict.keep')
  })

  it('follows what the window says can be done, and nobody else', () => {
    say({ enabled: ['edit.undo', 'view.filters'], checked: ['view.filters'] })
    expect(item('edit.undo').enabled).toBe(true)
    expect(item('edit.redo').enabled).toBe(false)
    expect(item('view.filters').checked).toBe(true)
    say({ enabled: [], checked: [] }, 'https://example.com/')
    say('nonsense')
    expect(item('edit.undo').enabled).toBe(true)
  })

  it('opens files also where no window is open', () => {
    page = null
    click('file.open')
    expect(pick).toHaveBeenCalledWith('files')
  })
})
