import { BAD } from './example.ts'
import type { ListFormat } from './types.ts'

export const sendy: ListFormat = {
  name: 'sendy',
  label: 'Sendy',
  group: 'service',
  extension: 'csv',
  lineEnd: 'lf',
  hint: 'Addresses to be taken off, one a line.',
  upload: 'The suppression list of the brand: import the file.',
  note: null,
  standing: 'not-verified',
  sources: ['https://sendy.co/forum/discussion/15461'],
  suppresses: true,
  detailed: false,
  header: null,
  rows: ({ address }) => [[address]],
  maxRows: null,
  maxBytes: null,
  ascii: false,
  example: { entries: [BAD], text: 'bad@example.com\n' },
}
