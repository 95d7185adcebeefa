import type { RawMessage } from '../message/types.ts'
import { type Extent, extentOf } from './extent.ts'
import { GUARD_BYTES, guarded, hasLongLine, streamOf } from './guard.ts'
import { readHeaderText } from './headerText.ts'
import { separatorDate } from './separatorDate.ts'
import type { Slice } from './types.ts'
import { unquote } from './unquote.ts'

/** A message that Thunderbird has deleted but not yet compacted away: counted, not read. */
export interface DeletedMessage {
  deleted: true
  index: number
  /** Byte offset in the file, after decompression. */
  offset: number
}

interface Planned {
  extent: Extent
  index: number
  start: number
  end: number
  deleted: boolean
  /** How it becomes a message: as it stands, by mbox-reader, or by ourselves where mbox-reader would choke on it. */
  by: 'itself' | 'mbox-reader' | 'unquote'
}

const MOZILLA_STATUS = Buffer.from('X-Mozilla-Status:', 'latin1')
/** `Expunged` in Thunderbird's nsMsgMessageFlags. */
const EXPUNGED = 0x0008
const CR = Buffer.from('\r', 'latin1')
const QUOTED = Buffer.from('>From ', 'latin1')

/**
 * Splits a slice into its messages, in order: separator and quoting taken off, line ends of an mbox LF. Never throws,
 * never loses a message. When the caller stops early nothing stays open. Runs in worker threads. A message without
 * quoting and CR is what mbox-reader would give back byte for byte: it is taken as it stands, at a fiftieth of the time.
 */
export async function* readSlice(slice: Slice): AsyncGenerator<RawMessage | DeletedMessage> {
  const bytes = Buffer.from(slice.bytes.buffer, slice.bytes.byteOffset, slice.bytes.byteLength)
  const plan = planOf(bytes, slice)
  if (slice.container === 'eml') {
    for (const planned of plan)
      yield planned.deleted ? deleted(slice, planned) : message(slice, bytes, planned, wholeOf(bytes, planned))
    return
  }
  const forReader = plan.filter(({ by, deleted }) => by === 'mbox-reader' && !deleted)
  const reader = forReader.length > 0 ? await openReader(bytes, forReader) : null
  try {
    for (const planned of plan) {
      if (planned.deleted) {
        yield deleted(slice, planned)
      } else if (planned.by === 'itself') {
        yield message(slice, bytes, planned, wholeOf(bytes, planned))
      } else {
        const read = planned.by === 'mbox-reader' ? await reader?.next() : null
        // What mbox-reader does not give back, we take ourselves.
        yield message(slice, bytes, planned, read ?? unquote(wholeOf(bytes, planned), planned.extent.quoted))
      }
    }
  } finally {
    await reader?.close()
  }
}

/** mbox-reader over these messages; `next` gives null where it gives nothing. */
async function openReader(bytes: Buffer, messages: readonly Planned[]) {
  // Read in when it is first needed: its tables of charsets take longer than the first hundred messages.
  const { mboxReader } = await import('mbox-reader')
  const extents = messages.map(({ extent }) => extent)
  const source = streamOf(guarded(bytes, extents))
  const reader = mboxReader(source)
  return {
    async next(): Promise<Buffer | null> {
      const read = await reader.next().catch(() => null)
      return read === null || read.done === true ? null : read.value.content.subarray(GUARD_BYTES)
    },
    async close(): Promise<void> {
      // mbox-reader leaves its source open when it is not read to the end.
      source.destroy()
      await reader.return()
    },
  }
}

function planOf(bytes: Buffer, slice: Slice): Planned[] {
  const status = new Finder(bytes, MOZILLA_STATUS)
  const cr = new Finder(bytes, CR)
  const quoted = new Finder(bytes, QUOTED)
  return slice.starts.map((start, at) => {
    const end = slice.starts[at + 1] ?? bytes.length
    const cut = slice.lastFullSize !== null && at === slice.starts.length - 1
    const extent =
      slice.container === 'mbox'
        ? extentOf(bytes, start, end, { cut, maySayLength: slice.maySayLength })
        : { from: start, to: end, quoted: false }
    const plain = !cr.occursIn(extent) && !(extent.quoted && quoted.occursIn(extent))
    return {
      extent,
      index: slice.firstIndex + at,
      start,
      end,
      deleted: status.occursIn(extent) && isExpunged(wholeOf(bytes, { extent })),
      by: plain ? 'itself' : hasLongLine(bytes, extent) ? 'unquote' : 'mbox-reader',
    }
  })
}

/** Whether something occurs in one extent after the other: each byte is looked at once. */
class Finder {
  readonly #bytes: Buffer
  readonly #needle: Buffer
  #next: number

  constructor(bytes: Buffer, needle: Buffer) {
    this.#bytes = bytes
    this.#needle = needle
    this.#next = bytes.indexOf(needle)
  }

  /** Extents must be asked about in their order. */
  occursIn({ from, to }: Extent): boolean {
    if (this.#next >= 0 && this.#next < from) this.#next = this.#bytes.indexOf(this.#needle, from)
    return this.#next >= 0 && this.#next < to
  }
}

function isExpunged(message: Buffer): boolean {
  const digits = /^X-Mozilla-Status:[ \t]*([0-9a-f]{4})\b/im.exec(readHeaderText(message).text)?.[1]
  return digits !== undefined && (Number.parseInt(digits, 16) & EXPUNGED) !== 0
}

function wholeOf(bytes: Buffer, { extent }: Pick<Planned, 'extent'>): Buffer {
  return bytes.subarray(extent.from, extent.to)
}

function deleted(slice: Slice, { index, start }: Planned): DeletedMessage {
  return { deleted: true, index, offset: slice.offset + start }
}

function message(slice: Slice, bytes: Buffer, planned: Planned, content: Buffer): RawMessage {
  const { start, end, extent, index } = planned
  const cutSize = end === bytes.length ? slice.lastFullSize : null
  return {
    file: slice.file,
    index,
    offset: slice.offset + start,
    bytes: content,
    // Read when asked for: most messages say themselves when they were written.
    get separatorDate() {
      return slice.container === 'mbox' ? separatorDate(bytes.toString('latin1', start, extent.from).trimEnd()) : null
    },
    fullSize: cutSize ?? content.length,
  }
}
