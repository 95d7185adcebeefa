import { BAD } from './example.ts'
import type { ExportEntry, ListFormat } from './types.ts'

/** Kept with the subscriber as JSON: what a person finds who asks later why the address is blocked. */
function attributes({ complaint, enhancedCode, replyCode }: ExportEntry): string {
  if (complaint) return JSON.stringify({ complaint: true })
  return JSON.stringify({ bounce: enhancedCode ?? replyCode ?? 'undelivered' })
}

export const listmonk: ListFormat = {
  name: 'listmonk',
  label: 'listmonk',
  group: 'service',
  extension: 'csv',
  lineEnd: 'lf',
  hint: 'Subscribers to be blocklisted, with the code as an attribute.',
  upload:
    'Subscribers, Import: mode “Blocklist”, delimiter comma; by API: POST /api/import/subscribers with {"mode":"blocklist","delim":","}.',
  note: null,
  standing: 'documented',
  sources: ['https://listmonk.app/docs/apis/import/', 'https://github.com/knadh/listmonk'],
  suppresses: true,
  detailed: true,
  header: ['email', 'name', 'attributes'],
  rows: (entry) => [[entry.address, '', attributes(entry)]],
  maxRows: null,
  maxBytes: null,
  ascii: false,
  example: {
    entries: [BAD],
    text: 'email,name,attributes\nbad@example.com,,"{""bounce"":""5.1.1""}"\n',
  },
}
