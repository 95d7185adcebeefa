import { EventEmitter } from 'node:events'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { BRIDGE, type Bridge, CHANNELS, PORT_MESSAGE } from '../shared/bridge.ts'

const electron = vi.hoisted(() => ({
  exposed: {} as Record<string, unknown>,
  send: vi.fn(),
  invoke: vi.fn(async () => ['token']),
  listeners: new Map<string, (event: unknown, value?: unknown) => void>(),
}))

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => (electron.exposed[name] = value) },
  ipcRenderer: {
    send: electron.send,
    invoke: electron.invoke,
    on: (name: string, listener: (event: unknown) => void) => electron.listeners.set(name, listener),
    removeAllListeners: (name: string) => electron.listeners.delete(name),
  },
  webUtils: { getPathForFile: (file: File) => (file.name === 'made by a script' ? '' : `/mail/${file.name}`) },
}))

let bridge: Bridge<File>

beforeAll(async () => {
  await import('./index.ts')
  bridge = electron.exposed[BRIDGE] as Bridge<File>
})

describe('the bridge', () => {
  it('holds nothing but the port, the grants and the native menu', () => {
    expect(Object.keys(electron.exposed)).toEqual([BRIDGE])
    expect(Object.keys(bridge).sort()).toEqual(['connect', 'grantFiles', 'onCommand', 'tellCommands'])
    expect(bridge).not.toBeInstanceOf(EventEmitter)
  })

  it('hands the port on to the page itself, and to no other', () => {
    const postMessage = vi.fn()
    vi.stubGlobal('window', { postMessage, location: { origin: 'app://bounce-triage' } })
    bridge.connect()
    expect(electron.send).toHaveBeenCalledWith(CHANNELS.connect)
    const port = {}
    electron.listeners.get(CHANNELS.port)?.({ ports: [port] })
    expect(postMessage).toHaveBeenCalledWith(PORT_MESSAGE, 'app://bounce-triage', [port])
  })

  it('hears what is chosen in the native menu, once each time', () => {
    const run = vi.fn()
    bridge.onCommand(() => {})
    bridge.onCommand(run)
    electron.listeners.get(CHANNELS.command)?.({ sender: 'a secret' }, 'file.open')
    expect(run.mock.calls).toEqual([['file.open']])
    bridge.tellCommands({ enabled: ['file.open'], checked: [] })
    expect(electron.send).toHaveBeenCalledWith(CHANNELS.commands, { enabled: ['file.open'], checked: [] })
  })

  it('asks for tokens by path, and for none where a script made the file', async () => {
    const files = [new File([], 'inbox'), new File([], 'made by a script')]
    expect(await bridge.grantFiles(files)).toEqual(['token'])
    expect(electron.invoke).toHaveBeenCalledWith(CHANNELS.grant, ['/mail/inbox'])
  })
})
