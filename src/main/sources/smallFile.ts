import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Reading } from './container.ts'
import { memorySource, OPEN_FLAGS } from './fileSource.ts'
import { SMALL_FILE_BYTES } from './limits.ts'
import { sniff } from './sniff.ts'
import type { SourceEvent } from './types.ts'
import type { ByteSource } from './window.ts'

/** What became of a small file. */
export type SmallFile =
  /** One ordinary message: done. */
  | { type: 'events'; events: SourceEvent[]; messages: number }
  /** In memory, to be looked at in full. */
  | { type: 'bytes'; source: ByteSource; size: number }
  /** Too long, or of no stated size: to be streamed. */
  | { type: 'large' }

const LF = 10
const CR = 13

/**
 * The short way for saved messages, of which folders hold a hundred thousand: three system calls, nothing awaited.
 * @throws the file system's error
 */
export function readSmallFile(path: string, reading: Reading): SmallFile {
  const bytes = readWhole(path)
  if (bytes === null) return { type: 'large' }
  const buffer = Buffer.from(bytes.buffer, 0, bytes.length)
  const size = bytes.length
  if (isOneMessage(buffer)) {
    const { file, keepCopy } = reading
    const slice = {
      file,
      container: 'eml' as const,
      firstIndex: 0,
      offset: 0,
      bytes,
      starts: [0],
      lastFullSize: null,
      maySayLength: false,
      keepCopy,
    }
    const events: SourceEvent[] = [
      { type: 'file', file, size },
      { type: 'slice', slice, bytesRead: size },
      { type: 'file-done', file, bytesRead: size },
    ]
    return { type: 'events', events, messages: 1 }
  }
  return { type: 'bytes', source: memorySource(bytes), size }
}

function readWhole(path: string): Uint8Array<ArrayBuffer> | null {
  const handle = openSync(path, OPEN_FLAGS)
  try {
    const stats = fstatSync(handle)
    // A size of 0 may be untrue (/proc), so that such files are read to their end.
    if (!stats.isFile() || stats.size === 0 || stats.size > SMALL_FILE_BYTES) return null
    const bytes = new Uint8Array(stats.size)
    let length = 0
    for (let count = -1; count !== 0 && length < bytes.length; length += count) {
      count = readSync(handle, bytes, length, bytes.length - length, null)
    }
    return length === bytes.length ? bytes : bytes.slice(0, length)
  } finally {
    closeSync(handle)
  }
}

/** A message that begins at once, ends in a line end, has no lone CR and no line that begins with `From `. */
function isOneMessage(buffer: Buffer): boolean {
  if (buffer[buffer.length - 1] !== LF || buffer.indexOf('\nFrom ', 0, 'latin1') >= 0) return false
  for (let at = buffer.indexOf(CR); at >= 0; at = buffer.indexOf(CR, at + 1)) {
    if (buffer[at + 1] !== LF) return false
  }
  const found = sniff(buffer.subarray(0, 4096), buffer.length <= 4096)
  return found.kind === 'eml' && found.at === 0
}
