import { BAD } from './example.ts'
import type { ListFormat } from './types.ts'

export const mailjet: ListFormat = {
  name: 'mailjet',
  label: 'Mailjet',
  group: 'service',
  extension: 'csv',
  lineEnd: 'lf',
  hint: 'The campaign exclusion list.',
  upload: 'Contacts, exclusion list: upload the file or paste it.',
  note: 'It holds back campaigns only; transactional mail is not affected.',
  standing: 'documented',
  sources: ['https://documentation.mailjet.com/hc/en-us/articles/360042455934'],
  suppresses: true,
  detailed: false,
  header: null,
  rows: ({ address }) => [[address]],
  maxRows: null,
  maxBytes: null,
  ascii: false,
  example: { entries: [BAD], text: 'bad@example.com\n' },
}
