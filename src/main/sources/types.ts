/** The sources room's contract: paths in, runs of whole messages out, cheap enough for the engine's own thread. */

/** How a file is laid out, recognised by its content. */
export type Container = 'mbox' | 'eml'

/**
 * Whole, consecutive messages of one file, not yet split or unquoted: what a worker is handed.
 * `bytes` begins at a true separator (mbox) or at the message (eml) and ends before the next one.
 */
export interface Slice {
  file: string
  container: Container
  /** Index of the first message in the file. */
  firstIndex: number
  /** Byte offset of `bytes` in the file, after decompression. */
  offset: number
  /** Owned by the receiver: may be transferred. */
  bytes: Uint8Array<ArrayBuffer>
  /** Start of each message in `bytes`, ascending, first 0. */
  starts: number[]
  /** Where the last message is longer than `MAX_MESSAGE_BYTES` only its head is in `bytes`: its full size; else null. */
  lastFullSize: number | null
  /** True where the file cannot be opened again at an offset (gz, archive, upload): the store keeps a copy. */
  keepCopy: boolean
}

/** What reading yields, in order. */
export type SourceEvent =
  | { type: 'file'; file: string; size: number | null }
  | { type: 'slice'; slice: Slice; bytesRead: number }
  /** A sentence for people; reading goes on with the next file. */
  | { type: 'unread'; file: string; place: string; why: string }
  | { type: 'file-done'; file: string; bytesRead: number }

export interface SourceOptions {
  signal?: AbortSignal
  /** Files lie in a spool that will be deleted: the store must keep copies. */
  keepCopies?: boolean
  /** Called `label` in records instead of its path: maps an absolute path to the name people know. */
  label?: (path: string) => string
}

// export function readSources(paths: string[], options: SourceOptions): AsyncGenerator<SourceEvent>      (index.ts)
// export function estimateBytes(paths: string[]): Promise<number>                                        (index.ts)
// export function readSlice(slice: Slice): AsyncGenerator<RawMessage | { deleted: true } >               (slice.ts; in workers)
