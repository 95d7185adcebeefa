/** What a worker does with slices: split, parse, detect, judge. Never throws for what a message holds. */
import { deflateRawSync } from 'node:zlib'
import { type BounceRecord, strongestKind } from '../../shared/bounce.ts'
import { detect } from '../detect/index.ts'
import { parseMessage } from '../message/index.ts'
import type { RawMessage } from '../message/types.ts'
import { readSlice } from '../sources/slice.ts'
import type { Slice } from '../sources/types.ts'
import type { MessageEntry } from '../store/entry.ts'
import { assembleRecord, originalOf, UNRECOGNISED } from './assemble.ts'
import { messageHash } from './hash.ts'
import { unreadableRecord } from './unreadable.ts'

/** Most of a message that the workspace keeps a copy of. */
export const MAX_COPY_BYTES = 256 * 1024

/** One word that threads share: set once, and work whose outcome nobody waits for any more ends at the next message. */
export type CancelFlag = Int32Array<SharedArrayBuffer>

export const newCancelFlag = (): CancelFlag => new Int32Array(new SharedArrayBuffer(4))

export function setCancelled(flag: CancelFlag): void {
  Atomics.store(flag, 0, 1)
}

const isCancelled = (flag: CancelFlag | undefined): boolean => flag !== undefined && Atomics.load(flag, 0) === 1

/**
 * Hands over all messages of some slices, in order; only some of them once `cancelled` is set. Returns how many of
 * Thunderbird's deleted messages were left out.
 */
export async function processSlices(
  slices: Slice[],
  take: (entry: MessageEntry) => void,
  cancelled?: CancelFlag,
): Promise<number> {
  let deleted = 0
  for (const slice of slices) {
    for await (const raw of readSlice(slice)) {
      if (isCancelled(cancelled)) return deleted
      if ('deleted' in raw) deleted++
      else take(await processMessage(raw, slice.keepCopy))
    }
  }
  return deleted
}

/** One message; one that defeats the reader becomes an `unreadable` record that says why. */
export async function processMessage(raw: RawMessage, keepCopy: boolean): Promise<MessageEntry> {
  const hash = messageHash(raw.bytes)
  const copy = keepCopy ? deflateRawSync(raw.bytes.subarray(0, MAX_COPY_BYTES)) : null
  let records: BounceRecord[]
  try {
    const message = await parseMessage(raw)
    const original = originalOf(message.returned)
    records = detect(message).map((statement, index) => assembleRecord(message, statement, hash, index, original))
  } catch (error) {
    records = [unreadableRecord(raw, hash, `The message could not be read: ${(error as Error).message}`)]
  }
  const kind = strongestKind(records.map((record) => record.kind))
  return {
    hash,
    kind,
    unrecognised: kind === 'bounce' && records.every(namesNobody),
    source: { file: raw.file, index: raw.index, offset: raw.offset },
    records,
    copy,
    size: raw.fullSize,
  }
}

/** Looks like a bounce, in no form that any detector knows. */
function namesNobody({ recipient, evidence }: BounceRecord): boolean {
  return recipient === null && evidence.detector === UNRECOGNISED
}
