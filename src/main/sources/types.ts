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
  /** False where no message in `bytes` states a Content-Length. */
  maySayLength: boolean
  /** True where the file cannot be opened again at an offset (gz, archive, upload): the store keeps a copy. */
  keepCopy: boolean
}

/**
 * What reading yields, in order. A file in an archive is named `archive.zip/entry` and has events of its own between
 * those of the archive. `bytesRead` counts bytes on disk (compressed ones) of the file on disk: in a slice those read so
 * far, in `file-done` all of them, and 0 for a file in an archive, so that the sum over `file-done` is what
 * `estimateBytes` promised.
 */
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
