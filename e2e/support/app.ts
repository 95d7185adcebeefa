/** The app as a test meets it: a window on a fresh workspace, in either host. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { dropFiles } from './drop.ts'
import { answerSaveDialog, electronEngine, launchElectron } from './electron.ts'
import { startWebHost } from './web.ts'
import { AppWindow } from './window.ts'

export interface HostOptions {
  hostKind: 'web' | 'electron'
}

export interface App {
  window: AppWindow
  /** A folder of the test's own, deleted after it. */
  folder: string
  /** Drops files and folders as a person does: real ones, onto the middle of the window. */
  drop: (paths: string[]) => Promise<void>
  enginePid: () => Promise<number>
  /** What is saved while `action` runs. */
  saved: (action: () => Promise<void>) => Promise<string>
  /** Ends the app and starts it again on the same workspace. */
  restart: () => Promise<void>
}

interface Running {
  page: Page
  enginePid: () => Promise<number>
  saved: App['saved']
  stop: () => Promise<void>
}

async function startWeb(page: Page, data: string): Promise<Running> {
  const host = await startWebHost(data)
  await page.goto(host.url)
  return {
    page,
    enginePid: async () => host.enginePid(),
    async saved(action) {
      const [download] = await Promise.all([page.waitForEvent('download'), action()])
      return readFileSync(await download.path(), 'utf8')
    },
    stop: host.stop,
  }
}

async function startElectron(data: string): Promise<Running> {
  const app = await launchElectron(data)
  return {
    page: await app.firstWindow(),
    enginePid: () => electronEngine(app),
    async saved(action) {
      const file = join(data, 'saved')
      await answerSaveDialog(app, file)
      await action()
      return readFileSync(file, 'utf8')
    },
    stop: () => app.close(),
  }
}

export const test = base.extend<{ app: App } & HostOptions>({
  hostKind: ['web', { option: true }],
  app: async ({ hostKind, page }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'bounce-triage-e2e-'))
    const data = join(folder, 'data')
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.stack ?? String(error)))
    const start = () => (hostKind === 'electron' ? startElectron(data) : startWeb(page, data))
    let running = await start()
    const app: App = {
      window: new AppWindow(running.page),
      folder,
      drop: (paths) => dropFiles(running.page, paths),
      enginePid: () => running.enginePid(),
      saved: (action) => running.saved(action),
      async restart() {
        await running.stop()
        running = await start()
        app.window = new AppWindow(running.page)
      },
    }
    await use(app)
    await running.stop()
    expect(errors, 'errors in the window').toEqual([])
    rmSync(folder, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'
