import { mboxReader } from 'mbox-reader'
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
  /** Goes around mbox-reader. */
  alone: boolean
}

const MOZILLA_STATUS = Buffer.from('X-Mozilla-Status:', 'latin1')
/** `Expunged` in Thunderbird's nsMsgMessageFlags. */
const EXPUNGED = 0x0008

/**
 * Splits a slice into its messages, in order: separator and quoting taken off, line ends of an mbox LF. Never throws,
 * never loses a message. When the caller stops early nothing stays open. Runs in worker threads.
 */
export async function* readSlice(slice: Slice): AsyncGenerator<RawMessage | DeletedMessage> {
  const bytes = Buffer.from(slice.bytes.buffer, slice.bytes.byteOffset, slice.bytes.byteLength)
  const plan = planOf(bytes, slice)
  if (slice.container === 'eml') {
    for (const planned of plan)
      yield planned.deleted ? deleted(slice, planned) : message(slice, bytes, planned, wholeOf(bytes, planned))
    return
  }
  const forReader = plan.filter((planned) => !planned.deleted && !planned.alone)
  const source = streamOf(
    guarded(
      bytes,
      forReader.map(({ extent }) => extent),
    ),
  )
  const reader = mboxReader(source)
  try {
    for (const planned of plan) {
      if (planned.deleted) {
        yield deleted(slice, planned)
        continue
      }
      const read = planned.alone ? null : await reader.next().catch(() => null)
      // What mbox-reader does not give back, we take ourselves.
      const content =
        read === null || read.done === true
          ? unquote(wholeOf(bytes, planned), planned.extent.quoted)
          : read.value.content.subarray(GUARD_BYTES)
      yield message(slice, bytes, planned, content)
    }
  } finally {
    // mbox-reader leaves its source open when it is not read to the end.
    source.destroy()
    await reader.return()
  }
}

function planOf(bytes: Buffer, slice: Slice): Planned[] {
  let status = bytes.indexOf(MOZILLA_STATUS)
  return slice.starts.map((start, at) => {
    const end = slice.starts[at + 1] ?? bytes.length
    const cut = slice.lastFullSize !== null && at === slice.starts.length - 1
    const extent =
      slice.container === 'mbox' ? extentOf(bytes, start, end, cut) : { from: start, to: end, quoted: false }
    while (status >= 0 && status < extent.from) status = bytes.indexOf(MOZILLA_STATUS, status + 1)
    return {
      extent,
      index: slice.firstIndex + at,
      start,
      end,
      deleted: status >= 0 && status < extent.to && isExpunged(bytes.subarray(extent.from, extent.to)),
      alone: hasLongLine(bytes, extent),
    }
  })
}

function isExpunged(message: Buffer): boolean {
  const digits = /^X-Mozilla-Status:[ \t]*([0-9a-f]{4})\b/im.exec(readHeaderText(message).text)?.[1]
  return digits !== undefined && (Number.parseInt(digits, 16) & EXPUNGED) !== 0
}

function wholeOf(bytes: Buffer, { extent }: Planned): Buffer {
  return bytes.subarray(extent.from, extent.to)
}

function deleted(slice: Slice, { index, start }: Planned): DeletedMessage {
  return { deleted: true, index, offset: slice.offset + start }
}

function message(slice: Slice, bytes: Buffer, planned: Planned, content: Buffer): RawMessage {
  const { start, end, extent, index } = planned
  const cutSize = end === bytes.length ? slice.lastFullSize : null
  const line = bytes.toString('latin1', start, extent.from).trimEnd()
  return {
    file: slice.file,
    index,
    offset: slice.offset + start,
    bytes: content,
    separatorDate: slice.container === 'mbox' ? separatorDate(line) : null,
    fullSize: cutSize ?? content.length,
  }
}
