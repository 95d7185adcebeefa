/** Entry of the web host: the window in a browser, for machines without Electron or without a display. */
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { appVersion, findAppRoot, sampleMailbox } from '../host/app-root.ts'
import { dataFolder, defaultWorkspace } from '../host/data-folder.ts'
import { openFromOutside } from '../host/router.ts'
import { loadWindowFiles } from '../host/window-files.ts'
import { readArguments, USAGE, type WebArguments } from './arguments.ts'
import { hasDisplay, openBrowser } from './browser.ts'
import { rememberedPort, rememberPort } from './port.ts'
import { forkEngine } from './spawn-engine.ts'
import { startWebHost, type WebHost } from './web-host.ts'

/** Milliseconds for which the engine is waited for before the address is printed. */
const PATIENCE_MS = 1_500

function fail(message: string, code: number): never {
  console.error(message)
  process.exit(code)
}

function readOwnArguments(): WebArguments {
  try {
    return readArguments(process.argv.slice(2))
  } catch (error) {
    return fail(`${(error as Error).message}\n${USAGE}`, 2)
  }
}

function engineArguments(workspace: string | null): string[] {
  return workspace === ':memory:' ? [] : ['--workspace', workspace ?? defaultWorkspace()]
}

async function start({ port, workspace }: WebArguments): Promise<WebHost> {
  const folder = dataFolder()
  const root = findAppRoot(import.meta.dirname)
  const engine = engineArguments(workspace)
  const host = await startWebHost({
    spawn: () => forkEngine(join(root, 'out/main/engine.js'), engine),
    files: loadWindowFiles(join(root, 'out/renderer')),
    dataFolder: folder,
    port: port ?? rememberedPort(folder),
    anyPort: port === null,
    version: appVersion(root),
    sample: sampleMailbox(root),
  })
  if (port === null) rememberPort(folder, host.port)
  return host
}

/** Ends in good order at the first signal, at once at the second. */
function closeOnSignals(host: WebHost): void {
  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1)
      closing = true
      host.close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

/** Waits for the engine, so that no address is printed that cannot work; a large workspace may take its time, though. */
async function soon(started: Promise<void>): Promise<void> {
  await Promise.race([started, pause(PATIENCE_MS, undefined, { ref: false })])
}

const args = readOwnArguments()
try {
  const host = await start(args)
  closeOnSignals(host)
  const started = host.supervisor.start()
  await soon(started)
  console.log(`Bounce Triage: ${host.url}`)
  await started
  if (args.open && hasDisplay()) openBrowser(host.url)
  if (args.paths.length > 0)
    await openFromOutside(
      host,
      args.paths.map((file) => ({ ...file, spooled: false })),
    )
} catch (error) {
  fail((error as Error).message, 1)
}
