import { BAD } from './example.ts'
import { reasonOf } from './reply.ts'
import type { ListFormat } from './types.ts'

/** A bounced address takes neither kind of mail. */
const TYPES = ['transactional', 'non_transactional'] as const

export const sparkpost: ListFormat = {
  name: 'sparkpost',
  label: 'SparkPost (Bird)',
  group: 'service',
  extension: 'csv',
  lineEnd: 'lf',
  hint: 'The suppression list: each address once for transactional and once for other mail.',
  upload: 'Suppressions: bulk upload.',
  note: 'An account holds at most 1,000,000 entries; each address takes two. The vendor documents the fields; the columns are those of a tool that follows its template.',
  standing: 'partly',
  sources: [
    'https://developers.sparkpost.com/api/suppression-list',
    'https://docs.bird.com/api/email-api/suppression-list',
    'https://github.com/tuck1s/sparkySuppress',
  ],
  suppresses: true,
  detailed: true,
  header: ['recipient', 'type', 'description'],
  rows: (entry) => TYPES.map((type) => [entry.address, type, reasonOf(entry)]),
  maxRows: null,
  maxBytes: null,
  ascii: false,
  example: {
    entries: [BAD],
    text: 'recipient,type,description\nbad@example.com,transactional,550 5.1.1 user unknown\nbad@example.com,non_transactional,550 5.1.1 user unknown\n',
  },
}
