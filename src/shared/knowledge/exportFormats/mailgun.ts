import { BAD } from './example.ts'
import { textOf } from './reply.ts'
import type { ListFormat } from './types.ts'

/** What Mailgun takes where a row names no code. */
const DEFAULT_CODE = '550'

/** RFC 2822 (§3.3), universal time; empty where the report had no date: Mailgun then takes the time of the import. */
function rfc2822(iso: string | null): string {
  const time = iso === null ? Number.NaN : Date.parse(iso)
  return Number.isNaN(time) ? '' : new Date(time).toUTCString().replace(/GMT$/, 'UTC')
}

export const mailgun: ListFormat = {
  name: 'mailgun',
  label: 'Mailgun',
  group: 'service',
  extension: 'csv',
  lineEnd: 'lf',
  hint: 'The bounce list of one sending domain, with code, reply and date.',
  upload:
    'Import it into the bounces of your sending domain; by API: POST /v3/DOMAIN/bounces/import, as the field “file”.',
  note: 'Once for each sending domain.',
  standing: 'documented',
  sources: [
    'https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounces/post-v3--domainid--bounces-import',
  ],
  suppresses: true,
  detailed: true,
  header: ['address', 'code', 'error', 'created_at'],
  rows: (entry) => [[entry.address, entry.replyCode ?? DEFAULT_CODE, textOf(entry), rfc2822(entry.reportedAt)]],
  maxRows: null,
  maxBytes: 25_000_000,
  ascii: false,
  example: {
    entries: [BAD],
    text: 'address,code,error,created_at\nbad@example.com,550,5.1.1 user unknown,"Mon, 01 Sep 2025 10:00:00 UTC"\n',
  },
}
