/**
 * The words of TriageApi that a window needs while it runs. They stand apart from the contract, so that the window does
 * not carry the contract's validation with it.
 */

/** Most rows in one page: a table asks for a screen or two, copying all that match for as many as it may. */
export const MAX_PAGE = 5_000

/** `careful`: the verdict table. `strict`: every hard bounce goes, as simple guides advise. */
export const POLICIES = ['careful', 'strict'] as const
export type Policy = (typeof POLICIES)[number]

/** Export formats by name: `plain` (one address a line), `audit` (the full CSV); later one for each importer. */
export const EXPORT_FORMATS = ['plain', 'audit'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const LINE_ENDS = ['lf', 'crlf'] as const

/** Errors are values: a code for the program, a sentence for people. */
export const API_ERRORS = {
  NOT_FOUND: { message: 'This is not there any more.' },
  BUSY: { message: 'Another import is still running. Cancel it or wait for it to end.' },
  NOT_ALLOWED: { message: 'These files were not chosen in this window.' },
  UNREADABLE: { message: 'The message can no longer be read: its file was changed, moved or deleted.' },
  WRITE_FAILED: { message: 'The file could not be written.' },
  ENGINE_LOST: { message: 'The engine stopped unexpectedly. It is being started again.' },
  CANCELLED: { message: 'Nothing was done: you cancelled.' },
} as const
export type ApiErrorCode = keyof typeof API_ERRORS
