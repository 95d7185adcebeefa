/**
 * A folder for files on their way through the browser: one for each run, readable by its owner only, gone with the run.
 * What a run left behind that was killed is deleted by the next one.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Only the owner may look into other people's mail. */
export const PRIVATE_FOLDER = 0o700
export const PRIVATE_FILE = 0o600

export interface Spool {
  /** A new empty folder. @throws Error where the disk does not allow it. */
  newFolder: () => string
  /** Deletes everything. */
  close: () => void
}

/** @param parent the folder that holds the folders of all runs. It is made when it is first needed. */
export function createSpool(parent: string): Spool {
  let home: string | null = null
  return {
    newFolder() {
      if (!home) {
        mkdirSync(parent, { recursive: true, mode: PRIVATE_FOLDER })
        removeStale(parent)
        home = mkdtempSync(join(parent, `${process.pid}-`))
      }
      return mkdtempSync(join(home, 'files-'))
    },
    close() {
      if (home) remove(home)
      home = null
    },
  }
}

export function remove(path: string): void {
  rmSync(path, { recursive: true, force: true })
}

/** Folders are named after the process that made them. */
function removeStale(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = /^(\d+)-/.exec(name)?.[1]
    if (pid && !isRunning(Number(pid))) remove(join(parent, name))
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Not ours to signal, so it runs.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
