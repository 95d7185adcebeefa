import { BAD } from './example.ts'
import type { ListFormat } from './types.ts'

export const phplist: ListFormat = {
  name: 'phplist',
  label: 'phpList',
  group: 'service',
  extension: 'txt',
  lineEnd: 'lf',
  hint: 'The suppression list, one address a line.',
  upload: 'Administration, page “suppressionlist”: paste it; tick “make permanent” to keep the addresses out for good.',
  note: 'Super administrators only.',
  standing: 'documented',
  sources: ['https://github.com/phpList/phplist3'],
  suppresses: true,
  detailed: false,
  header: null,
  rows: ({ address }) => [[address]],
  maxRows: null,
  maxBytes: null,
  ascii: false,
  example: { entries: [BAD], text: 'bad@example.com\n' },
}
