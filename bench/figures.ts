/** What one import costs, measured in a process of its own (see `import-once.ts`). */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ENGINE_ENV, ENGINE_FLAGS } from '../src/main/host/engine-flags.ts'

export interface ImportFigures {
  messages: number
  seconds: number
  /** Processor time of all threads. */
  cpuSeconds: number
  /** Resident memory before the import and at its highest. */
  idleMb: number
  peakMb: number
  /** From the call to the first answered page with rows; null where none came before the end. */
  firstRowsMs: number | null
  cancelMs: number | null
}

export interface ImportRun {
  file: string
  /** Worker threads; the product's own choice unless given. */
  workers?: number
  /** Workspace file; in memory unless given. */
  workspace?: string
  cancelAfterMs?: number
  /** Pinned to one core. */
  oneCore?: boolean
}

/** Runs one import and answers its figures. Rejects when the process fails. */
export async function importOnce(run: ImportRun): Promise<ImportFigures> {
  const script = join(import.meta.dirname, 'import-once.ts')
  const args = [...ENGINE_FLAGS, script, run.file, String(run.workers ?? ''), run.workspace ?? '-']
  if (run.cancelAfterMs !== undefined) args.push(String(run.cancelAfterMs))
  const [command, full] = run.oneCore ? ['taskset', ['-c', '0', process.execPath, ...args]] : [process.execPath, args]
  const { stdout } = await promisify(execFile)(command, full, {
    env: { ...process.env, ...ENGINE_ENV },
    maxBuffer: 1 << 20,
  })
  return JSON.parse(stdout) as ImportFigures
}
