import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Fake from './electron/testing/fake-electron.ts'

const openPaths = vi.fn(async () => ({ importId: 'import-1' }))
const showWindow = vi.fn()
const close = vi.fn(async () => {})
const startApp = vi.fn((_options: unknown) => ({
  supervisor: { client: { openPaths }, hub: { publish: () => {} } },
  platform: { opened: () => {} },
  showWindow,
  close,
}))

vi.mock('electron', () => import('./electron/testing/fake-electron.ts'))
vi.mock('./electron/app.ts', () => ({ startApp }))

let folder: string
let fake: typeof Fake
let argv: string[]

beforeEach(async () => {
  vi.resetModules()
  vi.clearAllMocks()
  folder = mkdtempSync(join(tmpdir(), 'entry-'))
  vi.stubEnv('BOUNCE_TRIAGE_DATA', join(folder, 'data'))
  fake = (await import('electron')) as unknown as typeof Fake
  // The module stands in for one process; each test is another start.
  fake.app.removeAllListeners()
  fake.app.lock = true
  argv = process.argv
  process.argv = ['/usr/bin/bounce-triage']
})

afterEach(() => {
  process.argv = argv
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

/** The paths that the engine was asked to open, import by import. */
function opened(): string[][] {
  const calls = openPaths.mock.calls as unknown as [{ paths: { path: string }[] }][]
  return calls.map(([{ paths }]) => paths.map(({ path }) => path))
}

describe('a start', () => {
  it('keeps everything in the data folder', async () => {
    await import('./index.ts')
    await vi.waitFor(() => expect(showWindow).toHaveBeenCalledOnce())
    expect(startApp).toHaveBeenCalledWith(
      expect.objectContaining({
        workspace: join(folder, 'data', 'workspace.duckdb'),
        page: 'app://bounce-triage/index.html',
      }),
    )
    expect(fake.app.paths.get('userData')).toBe(join(folder, 'data', 'electron'))
  })

  it('opens the files of its command line, and no switches', async () => {
    process.argv = ['/usr/bin/bounce-triage', '--no-sandbox', 'inbox', '/mail/sent']
    await import('./index.ts')
    await vi.waitFor(() => expect(opened()).toEqual([[join(process.cwd(), 'inbox'), '/mail/sent']]))
  })

  it('heeds a development server only where the app is not packaged', async () => {
    vi.stubEnv('ELECTRON_RENDERER_URL', 'http://localhost:5173')
    await import('./index.ts')
    await vi.waitFor(() => expect(startApp).toHaveBeenCalled())
    expect(startApp).toHaveBeenCalledWith(expect.objectContaining({ page: 'app://bounce-triage/index.html' }))
  })

  it('says why it cannot', async () => {
    startApp.mockImplementationOnce(() => {
      throw new Error('The app was not built.')
    })
    await import('./index.ts')
    await vi.waitFor(() => expect(fake.app.exit).toHaveBeenCalledWith(1))
    expect(fake.dialog.showErrorBox).toHaveBeenCalledWith('Bounce Triage cannot start', 'The app was not built.')
  })
})

describe('a second start', () => {
  it('hands its files over and ends', async () => {
    fake.app.lock = false
    process.argv = ['/usr/bin/bounce-triage', '/mail/inbox']
    await import('./index.ts')
    expect(fake.app.requestSingleInstanceLock).toHaveBeenCalledWith({ paths: ['/mail/inbox'] })
    expect(fake.app.exit).toHaveBeenCalledWith(0)
    expect(fake.app.whenReady).not.toHaveBeenCalled()
  })

  it('brings the first one’s window to the front and opens the files there', async () => {
    await import('./index.ts')
    await vi.waitFor(() => expect(showWindow).toHaveBeenCalledOnce())
    fake.app.emit('second-instance', {}, [], '/', { paths: ['/mail/inbox'] })
    expect(showWindow).toHaveBeenCalledTimes(2)
    expect(opened()).toEqual([['/mail/inbox']])
    fake.app.emit('second-instance', {}, [], '/', { paths: 'rubbish' })
    expect(opened()).toHaveLength(1)
  })
})

describe('“open with”', () => {
  it('waits for the app to be ready, then opens', async () => {
    await import('./index.ts')
    const event = { preventDefault: vi.fn() }
    fake.app.emit('open-file', event, '/mail/early')
    expect(event.preventDefault).toHaveBeenCalled()
    await vi.waitFor(() => expect(opened()).toEqual([['/mail/early']]))
    fake.app.emit('open-file', event, '/mail/late')
    expect(opened()).toEqual([['/mail/early'], ['/mail/late']])
  })

  it('tells the person where an import is still running', async () => {
    openPaths.mockRejectedValueOnce(new Error('Another import is still running.'))
    await import('./index.ts')
    fake.app.emit('open-file', { preventDefault: vi.fn() }, '/mail/inbox')
    await vi.waitFor(() =>
      expect(fake.dialog.showMessageBox).toHaveBeenCalledWith(
        expect.objectContaining({ message: 'Another import is still running.' }),
      ),
    )
  })
})

describe('the end', () => {
  it('closes the workspace before the app ends', async () => {
    await import('./index.ts')
    await vi.waitFor(() => expect(showWindow).toHaveBeenCalled())
    const event = { preventDefault: vi.fn() }
    fake.app.emit('will-quit', event)
    expect(event.preventDefault).toHaveBeenCalled()
    expect(close).toHaveBeenCalled()
    await vi.waitFor(() => expect(fake.app.quit).toHaveBeenCalled())
    const again = { preventDefault: vi.fn() }
    fake.app.emit('will-quit', again)
    expect(again.preventDefault).not.toHaveBeenCalled()
  })
})
