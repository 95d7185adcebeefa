/** What can go wrong with a workspace, as values a host can act on. */

/**
 * `LOCKED`: another process has it open. `NEWER`: written by a newer version of the app. `DAMAGED`: its bytes make no
 * sense. `FOREIGN`: a file, but no workspace. `UNWRITABLE`: the folder is missing, or reading or writing is refused.
 * `FULL`: no room on the disk or in memory. `CLOSED`: used after it was closed. `FAILED`: anything else.
 */
export type StoreErrorCode = 'LOCKED' | 'NEWER' | 'DAMAGED' | 'FOREIGN' | 'UNWRITABLE' | 'FULL' | 'CLOSED' | 'FAILED'

/** An error of the store: a code for the program, a sentence for people; the engine's own words are its `cause`. */
export class StoreError extends Error {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StoreError'
    this.code = code
  }
}

/** The database's words for each trouble, most telling first. */
const WORDS: readonly [RegExp, StoreErrorCode][] = [
  [/could not set lock|conflicting lock|already attached|unique file handle conflict|being used by another/i, 'LOCKED'],
  [/version number \d+, but we can only read|newer version of duckdb|storage version/i, 'NEWER'],
  [/no space left|disk full|not enough space|out of memory|max_temp_directory_size|could not allocate/i, 'FULL'],
  [
    /permission denied|read-only|no such file or directory|is a directory|not a directory|cannot open file/i,
    'UNWRITABLE',
  ],
  [
    /not a valid duckdb database|corrupt|checksum|serialization error|failed to deserialize|failure while replaying wal|database has been invalidated|could not read (enough|all)|magic bytes/i,
    'DAMAGED',
  ],
  [/connection (was )?(closed|disconnected)|database (was )?closed/i, 'CLOSED'],
]

const SENTENCES: Record<StoreErrorCode, (place: string) => string> = {
  LOCKED: (place) => `The workspace ${place} is in use by another window or command. Close that one first.`,
  NEWER: (place) =>
    `The workspace ${place} was written by a newer version of Bounce Triage. Update the app to open it.`,
  DAMAGED: (place) =>
    `The workspace ${place} is damaged and cannot be read. It was left as it is: move it away to start afresh; the mailboxes can be imported again.`,
  FOREIGN: (place) => `The file ${place} is not a workspace of Bounce Triage. It was left as it is.`,
  UNWRITABLE: (place) =>
    `The workspace ${place} cannot be opened for writing. Check that its folder exists and may be written to.`,
  FULL: (place) =>
    `The workspace ${place} could not take more: no room is left on the disk or in memory. What was stored before is kept.`,
  CLOSED: (place) => `The workspace ${place} is closed.`,
  FAILED: (place) => `The workspace ${place} could not be used because of an unexpected error.`,
}

/** A `StoreError` with the sentence for its code. `location` is a file or `:memory:`. */
export function storeError(code: StoreErrorCode, location: string, cause?: unknown): StoreError {
  return new StoreError(code, SENTENCES[code](location === ':memory:' ? 'in memory' : location), cause)
}

/** Any error out of the database as a `StoreError`. */
export function asStoreError(error: unknown, location: string): StoreError {
  if (error instanceof StoreError) return error
  const words = error instanceof Error ? error.message : String(error)
  const code = WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'FAILED'
  return storeError(code, location, error)
}
