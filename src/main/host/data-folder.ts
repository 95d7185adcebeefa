/** Where the app keeps its workspace: one folder for all hosts, by the platform's own convention. */
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Only its owner may look into a workspace: it holds other people's addresses. */
const PRIVATE = 0o700

interface Surroundings {
  env: Record<string, string | undefined>
  platform: NodeJS.Platform
  home: string
}

/**
 * The data folder: `BOUNCE_TRIAGE_DATA`, else XDG_DATA_HOME or ~/.local/share (XDG Base Directory Specification),
 * ~/Library/Application Support on macOS, %LOCALAPPDATA% on Windows.
 */
export function dataFolder({ env, platform, home }: Surroundings = here()): string {
  if (env.BOUNCE_TRIAGE_DATA) return env.BOUNCE_TRIAGE_DATA
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Bounce Triage')
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Bounce Triage')
  // The specification has relative paths ignored.
  const base = env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : join(home, '.local', 'share')
  return join(base, 'bounce-triage')
}

function here(): Surroundings {
  return { env: process.env, platform: process.platform, home: homedir() }
}

/**
 * The workspace file in the data folder, which is created.
 * @throws Error with a sentence where the folder cannot be had.
 */
export function defaultWorkspace(folder: string = dataFolder()): string {
  try {
    mkdirSync(folder, { recursive: true, mode: PRIVATE })
  } catch (error) {
    throw new Error(
      `The folder for your results, ${folder}, cannot be made (${(error as Error).message}). Set BOUNCE_TRIAGE_DATA to a folder of your own.`,
    )
  }
  return join(folder, 'workspace.duckdb')
}
