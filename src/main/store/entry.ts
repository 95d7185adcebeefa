/** What ingest hands to the store for each message read. */
import type { BounceRecord, Kind, Source } from '../../shared/bounce.ts'

export interface MessageEntry {
  /** SHA-256 of the message (quoting undone, LF line ends), first 32 hex digits. */
  hash: string
  /** The strongest kind of its records. */
  kind: Kind
  /** A bounce that names no recipient. */
  unrecognised: boolean
  source: Source
  /** At least one; `addressVerdict` is null until the store has judged the addresses. */
  records: BounceRecord[]
  /** Deflated message (at most its first 256 KB) where its file cannot be read again at an offset; else null. */
  copy: Uint8Array | null
  /** Bytes of the whole message. */
  size: number
}
