import { BAD } from './example.ts'
import type { ListFormat } from './types.ts'

export const ses: ListFormat = {
  name: 'ses',
  label: 'Amazon SES',
  group: 'service',
  extension: 'csv',
  lineEnd: 'lf',
  hint: 'The account-level suppression list, with BOUNCE or COMPLAINT as the reason.',
  upload:
    'SES console: suppression list, account level, add in bulk; or an import job from S3 (SuppressionListImportAction PUT, DataFormat CSV).',
  note: 'Once for each region. The account must have production access.',
  standing: 'documented',
  sources: [
    'https://docs.aws.amazon.com/ses/latest/dg/sending-email-suppression-list.html',
    'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_Destination.html',
  ],
  suppresses: true,
  detailed: true,
  header: null,
  rows: ({ address, complaint }) => [[address, complaint ? 'COMPLAINT' : 'BOUNCE']],
  maxRows: 100_000,
  maxBytes: null,
  ascii: true,
  example: {
    entries: [BAD, { ...BAD, address: 'angry@example.com', complaint: true }],
    text: 'bad@example.com,BOUNCE\nangry@example.com,COMPLAINT\n',
  },
}
