import { type ExtractEvents, extract } from 'tar-stream'
import type { ArchiveEntry } from './archive.ts'
import type { ByteSource } from './window.ts'

type Entry = ExtractEvents['entry'][1]

const TRUNCATED = 'The archive breaks off in the middle of this entry; it was read as far as it goes.'

const DAMAGED = 'The archive is damaged; what stands behind the damage was left out.'

/** Read from the archive at a time. */
const PIECE_BYTES = 64 << 10

/** How reading a tar ended: a sentence, else null. */
export interface TarEnd {
  why: string | null
}

/**
 * The files of a tar stream, in order. What has not been read of an entry is passed over. The archive is fed by hand,
 * not piped: where it breaks off, a pipe's error would throw away what has already been unpacked.
 */
export async function* tarEntries(source: ByteSource, end: TarEnd): AsyncGenerator<ArchiveEntry> {
  // A mark of 1 makes every write report when it has been worked off.
  const unpacker = extract({ highWaterMark: 1 })
  const arrived: { name: string; type: string; size: number; stream: Entry; next: () => void }[] = []
  const state = { fed: false, changed: () => {} }
  const change = () => new Promise<void>((resolve) => (state.changed = resolve))
  let workedOff = () => {}
  unpacker.on('drain', () => workedOff())
  unpacker.on('close', () => workedOff())

  unpacker.on('entry', (header, stream, next) => {
    for (const event of ['readable', 'end', 'error'] as const) stream.on(event, () => state.changed())
    const { name, type, size } = header
    arrived.push({ name, type, size, stream, next: () => next() })
    state.changed()
  })
  unpacker.on('error', () => {
    end.why = DAMAGED
    state.fed = true
    state.changed()
  })

  const feeding = (async () => {
    const piece = Buffer.allocUnsafeSlow(PIECE_BYTES)
    while (!state.fed) {
      const count = await source.read(piece, 0, piece.length)
      if (count === 0 || unpacker.destroyed) break
      await new Promise<void>((resolve) => {
        workedOff = resolve
        unpacker.write(Buffer.from(piece.subarray(0, count)))
      })
    }
    state.fed = true
    state.changed()
  })()

  try {
    for (;;) {
      const waiting = change()
      const entry = arrived.shift()
      if (entry === undefined) {
        if (state.fed) break
        await waiting
        continue
      }
      if (entry.type === 'file' || entry.type === 'contiguous-file') {
        yield { name: entry.name, open: async () => entrySource(entry.stream, entry.size, source, state, change) }
      }
      entry.stream.resume()
      entry.next()
    }
    end.why ??= source.remark
  } finally {
    state.fed = true
    unpacker.destroy()
    await feeding
  }
}

function entrySource(
  stream: Entry,
  size: number,
  archive: ByteSource,
  state: { fed: boolean },
  change: () => Promise<void>,
): ByteSource {
  let left: Buffer = Buffer.alloc(0)
  let arrivedBytes = 0
  let remark: string | null = null
  return {
    async read(into, at, length) {
      while (left.length === 0) {
        if (arrivedBytes >= size) return 0
        const waiting = change()
        const chunk = stream.read() as Buffer | null
        if (chunk !== null) {
          left = chunk
          arrivedBytes += chunk.length
        } else if (state.fed || stream.destroyed) {
          remark = TRUNCATED
          return 0
        } else await waiting
      }
      const count = left.copy(into, at, 0, length)
      left = left.subarray(count)
      return count
    },
    get taken() {
      return archive.taken
    },
    get remark() {
      return remark
    },
    close: async () => {},
  }
}
