/** The raw message behind a record, as text to be shown as text. */
import { open } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import type { MessageSource } from '../shared/query.ts'
import { messageHash } from './ingest/hash.ts'
import { MAX_MESSAGE_BYTES } from './sources/limits.ts'
import { readSlice } from './sources/slice.ts'
import type { Container, Slice } from './sources/types.ts'
import type { StoredSource } from './store/index.ts'

/** Most of a message that is shown: a window searches this in an instant, and nobody reads on. */
const MAX_SHOWN_BYTES = 256 * 1024
/** In an mbox a message may be twice as long as its content: CRLF instead of LF on empty lines, `>` before `From `. */
const MBOX_GROWTH = 2
/** Room for the separator line. */
const SEPARATOR_BYTES = 2_048

/**
 * The message that `stored` points at: from the workspace's copy, else from its file while that still holds it. The hash
 * in the record's `id` tells whether it does. Null where file and message are gone or changed.
 */
export async function readMessageSource(stored: StoredSource, id: string): Promise<MessageSource | null> {
  const bytes = stored.copy ? inflateRawSync(stored.copy) : await readFromFile(stored, id.slice(0, id.indexOf(':')))
  if (!bytes) return null
  const shown = bytes.subarray(0, MAX_SHOWN_BYTES)
  return { text: decode(shown), truncated: shown.length < stored.size, size: stored.size }
}

async function readFromFile({ source, size }: StoredSource, hash: string): Promise<Uint8Array | null> {
  const bytes = await readBytes(source.file, source.offset, size * MBOX_GROWTH + SEPARATOR_BYTES).catch(() => null)
  if (!bytes) return null
  const container: Container = /^From /.test(Buffer.from(bytes.subarray(0, 5)).toString('latin1')) ? 'mbox' : 'eml'
  const cut = size > MAX_MESSAGE_BYTES
  const slice: Slice = {
    file: source.file,
    container,
    firstIndex: source.index,
    offset: source.offset,
    bytes: cut ? bytes.slice(0, MAX_MESSAGE_BYTES) : bytes,
    starts: [0],
    lastFullSize: cut ? size : null,
    keepCopy: false,
  }
  for await (const raw of readSlice(slice)) {
    if ('deleted' in raw) return null
    const content = cut ? raw.bytes : raw.bytes.subarray(0, size)
    return messageHash(content) === hash ? content : null
  }
  return null
}

/** Bytes from `offset`, at most `length`; fewer at the end of the file. */
async function readBytes(file: string, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await open(file, 'r')
  try {
    const bytes = new Uint8Array(Math.min(length, Math.max(0, (await handle.stat()).size - offset)))
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, offset)
    return bytes.slice(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** UTF-8 where it is, else byte by byte: a message as it travels is mostly ASCII. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
