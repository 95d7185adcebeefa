/** Electron where it can be had: fetches its binary once, and says in one sentence why it cannot be used. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ROOT } from './build-if-needed.ts'

/** Milliseconds for fetching the binary, about 120 MB; beyond it the web host is the better answer. */
const FETCH_LIMIT_MS = 180_000

/** Why Electron is not used, for the one line that says so. */
interface NoElectron {
  why: string
}

/** The path of Electron's binary, fetched where needed. */
export function findElectron(): { binary: string } | NoElectron {
  const why = whyNoWindow()
  if (why) return { why }
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const installed = installedBinary(folder)
  if (installed) return { binary: installed }
  console.error('Fetching Electron, once …')
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: FETCH_LIMIT_MS })
  const fetched = installedBinary(folder)
  return fetched ? { binary: fetched } : { why: 'Electron could not be fetched' }
}

/** What forbids a window here, before anything is fetched for it; null where nothing does. */
export function whyNoWindow(env = process.env, platform = process.platform, user = process.getuid?.()): string | null {
  if (platform === 'darwin' || platform === 'win32') return null
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'There is no display here'
  // Chromium's sandbox refuses to run as root, and without it we do not start.
  if (user === 0) return 'Electron does not run as root'
  return null
}

function installedBinary(folder: string): string | null {
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : null
}

/**
 * Runs the app until it ends.
 * @returns its exit code; null when it ended before it could show a window (a missing system library, a sandbox that the
 * system does not allow).
 */
export function runElectron(binary: string, args: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    let shown = false
    const child = spawn(binary, [ROOT, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
    child.on('message', (message) => {
      shown ||= message === 'window-shown'
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
    child.on('error', () => resolve(null))
    child.on('exit', (code, signal) => {
      // A second start hands its files to the running app and ends well, without a window of its own.
      if (shown || code === 0) resolve(code ?? (signal ? 1 : 0))
      else resolve(null)
    })
  })
}
