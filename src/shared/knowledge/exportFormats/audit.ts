import type { FormatInfo } from './types.ts'

/** Records instead of addresses; its columns are the fields of `BounceRecord`. */
export const audit: FormatInfo = {
  name: 'audit',
  label: 'Audit CSV',
  group: 'file',
  extension: 'csv',
  lineEnd: 'crlf',
  hint: 'Every record with code, cause, verdict and evidence, for spreadsheets and your files.',
  upload: null,
  note: 'Cells that a spreadsheet would run as a formula have an apostrophe in front.',
  standing: 'documented',
  sources: ['https://www.rfc-editor.org/rfc/rfc4180'],
}
