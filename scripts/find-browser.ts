/** Finds a Chromium for the end-to-end tests, or installs one. Nothing here needs a hand. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/** A browser that does not even print its version in this time is broken: snap stubs wait for ever. */
const VERSION_TIMEOUT_MS = 20_000
/** A download that takes longer is stuck; the next way is tried. */
const DOWNLOAD_TIMEOUT_MS = 240_000
/** Room for a package list and some hundred megabytes of packages. */
const PACKAGE_TIMEOUT_MS = 420_000

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS_PROGRAMS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']

function present(values: (string | undefined)[]): string[] {
  return values.filter((value): value is string => value !== undefined && value !== '')
}

/** Where a browser may be, most wanted first: one named by hand, Playwright's own, the system's. */
function candidates(): string[] {
  const named = present([process.env.E2E_BROWSER, chromium.executablePath()])
  if (process.platform === 'darwin') {
    return [...named, ...MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)]
  }
  if (process.platform === 'win32') {
    const roots = present([process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA])
    return [...named, ...roots.flatMap((root) => WINDOWS_PROGRAMS.map((program) => join(root, program)))]
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...named, ...LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))]
}

/** True where the program starts: a stub that asks for a package, or one whose libraries are missing, does not. */
function starts(path: string): boolean {
  if (process.platform === 'win32') return true // chrome.exe opens a window instead of printing its version
  const run = spawnSync(path, ['--version'], { timeout: VERSION_TIMEOUT_MS, stdio: 'ignore' })
  return run.status === 0
}

/** Path of a Chromium, Chrome or Edge that starts; null where there is none. */
export function findBrowser(): string | null {
  return candidates().find((path) => existsSync(path) && starts(path)) ?? null
}

function run(command: string, args: string[], timeout: number): boolean {
  console.log(`$ ${command} ${args.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const result = spawnSync(command, args, { timeout, env, stdio: 'inherit', shell: process.platform === 'win32' })
  return result.status === 0
}

/** Installs one: by Playwright's installer, failing that as a Debian package where we are root. Null where both fail. */
export function installBrowser(): string | null {
  console.log('No browser found: installing one for the end-to-end tests.')
  run('playwright', ['install', 'chromium'], DOWNLOAD_TIMEOUT_MS)
  const own = findBrowser()
  if (own !== null) return own
  const root = process.getuid?.() === 0
  if (root && process.platform === 'linux' && run('apt-get', ['update'], PACKAGE_TIMEOUT_MS)) {
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], PACKAGE_TIMEOUT_MS)
  }
  return findBrowser()
}
