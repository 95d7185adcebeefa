import { defineConfig } from '@playwright/test'
import type { HostOptions } from './e2e/support/app.ts'
import { electronProblem } from './e2e/support/electron.ts'
import { findBrowser } from './scripts/find-browser.ts'

/** Set in worker processes, which read this file again: what is said to people is said once. */
const isWorker = process.env.TEST_WORKER_INDEX !== undefined

const browser = process.env.E2E_BROWSER ?? findBrowser()
if (!browser && !isWorker) console.warn('No browser was found. `npm test` installs one.')

const noElectron = electronProblem()
if (noElectron && !isWorker) {
  console.warn(`\n*** Electron is NOT tested here: ${noElectron} The web host runs the same window. ***\n`)
}

/** Specs that need no window. */
const COMMAND_LINE = /cli\.spec\.ts$/

export default defineConfig<HostOptions>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // A test must pass at its first try; a second one would only hide what is wrong.
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: browser ? { executablePath: browser } : {},
  },
  projects: [
    { name: 'command line', testMatch: COMMAND_LINE },
    { name: 'web', testIgnore: COMMAND_LINE, use: { hostKind: 'web' } },
    ...(noElectron ? [] : [{ name: 'electron', testIgnore: COMMAND_LINE, use: { hostKind: 'electron' as const } }]),
  ],
})
