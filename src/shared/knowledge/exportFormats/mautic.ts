import { BAD } from './example.ts'
import type { ListFormat } from './types.ts'

export const mautic: ListFormat = {
  name: 'mautic',
  label: 'Mautic',
  group: 'service',
  extension: 'csv',
  lineEnd: 'lf',
  hint: 'Contacts with “do not contact” set.',
  upload: 'Contacts, Import: map “email” to Email and “donotcontact” to Properties, Do not contact.',
  note: 'Mautic 3.0.1 ignored the second column; later versions read it.',
  standing: 'partly',
  sources: ['https://github.com/mautic/mautic/issues/9027'],
  suppresses: true,
  detailed: false,
  header: ['email', 'donotcontact'],
  rows: ({ address }) => [[address, '1']],
  maxRows: null,
  maxBytes: null,
  ascii: false,
  example: { entries: [BAD], text: 'email,donotcontact\nbad@example.com,1\n' },
}
