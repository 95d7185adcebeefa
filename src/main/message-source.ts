/** The raw message behind a record, as text to be shown as text. */
import { inflateRawSync } from 'node:zlib'
import type { MessageSource } from '../shared/query.ts'
import { messageHash } from './ingest/hash.ts'
import { readMessageAt } from './sources/messageAt.ts'
import type { StoredSource } from './store/index.ts'

/** Most of a message that is shown: a window searches this in an instant, and nobody reads on. */
const MAX_SHOWN_BYTES = 256 * 1024

/**
 * The message that `stored` points at: from the workspace's copy, else from its file while that still holds it. The hash
 * in the record's `id` tells whether it does. Null where file and message are gone or changed.
 */
export async function readMessageSource(stored: StoredSource, id: string): Promise<MessageSource | null> {
  const bytes = await readMessageBytes(stored, id)
  if (!bytes) return null
  const shown = bytes.subarray(0, MAX_SHOWN_BYTES)
  return { text: decode(shown), truncated: shown.length < stored.size, size: stored.size }
}

/** The message's own bytes, of a copy at most its first 256 KB; null as above. */
export async function readMessageBytes(stored: StoredSource, id: string): Promise<Uint8Array | null> {
  return stored.copy ? inflateRawSync(stored.copy) : await readFromFile(stored, id.slice(0, id.indexOf(':')))
}

async function readFromFile({ source }: StoredSource, hash: string): Promise<Uint8Array | null> {
  const message = await readMessageAt(source.file, source.offset, source.index).catch(() => null)
  return message && messageHash(message.bytes) === hash ? message.bytes : null
}

/** UTF-8 where it is, else byte by byte: a message as it travels is mostly ASCII. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
