import { BAD } from './example.ts'
import type { ListFormat } from './types.ts'

export const klaviyo: ListFormat = {
  name: 'klaviyo',
  label: 'Klaviyo',
  group: 'service',
  extension: 'csv',
  lineEnd: 'lf',
  hint: 'Profiles to be suppressed.',
  upload: 'Profiles, Suppressed: upload file.',
  note: null,
  standing: 'documented',
  sources: ['https://help.klaviyo.com/hc/en-us/articles/115005073867'],
  suppresses: true,
  detailed: false,
  header: ['Email'],
  rows: ({ address }) => [[address]],
  maxRows: null,
  maxBytes: 50_000_000,
  ascii: false,
  example: { entries: [BAD], text: 'Email\nbad@example.com\n' },
}
