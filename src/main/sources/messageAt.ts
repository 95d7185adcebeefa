import { open } from 'node:fs/promises'
import type { RawMessage } from '../message/types.ts'
import { OPEN_FLAGS } from './fileSource.ts'
import { SNIFF_BYTES } from './limits.ts'
import { readSlice } from './slice.ts'
import { hasLoneCr } from './sniff.ts'
import { splitMessages } from './splitter.ts'
import { ByteWindow } from './window.ts'

/**
 * Reads one message again from where it was found, for the window that shows it. Only for files that are neither packed
 * nor archives (`Slice.keepCopy` is false).
 * @param offset as `RawMessage.offset`
 * @param index as `RawMessage.index`
 * @returns null where no message begins there (any more)
 * @throws the file system's error
 */
export async function readMessageAt(path: string, offset: number, index: number): Promise<RawMessage | null> {
  const handle = await open(path, OPEN_FLAGS)
  let at = offset
  const window = new ByteWindow({
    async read(into, from, length) {
      const { bytesRead } = await handle.read(into, from, length, at)
      at += bytesRead
      return bytesRead
    },
    get taken() {
      return at
    },
    remark: null,
    close: () => handle.close(),
  })
  try {
    await window.reach(SNIFF_BYTES)
    if (window.to === 0) return null
    if (hasLoneCr(window.view)) window.normaliseLoneCr()
    const container = window.text(0, 5) === 'From ' ? 'mbox' : 'eml'
    const { value: run } = await splitMessages(window, 0, container, { split: true }).next()
    if (run === undefined || 'messages' in run) return null
    const second = run.starts[1]
    const bytes = second === undefined ? run.bytes : run.bytes.slice(0, second)
    const lastFullSize = second === undefined ? run.lastFullSize : null
    const slice = { ...run, file: path, bytes, starts: [0], lastFullSize, offset, firstIndex: index, keepCopy: false }
    for await (const message of readSlice(slice)) return 'deleted' in message ? null : message
    return null
  } finally {
    await window.close()
  }
}
