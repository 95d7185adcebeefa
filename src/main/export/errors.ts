/** What keeps a file from being written, as a sentence that names it. */

/**
 * `NO_FOLDER`, `NOT_ALLOWED`, `IS_FOLDER`, `EXISTS` (and must not be replaced), `FULL` (no room), `CLOSED`
 * (nobody reads on), `FAILED` (anything else).
 */
export type ExportErrorCode = 'NO_FOLDER' | 'NOT_ALLOWED' | 'IS_FOLDER' | 'EXISTS' | 'FULL' | 'CLOSED' | 'FAILED'

export class ExportError extends Error {
  readonly code: ExportErrorCode
  /** As it was asked for. */
  readonly file: string

  constructor(code: ExportErrorCode, file: string, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'ExportError'
    this.code = code
    this.file = file
  }
}

const BY_ERRNO: Record<string, ExportErrorCode> = {
  ENOENT: 'NO_FOLDER',
  ENOTDIR: 'NO_FOLDER',
  EACCES: 'NOT_ALLOWED',
  EPERM: 'NOT_ALLOWED',
  EROFS: 'NOT_ALLOWED',
  EBUSY: 'NOT_ALLOWED',
  EISDIR: 'IS_FOLDER',
  EEXIST: 'EXISTS',
  ENOSPC: 'FULL',
  EDQUOT: 'FULL',
  EFBIG: 'FULL',
  EPIPE: 'CLOSED',
}

const SENTENCES: Record<ExportErrorCode, (file: string) => string> = {
  NO_FOLDER: (file) => `${file} could not be written: its folder does not exist.`,
  NOT_ALLOWED: (file) => `${file} could not be written: this is not allowed there. Choose another folder.`,
  IS_FOLDER: (file) => `${file} could not be written: it is a folder.`,
  EXISTS: (file) => `${file} is there already and was left as it is. Choose another name or folder.`,
  FULL: (file) => `${file} could not be written: there is no room left on the disk.`,
  CLOSED: (file) => `${file} could not be written to the end: nobody reads it any more.`,
  FAILED: (file) => `${file} could not be written.`,
}

/** An error of the file system as an `ExportError`; any other error as it is. */
export function asExportError(error: unknown, file: string): unknown {
  if (error instanceof ExportError) return error
  const errno = (error as NodeJS.ErrnoException | null)?.code
  if (!(error instanceof Error) || typeof errno !== 'string' || !/^E[A-Z0-9]+$/.test(errno)) return error
  const code = BY_ERRNO[errno] ?? 'FAILED'
  return new ExportError(code, file, SENTENCES[code](file), error)
}
