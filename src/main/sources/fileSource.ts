import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { problemOf } from './problems.ts'
import type { ByteSource } from './window.ts'

/** Never waits for a writer, should a pipe stand where a file stood a moment ago. Windows has no such flag. */
export const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** A file on disk, read in order. Read errors in the middle end it, with a remark. */
export async function openFile(path: string): Promise<ByteSource> {
  const handle = await open(path, OPEN_FLAGS)
  let taken = 0
  let remark: string | null = null
  return {
    async read(into, at, length) {
      try {
        const { bytesRead } = await handle.read(into, at, length, null)
        taken += bytesRead
        return bytesRead
      } catch (error) {
        remark = problemOf(error)
        return 0
      }
    },
    get taken() {
      return taken
    },
    get remark() {
      return remark
    },
    close: () => handle.close(),
  }
}

/** Bytes in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  let taken = 0
  return {
    async read(into, at, length) {
      const piece = bytes.subarray(taken, taken + length)
      into.set(piece, at)
      taken += piece.length
      return piece.length
    },
    get taken() {
      return taken
    },
    remark: null,
    close: async () => {},
  }
}
