import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ExportRequest, triageContract } from '../../shared/api.ts'
import { CHANNELS } from '../../shared/bridge.ts'
import { type RunningApp, startApp } from './app.ts'
import { HOME, ownAddresses } from './origin.ts'
import { hardenApp } from './security.ts'
import * as fake from './testing/fake-electron.ts'

vi.mock('electron', () => import('./testing/fake-electron.ts'))

const isOwn = ownAddresses(HOME)
let root: string
let running: RunningApp
let window: InstanceType<typeof fake.BrowserWindow>

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'electron-'))
  mkdirSync(join(root, 'out/renderer'), { recursive: true })
  writeFileSync(join(root, 'package.json'), '{"version":"1.2.3"}')
  writeFileSync(join(root, 'out/renderer/index.html'), '<!doctype html>')
  hardenApp(fake.app as unknown as Electron.App, isOwn)
  running = startApp({ root, workspace: join(root, 'workspace'), dataFolder: root, page: HOME, isOwn })
  running.showWindow()
  window = fake.BrowserWindow.all[0] as typeof window
})

afterAll(async () => {
  await running.close()
  rmSync(root, { recursive: true, force: true })
})

/** What a listener of the window's contents does with an event: whether it forbids it. */
function isForbidden(name: string, details: Record<string, unknown> = {}): boolean {
  const event = { preventDefault: vi.fn(), ...details }
  window.webContents.emit(name, event)
  return event.preventDefault.mock.calls.length > 0
}

/** The event of a message from a frame of the window; by default its own page. */
function from(url: string = HOME, top = true) {
  const frame = { url, postMessage: vi.fn() }
  return { sender: { mainFrame: top ? frame : {} }, senderFrame: frame }
}

function connect(): { api: ContractRouterClient<typeof triageContract>; port: MessagePort } {
  const event = from()
  fake.ipcMain.emit(CHANNELS.connect, event)
  const [channel, , [port]] = event.senderFrame.postMessage.mock.calls[0] as [string, null, [MessagePort]]
  expect(channel).toBe(CHANNELS.port)
  return { api: createORPCClient(new RPCLink({ port: port as unknown as globalThis.MessagePort })), port }
}

describe('the window', () => {
  it('is sandboxed, isolated and without Node, and looks up no spelling', () => {
    expect(window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      preload: join(root, 'out/preload/index.cjs'),
    })
    expect(fake.app.sandboxed).toBe(true)
    expect(fake.defaultSession.spellChecked).toBe(false)
  })

  it('stays on its own page', () => {
    expect(isForbidden('will-navigate', { url: 'https://attacker.example/' })).toBe(true)
    expect(isForbidden('will-navigate', { url: 'file:///home/ada/inbox' })).toBe(true)
    expect(isForbidden('will-navigate', { url: 'app://other/index.html' })).toBe(true)
    expect(isForbidden('will-navigate', { url: `${HOME}?cause=mailbox-full` })).toBe(false)
    expect(isForbidden('will-frame-navigate', { isMainFrame: false, url: HOME })).toBe(true)
    expect(isForbidden('will-redirect', { url: 'https://attacker.example/' })).toBe(true)
  })

  it('opens no other window and no webview', () => {
    expect(window.webContents.play('windowOpen')).toEqual({ action: 'deny' })
    expect(isForbidden('will-attach-webview')).toBe(true)
  })

  it('gets no permission but to write to the clipboard, and that on its own page', () => {
    const decide = vi.fn()
    const check = (name: string, origin = 'app://bounce-triage') =>
      fake.defaultSession.play('permissionCheck', null, name, origin)
    for (const name of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem']) {
      fake.defaultSession.play('permissionRequest', null, name, decide, { requestingUrl: HOME })
      expect(check(name)).toBe(false)
    }
    expect(decide.mock.calls).toEqual(Array(6).fill([false]))
    expect(check('clipboard-sanitized-write')).toBe(true)
    expect(check('clipboard-sanitized-write', 'https://attacker.example')).toBe(false)
    expect(fake.defaultSession.play('device')).toBe(false)
  })

  it('reaches nothing on the network', () => {
    const cancelled = (url: string): boolean => {
      const decide = vi.fn()
      fake.defaultSession.play('request', { url }, decide)
      return decide.mock.calls[0]?.[0].cancel
    }
    const foreign = [
      'https://example.com/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'ws://example.com',
      'app://x/',
      'devtools://x',
    ]
    expect(foreign.filter((url) => !cancelled(url))).toEqual([])
    expect(cancelled('app://bounce-triage/assets/app.js')).toBe(false)
  })

  it('is loaded again when its page crashed, but not for ever', () => {
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(window.webContents.reloads).toBe(0)
    for (let crash = 0; crash < 10; crash++) window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    expect(window.webContents.reloads).toBe(3)
  })

  it('keeps its size and place, unless no screen shows them any more', () => {
    window.emit('close')
    expect(JSON.parse(readFileSync(join(root, 'window.json'), 'utf8'))).toMatchObject({
      x: 10,
      width: 900,
      maximized: true,
    })
    const reopen = () => {
      window.emit('closed')
      running.showWindow()
      window = fake.BrowserWindow.all.at(-1) as typeof window
      return window.options
    }
    expect(reopen()).toMatchObject({ x: 10, y: 20, width: 900, height: 700 })
    writeFileSync(join(root, 'window.json'), '{"x":9000,"y":0,"width":900,"height":700,"maximized":false}')
    expect(reopen()).toMatchObject({ width: 900, height: 700 })
    expect(window.options.x).toBeUndefined()
    writeFileSync(join(root, 'window.json'), 'damaged')
    expect(reopen()).toMatchObject({ width: 1280 })
  })
})

