/** Time and memory over sizes and workers, one core against two, the longest messages, the first rows and a cancel. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type ImportFigures, type ImportRun, importOnce } from './figures.ts'
import { writeLongMessage, writeMailbox } from './mailbox.ts'

const LONG_MESSAGE_BYTES = 200 * 2 ** 20
/** When an import is cancelled: rows are there and workers are busy. */
const CANCEL_AFTER_MS = 1_500

export interface Grown {
  what: string
  figures: ImportFigures
}

/** Imports mailboxes of these sizes into workspace files: with one worker and with two, and pinned to one core. */
export async function measureGrowth(folder: string, sizes: readonly number[]): Promise<Grown[]> {
  const grown: Grown[] = []
  for (const size of sizes) {
    const file = join(folder, `${size}.mbox`)
    await writeMailbox(file, size, size)
    const messages = size.toLocaleString('en')
    grown.push({ what: `${messages} messages, 1 worker`, figures: await inWorkspace(folder, { file, workers: 1 }) })
    grown.push({ what: `${messages} messages, 2 workers`, figures: await inWorkspace(folder, { file, workers: 2 }) })
    if (size === (sizes[1] ?? sizes[0])) {
      const figures = await inWorkspace(folder, { file, workers: 2, oneCore: true })
      grown.push({ what: `${messages} messages, 2 workers, pinned to one core`, figures })
    }
    if (size === sizes.at(-1)) {
      const figures = await inWorkspace(folder, { file, workers: 2, cancelAfterMs: CANCEL_AFTER_MS })
      grown.push({ what: `${messages} messages, cancelled after ${CANCEL_AFTER_MS} ms`, figures })
    }
    await rm(file)
  }
  return grown
}

/** One message of 200 MB, with lines and without. */
export async function measureLongMessages(folder: string): Promise<Grown[]> {
  const grown: Grown[] = []
  for (const lines of [true, false]) {
    const file = join(folder, 'long.mbox')
    await writeLongMessage(file, LONG_MESSAGE_BYTES, lines)
    const what = `one message of 200 MB${lines ? '' : ' without a newline in its body'}`
    grown.push({ what, figures: await inWorkspace(folder, { file }) })
    await rm(file)
  }
  return grown
}

async function inWorkspace(folder: string, run: ImportRun): Promise<ImportFigures> {
  const workspace = join(folder, 'growth.duckdb')
  const figures = await importOnce({ ...run, workspace })
  await rm(workspace)
  return figures
}
