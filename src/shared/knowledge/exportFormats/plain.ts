import { BAD } from './example.ts'
import type { ListFormat } from './types.ts'

export const plain: ListFormat = {
  name: 'plain',
  label: 'Plain list',
  group: 'list',
  extension: 'txt',
  lineEnd: 'lf',
  hint: 'One address a line, nothing else.',
  upload: 'Any box or import that takes addresses, one a line.',
  note: null,
  standing: 'documented',
  sources: [],
  suppresses: false,
  detailed: false,
  header: null,
  rows: ({ address }) => [[address]],
  maxRows: null,
  maxBytes: null,
  ascii: false,
  example: { entries: [BAD], text: 'bad@example.com\n' },
}