describe('the window’s own files', () => {
  const ask = (url: string, method = 'GET'): Response => fake.defaultSession.play('protocol', { url, method })

  it('are served with the strict policy', () => {
    const answer = ask(`${HOME}?sort=date#top`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
  })

  it.each(['/../package.json', '/%2e%2e/package.json', '/..%2f..%2fpackage.json', '//etc/passwd', '/'])(
    'and no others: %s',
    (path) => {
      expect(ask(`app://bounce-triage${path}`).status).toBe(404)
    },
  )

  it('and not otherwise than by GET', () => {
    expect(ask(HOME, 'POST').status).toBe(405)
  })
})

describe('calls of the window', () => {
  it('reach the engine through a port, and its events come back', async () => {
    const { api, port } = connect()
    expect(await api.host()).toMatchObject({ kind: 'electron', picker: true, version: '1.2.3' })
    const events = await api.events()
    const { importId } = await running.supervisor.client.openPaths({
      paths: [{ path: '/m', label: 'm', spooled: false }],
    })
    const { value } = await events.next()
    expect(value).toMatchObject({ type: 'progress', progress: { importId } })
    await api.cancel({ importId })
    expect(fake.engines[0]).toMatchObject({
      script: join(root, 'out/main/engine.js'),
      args: ['--workspace', join(root, 'workspace')],
    })
    port.close()
  })

  it('come from its own page only', () => {
    for (const event of [from('https://attacker.example/'), from(HOME, false), { sender: {}, senderFrame: null }]) {
      fake.ipcMain.emit(CHANNELS.connect, event)
      if (event.senderFrame) expect(event.senderFrame.postMessage).not.toHaveBeenCalled()
    }
  })

  it('end with ENGINE_LOST when the engine is killed, and the next one is answered', async () => {
    const { api, port } = connect()
    const filter = { include: {}, exclude: {}, text: '', from: null, to: null, address: null }
    const page = api.page({ filter, sort: [], section: 'hard', offset: 0, limit: 1 }).catch((error: unknown) => error)
    await api.workspace()
    fake.engines.at(-1)?.kill()
    expect(await page).toMatchObject({ code: 'ENGINE_LOST', defined: true })
    expect(await api.workspace()).toMatchObject({ records: 1 })
    port.close()
  })
})

describe('files', () => {
  const grant = (input: unknown, event: unknown = from()) => fake.ipcMain.handlers.get(CHANNELS.grant)?.(event, input)

  it('that were dropped get tokens, the only names by which a window can open them', async () => {
    const file = join(root, 'package.json')
    const [token = ''] = (await grant([file, join(root, 'missing'), 'relative'])) as string[]
    expect(await grant([join(root, 'missing'), 'relative'])).toEqual([])
    const { api, port } = connect()
    await expect(api.open({ grants: ['0'.repeat(32)] })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    const { importId } = await api.open({ grants: [token] })
    expect((await api.workspace()).imports.at(-1)?.paths).toEqual([file])
    await api.cancel({ importId })
    port.close()
  })

  it('are granted to the window’s own page only', async () => {
    await expect(grant([root], from('https://attacker.example/'))).rejects.toThrow()
    await expect(grant([root], from(HOME, false))).rejects.toThrow()
    await expect(grant('not a list')).rejects.toThrow()
  })

  it('can be picked in the system’s dialog', async () => {
    const { api, port } = connect()
    expect(await api.pick({ what: 'folder' })).toEqual({ grants: [] })
    fake.dialog.showOpenDialog.mockResolvedValueOnce({ filePaths: ['/mail/one', '/mail/two'] })
    const { grants } = await api.pick({ what: 'files' })
    const { importId } = await api.open({ grants })
    expect((await api.workspace()).imports.at(-1)?.paths).toEqual(['/mail/one', '/mail/two'])
    await api.cancel({ importId })
    port.close()
  })
})

describe('what was opened last', () => {
  it('is listed, can be opened again by its new token, and can be forgotten', async () => {
    const { api, port } = connect()
    await api.clearRecent()
    const file = join(root, 'package.json')
    fake.dialog.showOpenDialog.mockResolvedValueOnce({ filePaths: [file, '/mail/gone'] })
    const first = await api.open(await api.pick({ what: 'files' }))
    await api.cancel(first)
    const [recent, ...others] = await api.recent()
    expect(recent).toMatchObject({ path: file })
    expect(others).toEqual([])
    const again = await api.open({ grants: [recent?.grant ?? ''] })
    expect((await api.workspace()).imports.at(-1)?.paths).toEqual([file])
    await api.cancel(again)
    expect(await api.clearRecent()).toEqual([])
    expect(await api.recent()).toEqual([])
    port.close()
  })
})

describe('closing the window while a mailbox is read', () => {
  const close = (): boolean => {
    const event = { preventDefault: vi.fn() }
    window.emit('close', event)
    return event.preventDefault.mock.calls.length === 0
  }

  it('asks, goes on where that is wanted, and else stops reading', async () => {
    const { api, port } = connect()
    expect(close()).toBe(true)
    expect(fake.dialog.showMessageBoxSync).not.toHaveBeenCalled()
    fake.dialog.showOpenDialog.mockResolvedValueOnce({ filePaths: [join(root, 'package.json')] })
    const { importId } = await api.open(await api.pick({ what: 'files' }))
    await vi.waitFor(() => expect(close()).toBe(false))
    const state = async () => (await api.workspace()).imports.find(({ id }) => id === importId)?.state
    expect(await state()).toBe('running')
    fake.dialog.showMessageBoxSync.mockReturnValueOnce(1)
    expect(close()).toBe(true)
    await vi.waitFor(async () => expect(await state()).toBe('cancelled'))
    await vi.waitFor(() => expect(close()).toBe(true))
    port.close()
  })
})

const REQUEST = {
  ...{ format: 'plain', list: 'remove', verdicts: ['remove'] },
  ...{ filter: null, selection: null, lineEnd: 'lf' },
} satisfies ExportRequest

describe('an export', () => {
  let api: ContractRouterClient<typeof triageContract>
  let port: MessagePort
  beforeEach(() => {
    port?.close()
    ;({ api, port } = connect())
  })
  afterAll(() => port.close())

  it('is written where the person says', async () => {
    const filePath = join(root, 'list.csv')
    fake.dialog.showSaveDialog.mockResolvedValueOnce({ filePath })
    const answer = await api.exportSave(REQUEST)
    expect(answer).toMatchObject({ saved: { files: [filePath] }, download: null })
    expect(readFileSync(filePath, 'utf8')).toBe('ada@example.com\n')
  })

  it('is shown in its folder, and nothing but what was saved here', async () => {
    const filePath = join(root, 'shown.csv')
    fake.dialog.showSaveDialog.mockResolvedValueOnce({ filePath })
    const { shown } = await api.exportSave(REQUEST)
    expect(await api.showSaved({ what: shown ?? '' })).toEqual({ shown: true })
    expect(fake.shell.showItemInFolder.mock.calls).toEqual([[filePath]])
    await expect(api.showSaved({ what: '0'.repeat(32) })).rejects.toMatchObject({ code: 'NOT_SHOWN' })
    rmSync(filePath)
    await expect(api.showSaved({ what: shown ?? '' })).rejects.toMatchObject({ code: 'NOT_SHOWN' })
    expect(fake.shell.showItemInFolder).toHaveBeenCalledTimes(1)
  })

  it('is not written when the person cancels', async () => {
    const answer = await api.exportSave(REQUEST)
    expect(answer).toEqual({ saved: null, download: null, shown: null })
  })

  it('says so where it cannot be written', async () => {
    fake.dialog.showSaveDialog.mockResolvedValueOnce({ filePath: join(root, 'missing', 'list.csv') })
    const saving = api.exportSave(REQUEST)
    await expect(saving).rejects.toMatchObject({ code: 'WRITE_FAILED', message: expect.stringContaining('ENOENT') })
  })
})
