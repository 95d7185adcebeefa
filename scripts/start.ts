/**
 * `npm start [-- options] [FILE or FOLDER …]`: the app in its window; where Electron cannot be had, the same window in a
 * browser. Options are the web host's (`--port`, `--workspace`, `--no-open`); `--web` asks for it outright.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfNeeded, ROOT } from './build-if-needed.ts'
import { findElectron, runElectron } from './electron.ts'
import { standWhereTyped } from './invoked-from.ts'

const WEB = '--web'

/** Why the web host is to be used; null when Electron ran. */
async function tryElectron(args: readonly string[]): Promise<string | null> {
  if (args.some((arg) => arg.startsWith('--'))) return 'Options are the web host’s'
  const electron = findElectron()
  if ('why' in electron) return electron.why
  const code = await runElectron(electron.binary, args)
  if (code === null) return 'Electron cannot show a window here'
  process.exitCode = code
  return null
}

async function start(): Promise<void> {
  standWhereTyped('start')
  const args = process.argv.slice(2)
  const web = args.includes(WEB)
  await buildIfNeeded()
  const why = web ? 'As asked' : await tryElectron(args)
  if (!why) return
  if (!web) console.error(`${why}: serving the window to your browser instead.`)
  process.argv = [process.argv[0] ?? '', process.argv[1] ?? '', ...args.filter((arg) => arg !== WEB)]
  await import(pathToFileURL(join(ROOT, 'out/main/web.js')).href)
}

await start().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
