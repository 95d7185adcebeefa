import { BAD } from './example.ts'
import type { ListFormat } from './types.ts'

export const cloudflare: ListFormat = {
  name: 'cloudflare',
  label: 'Cloudflare Email Service',
  group: 'service',
  extension: 'csv',
  lineEnd: 'lf',
  hint: 'The suppressions of an account or a sending domain.',
  upload: 'Compute, Email Service, Email Sending, Suppressions: upload or paste it.',
  note: 'Choose there whether it holds for the account or one domain, and for how long.',
  standing: 'documented',
  sources: ['https://developers.cloudflare.com/email-service/configuration/suppressions/'],
  suppresses: true,
  detailed: false,
  header: null,
  rows: ({ address }) => [[address]],
  maxRows: null,
  maxBytes: null,
  ascii: false,
  example: { entries: [BAD], text: 'bad@example.com\n' },
}
