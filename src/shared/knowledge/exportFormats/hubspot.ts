import { BAD } from './example.ts'
import type { ListFormat } from './types.ts'

export const hubspot: ListFormat = {
  name: 'hubspot',
  label: 'HubSpot',
  group: 'service',
  extension: 'csv',
  lineEnd: 'lf',
  hint: 'The opt-out list: no contacts are created.',
  upload: 'Import: choose “An opt-out list”.',
  note: 'HubSpot asks you to type the number of contacts before it begins.',
  standing: 'documented',
  sources: ['https://knowledge.hubspot.com/marketing-email/import-an-opt-out-list'],
  suppresses: true,
  detailed: false,
  header: ['Email'],
  rows: ({ address }) => [[address]],
  maxRows: null,
  maxBytes: null,
  ascii: false,
  example: { entries: [BAD], text: 'Email\nbad@example.com\n' },
}
