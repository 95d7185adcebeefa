import { BAD } from './example.ts'
import type { ListFormat } from './types.ts'

export const brevo: ListFormat = {
  name: 'brevo',
  label: 'Brevo',
  group: 'service',
  extension: 'csv',
  lineEnd: 'lf',
  hint: 'Contacts to be blocklisted.',
  upload: 'Contacts: import the file and tick “Blocklist the imported email contacts”.',
  note: 'By API: emailBlacklist true, and a list to import into.',
  standing: 'documented',
  sources: ['https://developers.brevo.com/reference/import-contacts'],
  suppresses: true,
  detailed: false,
  header: ['EMAIL'],
  rows: ({ address }) => [[address]],
  maxRows: null,
  maxBytes: 8_000_000,
  ascii: false,
  example: { entries: [BAD], text: 'EMAIL\nbad@example.com\n' },
}
