/** Writing a file, or the parts of a list that no one file may hold: whole or not at all. */
import { randomBytes } from 'node:crypto'
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { partName } from '../../shared/exportNames.ts'
import { asExportError } from './errors.ts'

/** A stretch of text and the file it belongs to: parts are counted from 0, and come in order. */
export interface Piece {
  part: number
  text: string
}

/** The same of bytes, which are written as they are. */
export interface BytesPiece extends Omit<Piece, 'text'> {
  text: Uint8Array
}

/** Devices and what a process was started with: written in place, for they cannot be replaced. */
const IN_PLACE = /^\/(dev|proc)\//
const STANDARD_OUTPUT = '/dev/stdout'

/**
 * Writes `pieces` (text as UTF-8) to `path`, or, of several parts, to `name-1-of-3.csv` and so on: into temporary files beside
 * them, which take their names once all is on the disk, so that no half-written file is ever found there. Devices and
 * pipes are written directly, all parts in one. With `keepOthers` a part replaces no file that is there; `path` itself is
 * always replaced. Returns the files. Throws `ExportError`.
 */
export async function writeParts(
  path: string,
  pieces: AsyncIterable<Piece | BytesPiece>,
  keepOthers = false,
): Promise<string[]> {
  try {
    if (path === STANDARD_OUTPUT) return await writeStandardOutput(path, pieces)
    if (IN_PLACE.test(path) || (await isSpecial(path))) return await writeInPlace(path, pieces)
    return await writeBeside(path, pieces, keepOthers)
  } catch (error) {
    throw asExportError(error, path)
  }
}

async function isSpecial(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && !found.isFile() && !found.isDirectory()
}

async function writeInPlace(path: string, pieces: AsyncIterable<Piece | BytesPiece>): Promise<string[]> {
  const handle = await open(path, 'a')
  try {
    for await (const { text } of pieces) await handle.appendFile(text)
    await flush(handle)
  } finally {
    await handle.close()
  }
  return [path]
}

async function writeBeside(
  path: string,
  pieces: AsyncIterable<Piece | BytesPiece>,
  keepOthers: boolean,
): Promise<string[]> {
  // Through a link, the file it leads to is replaced, not the link.
  const target = await realpath(path).catch(() => path)
  const found = await stat(target).catch(() => null)
  if (found?.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' })
  const written: string[] = []
  let handle: FileHandle | null = null
  const begin = async () => {
    const part = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.part`)
    handle = await open(part, 'wx', found ? found.mode & 0o777 : 0o666)
    written.push(part)
    return handle
  }
  const end = async () => {
    if (handle) await flush(handle)
    await handle?.close()
    handle = null
  }
  try {
    let current = await begin()
    for await (const { part, text } of pieces) {
      if (part >= written.length) {
        await end()
        current = await begin()
      }
      await current.appendFile(text)
    }
    await end()
    return await takeNames(path, target, written, keepOthers)
  } finally {
    await (handle as FileHandle | null)?.close().catch(() => {})
    for (const part of written) await rm(part, { force: true })
  }
}

/** Gives the temporary files their names: all of them, or none. */
async function takeNames(path: string, target: string, written: string[], keepOthers: boolean): Promise<string[]> {
  const names = written.map((_, n) => partName(target, n + 1, written.length))
  const taken: string[] = []
  try {
    if (keepOthers && names.length > 1) for (const name of names) taken.push(await reserve(name))
    for (const [n, name] of names.entries()) {
      await rename(written[n] ?? '', name)
      if (!taken.includes(name)) taken.push(name)
    }
  } catch (error) {
    if (names.length > 1) for (const name of taken) await rm(name, { force: true })
    throw error
  }
  return names.map((_, n) => partName(path, n + 1, written.length))
}

/** Makes an empty file of that name, where there is none: renaming alone would replace what is there. */
async function reserve(name: string): Promise<string> {
  try {
    await (await open(name, 'wx')).close()
    return name
  } catch (error) {
    throw asExportError(error, name)
  }
}

/** Only now is a full disk known for sure; devices and pipes know no such thing. */
async function flush(handle: FileHandle): Promise<void> {
  await handle.sync().catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EINVAL' && error.code !== 'ENOTSUP') throw error
  })
}

/** Through the process's own stream: where it is a socket, `/dev/stdout` cannot be opened. */
async function writeStandardOutput(path: string, pieces: AsyncIterable<Piece | BytesPiece>): Promise<string[]> {
  for await (const { text } of pieces) {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
    })
  }
  return [path]
}
