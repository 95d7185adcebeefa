/**
 * The words of TriageApi that a window needs while it runs. They stand apart from the contract, so that the window does
 * not carry the contract's validation with it.
 */

/** Most rows in one page: a table asks for a screen or two, copying all that match for as many as it may. */
export const MAX_PAGE = 5_000

/** `careful`: the verdict table. `strict`: every hard bounce goes, as simple guides advise. */
export const POLICIES = ['careful', 'strict'] as const
export type Policy = (typeof POLICIES)[number]

/** Export formats by name: what each is stands in `knowledge/exportFormats`. */
export const EXPORT_FORMATS = [
  'plain',
  'audit',
  'ses',
  'brevo',
  'cloudflare',
  'hubspot',
  'klaviyo',
  'listmonk',
  'mailchimp',
  'mailgun',
  'mailjet',
  'mautic',
  'phplist',
  'sendy',
  'sparkpost',
] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/**
 * `remove`: addresses to which mail is to stop. `resend`: addresses that bounced through our fault or their server's, and
 * that must not be suppressed: to be written to again once that is mended.
 */
export const EXPORT_LISTS = ['remove', 'resend'] as const
export type ExportList = (typeof EXPORT_LISTS)[number]

/** What a person should know of a list before it is used. */
export const EXPORT_WARNINGS = [
  'incomplete',
  'strict-only',
  'keep',
  'watch',
  'review',
  'never-remove',
  'own-domain',
  'delivered-later',
] as const
export type ExportWarningKind = (typeof EXPORT_WARNINGS)[number]

export const LINE_ENDS = ['lf', 'crlf'] as const

/** Errors are values: a code for the program, a sentence for people. */
export const API_ERRORS = {
  NOT_FOUND: { message: 'This is not there any more.' },
  BUSY: { message: 'Another import is still running. Cancel it or wait for it to end.' },
  NOT_ALLOWED: { message: 'These files were not chosen in this window.' },
  UNREADABLE: { message: 'The message can no longer be read: its file was changed, moved or deleted.' },
  NOT_SHOWN: { message: 'The file is not there any more.' },
  WRITE_FAILED: { message: 'The file could not be written.' },
  ENGINE_LOST: { message: 'The engine stopped unexpectedly. It is being started again.' },
  CANCELLED: { message: 'Nothing was done: you cancelled.' },
} as const
export type ApiErrorCode = keyof typeof API_ERRORS
