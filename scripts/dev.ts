/**
 * `npm run dev [-- FILE …]`: the app with hot reload of the window. In Electron where it can be had; else the web host,
 * with Vite's development server in front of it. Changes outside `src/renderer` and `src/shared` need a new start.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { resolveConfig } from 'electron-vite'
import { createServer, type InlineConfig } from 'vite'
import { buildIfNeeded, ROOT } from './build-if-needed.ts'
import { findElectron } from './electron.ts'
import { standWhereTyped } from './invoked-from.ts'

/** What the web host answers itself; everything else comes from Vite. */
const HOST_PATHS = ['/api', '/upload', '/download']

function run(args: readonly string[], stdout: 'inherit' | 'pipe'): ChildProcess {
  const child = spawn(process.execPath, args, { stdio: ['inherit', stdout, 'inherit'] })
  child.on('exit', (code) => process.exit(code ?? 1))
  // It closes the workspace, then ends, and this process after it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return child
}

function developInElectron(args: readonly string[]): void {
  const tool = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  run([tool, 'dev', ROOT, '--', ...args], 'inherit')
}

async function developInBrowser(args: readonly string[]): Promise<void> {
  await buildIfNeeded()
  const address = await webHostAddress(args)
  const { config } = await resolveConfig({ root: ROOT }, 'serve', 'development')
  const proxy = Object.fromEntries(HOST_PATHS.map((path) => [path, { target: address.origin, ws: path === '/api' }]))
  const renderer = config?.renderer as InlineConfig
  const server = await createServer({ ...renderer, server: { ...renderer.server, host: '127.0.0.1', proxy } })
  await server.listen()
  const [page] = server.resolvedUrls?.local ?? []
  console.log(`Bounce Triage: ${page}${address.search}`)
}

/** Starts the web host and waits for the address that it prints. */
async function webHostAddress(args: readonly string[]): Promise<URL> {
  const child = run([join(ROOT, 'out', 'main', 'web.js'), '--no-open', ...args], 'pipe')
  if (!child.stdout) throw new Error('The web host has no output.')
  for await (const line of createInterface(child.stdout)) {
    const address = /^Bounce Triage: (\S+)/.exec(line)?.[1]
    if (address) return new URL(address)
  }
  throw new Error('The web host did not start.')
}

standWhereTyped('dev')
const args = process.argv.slice(2)
const electron = findElectron()
if ('binary' in electron) developInElectron(args)
else {
  console.error(`${electron.why}: developing in the browser instead.`)
  await developInBrowser(args)
}
