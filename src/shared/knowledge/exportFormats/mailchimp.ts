import { BAD } from './example.ts'
import type { ListFormat } from './types.ts'

export const mailchimp: ListFormat = {
  name: 'mailchimp',
  label: 'Mailchimp',
  group: 'service',
  extension: 'csv',
  lineEnd: 'lf',
  hint: 'Contacts to be imported as unsubscribed.',
  upload: 'Audience: import contacts with the status “Unsubscribed”.',
  note: 'Mailchimp alone sets “cleaned”; it cannot be imported.',
  standing: 'not-verified',
  sources: ['https://mailchimp.com/help/about-cleaned-contacts'],
  suppresses: true,
  detailed: false,
  header: ['Email Address'],
  rows: ({ address }) => [[address]],
  maxRows: null,
  maxBytes: null,
  ascii: false,
  example: { entries: [BAD], text: 'Email Address\nbad@example.com\n' },
}
