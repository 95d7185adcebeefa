/** Writing a file whole or not at all. */
import { randomBytes } from 'node:crypto'
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { asExportError } from './errors.ts'

/** Devices and what a process was started with: written in place, for they cannot be replaced. */
const IN_PLACE = /^\/(dev|proc)\//
const STANDARD_OUTPUT = '/dev/stdout'

/**
 * Writes `chunks` (UTF-8) to `path`: into a temporary file beside it, which takes its name once all is on the disk, so
 * that no half-written file is ever found there. Devices and pipes are written directly. Throws `ExportError`.
 */
export async function writeWhole(path: string, chunks: AsyncIterable<string>): Promise<void> {
  try {
    if (path === STANDARD_OUTPUT) await writeStandardOutput(chunks)
    else if (IN_PLACE.test(path) || (await isSpecial(path))) await writeInPlace(path, chunks)
    else await writeBeside(path, chunks)
  } catch (error) {
    throw asExportError(error, path)
  }
}

async function isSpecial(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && !found.isFile() && !found.isDirectory()
}

async function writeInPlace(path: string, chunks: AsyncIterable<string>): Promise<void> {
  await writeAndClose(await open(path, 'a'), chunks)
}

async function writeBeside(path: string, chunks: AsyncIterable<string>): Promise<void> {
  // Through a link, the file it leads to is replaced, not the link.
  const target = await realpath(path).catch(() => path)
  const found = await stat(target).catch(() => null)
  if (found?.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' })
  const part = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.part`)
  const handle = await open(part, 'wx', found ? found.mode & 0o777 : 0o666)
  try {
    await writeAndClose(handle, chunks)
    await rename(part, target)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function writeAndClose(handle: FileHandle, chunks: AsyncIterable<string>): Promise<void> {
  try {
    for await (const chunk of chunks) await handle.appendFile(chunk)
    // Only now is a full disk known for sure; devices and pipes know no such thing.
    await handle.sync().catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EINVAL' && error.code !== 'ENOTSUP') throw error
    })
  } finally {
    await handle.close()
  }
}

/** Through the process's own stream: where it is a socket, `/dev/stdout` cannot be opened. */
async function writeStandardOutput(chunks: AsyncIterable<string>): Promise<void> {
  for await (const chunk of chunks) {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(chunk, (error) => (error ? reject(error) : resolve()))
    })
  }
}
