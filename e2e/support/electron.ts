/** Electron's binary and its window, for the specs that run in both hosts. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { ROOT } from './paths.ts'

const PACKAGE = join(ROOT, 'node_modules/electron')

/** The binary's path; null where the package has not fetched it. Never fetches it. */
function electronBinary(): string | null {
  const pathFile = join(PACKAGE, 'path.txt')
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(PACKAGE, 'dist')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron'
  const binary = join(folder, name)
  return existsSync(binary) ? binary : null
}

/** Why Electron cannot be tested on this machine, as a sentence; null where it can. */
export function electronProblem(): string | null {
  if (electronBinary() === null)
    return "its binary is not here (Electron's package fetches it at the first `npm start`)."
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  if (process.platform === 'linux' && !display) return 'there is no display (try `xvfb-run npm test`).'
  return null
}

/** Starts the built app with its data in `folder`. */
export function launchElectron(folder: string): Promise<ElectronApplication> {
  const executablePath = electronBinary()
  if (executablePath === null) throw new Error('Electron is not installed.')
  // Chromium's sandbox refuses to start for root, as which continuous integration runs.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return _electron.launch({
    executablePath,
    args: [...sandbox, ROOT],
    env: { ...(process.env as Record<string, string>), BOUNCE_TRIAGE_DATA: folder },
  })
}

/** Process id of the engine, which runs as a utility process. */
export async function electronEngine(app: ElectronApplication): Promise<number> {
  const pid = await app.evaluate(
    ({ app: electron }) =>
      electron.getAppMetrics().find(({ type, serviceName }) => type === 'Utility' && serviceName?.includes('Node'))
        ?.pid,
  )
  if (pid === undefined) throw new Error('No engine runs under Electron.')
  return pid
}

/** Has the next save dialog answer with this path, without being shown. */
export async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
}
