/** Builds the app when `out/` is older than its sources; safe to be run by several commands at once. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OUT = join(ROOT, 'out')
const CACHE = join(ROOT, 'node_modules', '.cache', 'bounce-triage')
const LOCK = join(CACHE, 'build.lock')
/** What the build is made of. */
const SOURCES = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
/** Milliseconds between two looks at another command's build. */
const POLL_MS = 100

/** @throws Error when the build fails; what was wrong with it stands on stderr. */
export async function buildIfNeeded(): Promise<void> {
  if (isCurrent()) return
  mkdirSync(CACHE, { recursive: true })
  while (!takeLock()) await pause(POLL_MS)
  try {
    // Another command may have built it while this one waited.
    if (!isCurrent()) build()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

function isCurrent(): boolean {
  return read(join(OUT, '.stamp')) === stampOf(ROOT)
}

/** Builds aside and moves the result into place, so that no command ever sees half a build. */
function build(): void {
  console.error('Building Bounce Triage …')
  const stamp = stampOf(ROOT)
  const aside = join(CACHE, `build-${process.pid}`)
  const before = `${aside}-before`
  try {
    const tool = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    const args = [tool, 'build', '--logLevel', 'warn', '--outDir', aside]
    // Standard output belongs to the command that needs the build.
    const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', process.stderr, 'inherit'] })
    if (status !== 0) throw new Error('Bounce Triage could not be built.')
    writeFileSync(join(aside, '.stamp'), stamp)
    if (exists(OUT)) renameSync(OUT, before)
    renameSync(aside, OUT)
  } finally {
    for (const folder of [aside, before]) rmSync(folder, { recursive: true, force: true })
  }
}

/** A digest of names, sizes and times of all sources: cheap to take, and different after every edit. */
export function stampOf(root: string): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const path of filesBelow(join(root, source))) {
      const { mtimeMs, size } = statSync(path)
      hash.update(`${path.slice(root.length)}\0${mtimeMs}\0${size}\n`)
    }
  }
  return hash.digest('hex')
}

function filesBelow(path: string): string[] {
  if (!exists(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
  return files.map((entry) => join(entry.parentPath, entry.name)).sort()
}

/** False while another running process builds. A lock whose process is gone is taken over. */
function takeLock(): boolean {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  // Empty: just being written.
  const holder = Number(read(LOCK) ?? '')
  if (holder > 0 && !isRunning(holder)) rmSync(LOCK, { force: true })
  return false
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildIfNeeded().catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
