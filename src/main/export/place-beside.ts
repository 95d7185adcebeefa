/** Files that others write, or that must not replace any. */
import { randomBytes } from 'node:crypto'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { asExportError } from './errors.ts'

/** A file on its way to its place. */
export interface Place {
  /** What to write to. */
  part: string
  /** All is written: it takes its name. */
  takePlace(): Promise<void>
  /** Takes it away, where it has not taken its place. */
  drop(): Promise<void>
}

/**
 * Where to write what becomes `path` once it is whole: a file beside it that nobody else writes to. Throws `ExportError`
 * where no such file can be made, or where `path` is a folder or a device.
 */
export async function placeBeside(path: string): Promise<Place> {
  try {
    // Through a link, the file it leads to is replaced, not the link.
    const target = await realpath(path).catch(() => path)
    const found = await stat(target).catch(() => null)
    if (found && !found.isFile()) throw Object.assign(new Error('is no file'), { code: 'EISDIR' })
    const part = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.part`)
    await (await open(part, 'wx', found ? found.mode & 0o777 : 0o666)).close()
    return {
      part,
      drop: () => rm(part, { force: true }),
      async takePlace() {
        const handle = await open(part, 'r+')
        await handle.sync().finally(() => handle.close())
        await rename(part, target)
      },
    }
  } catch (error) {
    throw asExportError(error, path)
  }
}

/** Writes a file that must not be there yet. Throws `ExportError`, and then leaves none behind. */
export async function writeNew(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    const handle = await open(path, 'wx')
    try {
      for await (const chunk of chunks) await handle.appendFile(chunk)
      await handle.sync()
    } catch (error) {
      await rm(path, { force: true })
      throw error
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw asExportError(error, path)
  }
}
