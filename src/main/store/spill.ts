/** Where the database puts what does not fit into memory. It holds addresses: none of it may outlive its process. */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NAME = /^bounce-triage-spill-(\d+)-/

/** Beside the workspace file; for one in memory, in the system's folder for temporary files. */
export function spillFolder(location: string): string {
  if (location !== ':memory:') return `${location}.spill`
  return join(tmpdir(), `bounce-triage-spill-${process.pid}-${crypto.randomUUID()}`)
}

/** Deletes what killed processes left: beside this workspace, or of any workspace in memory. */
export async function removeLeftSpills(location: string): Promise<void> {
  if (location !== ':memory:') return rm(spillFolder(location), { recursive: true, force: true })
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const pid = Number(NAME.exec(name)?.[1] ?? process.pid)
    if (pid !== process.pid && !isRunning(pid)) {
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {})
    }
  }
}

/**
 * Makes a folder, for its owner only, for a workspace that lasts as long as its process: in memory it could not hold more
 * than the database may take. Whoever makes it deletes it; what a killed process leaves goes with the next one made.
 */
export async function passingFolder(): Promise<string> {
  await removeLeftSpills(':memory:')
  const folder = spillFolder(':memory:')
  await mkdir(folder, { mode: 0o700 })
  return folder
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
