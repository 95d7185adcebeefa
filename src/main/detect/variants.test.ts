import { describe, expect, it } from 'vitest'
import { detect } from './index.ts'
import { parseBytes } from './testing/fixtures.ts'

/**
 * Delivery reports as they come: each report is damaged or wrapped in every way below and must say the same as the clean one.
 */
interface Report {
  name: string
  headers: readonly string[]
  /** The part for people. */
  words: string
  /** The groups of the delivery-status part. */
  status: string
  returned: string
  states: readonly string[]
}

const RETURNED = [
  'Return-Path: <news@example.org>',
  'Received: from app.example.org (app.example.org [192.0.2.10])',
  '\tby mail.example.org (Postfix) with ESMTP id 4A1; Tue,  3 Nov 2026 09:00:00 +0000 (UTC)',
  'From: News <news@example.org>',
  'To: Readers <readers@example.org>',
  'Reply-To: office@example.org',
  'Subject: News of November',
  'Message-ID: <n1@example.org>',
  'Date: Tue, 3 Nov 2026 09:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: text/plain',
  '',
  'Write to help@example.org.',
].join('\n')

const REPORTS: readonly Report[] = [
  {
    name: 'one failure, Postfix',
    headers: [
      'Return-Path: <>',
      'Date: Tue,  3 Nov 2026 10:00:00 +0000 (UTC)',
      'From: MAILER-DAEMON@mail.example.org (Mail Delivery System)',
      'Subject: Undelivered Mail Returned to Sender',
      'To: news@example.org',
      'Auto-Submitted: auto-replied',
      'Message-Id: <r1@mail.example.org>',
    ],
    words: [
      'This is the mail system at host mail.example.org.',
      '',
      'I’m sorry to have to inform you that your message could not'.replace('’', "'"),
      'be delivered to one or more recipients.',
      '',
      '<anna@example.com>: host mx.example.com[192.0.2.20] said: 550 5.1.1',
      '    <anna@example.com>: Recipient address rejected: User unknown (in reply to',
      '    RCPT TO command)',
    ].join('\n'),
    status: [
      'Reporting-MTA: dns; mail.example.org',
      'X-Postfix-Queue-ID: 4A1',
      'X-Postfix-Sender: rfc822; news@example.org',
      'Arrival-Date: Tue,  3 Nov 2026 09:00:00 +0000 (UTC)',
      '',
      'Final-Recipient: rfc822; anna@example.com',
      'Original-Recipient: rfc822;anna@example.com',
      'Action: failed',
      'Status: 5.1.1',
      'Remote-MTA: dns; mx.example.com',
      'Diagnostic-Code: smtp; 550 5.1.1 <anna@example.com>: Recipient address rejected:',
      '    User unknown',
    ].join('\n'),
    returned: RETURNED,
    states: ['bounce anna@example.com 550 5.1.1'],
  },
  {
    name: 'mixed outcomes, Sendmail',
    headers: [
      'Return-Path: <MAILER-DAEMON>',
      'Date: Tue, 3 Nov 2026 10:00:00 GMT',
      'From: Mail Delivery Subsystem <MAILER-DAEMON@mail.example.org>',
      'To: <news@example.org>',
      'Subject: Returned mail: see transcript for details',
      'Auto-Submitted: auto-generated (failure)',
      'Message-Id: <r2@mail.example.org>',
    ],
    words: [
      'The original message was received at Tue, 3 Nov 2026 09:00:00 GMT',
      'from app.example.org [192.0.2.10]',
      '',
      '   ----- The following addresses had permanent fatal errors -----',
      '<berta@example.com>',
      '    (reason: 552 5.2.2 Mailbox full)',
      '',
      '   ----- The following addresses had transient non-fatal errors -----',
      '<carl@example.net>',
      '    (reason: 451 4.7.1 Greylisted, try again later)',
    ].join('\n'),
    status: [
      'Reporting-MTA: dns; mail.example.org',
      'Received-From-MTA: DNS; app.example.org',
      'Arrival-Date: Tue, 3 Nov 2026 09:00:00 GMT',
      '',
      'Final-Recipient: RFC822; berta@example.com',
      'Action: failed',
      'Status: 5.2.2',
      'Remote-MTA: DNS; mx.example.com',
      'Diagnostic-Code: SMTP; 552 5.2.2 Mailbox full',
      'Last-Attempt-Date: Tue, 3 Nov 2026 10:00:00 GMT',
      '',
      'Final-Recipient: RFC822; carl@example.net',
      'Action: delayed',
      'Status: 4.7.1',
      'Diagnostic-Code: SMTP; 451 4.7.1 Greylisted, try again later',
      'Will-Retry-Until: Sun, 8 Nov 2026 10:00:00 GMT',
      '',
      'Final-Recipient: RFC822; dora@example.net',
      'Action: relayed',
      'Status: 2.6.0',
    ].join('\n'),
    returned: RETURNED,
    states: [
      'bounce berta@example.com 552 5.2.2',
      'delay carl@example.net 451 4.7.1',
      'delivered dora@example.net - 2.6.0',
    ],
  },
  {
    name: 'a local part beyond ASCII, Exchange',
    headers: [
      'Return-Path: <>',
      'From: postmaster@mail.example.org',
      'To: news@example.org',
      'Date: Tue, 3 Nov 2026 10:00:00 +0000',
      'Message-ID: <r3@mail.example.org>',
      'Subject: =?utf-8?B?VW56dXN0ZWxsYmFyOiBOZXdz?=',
    ],
    words:
      'Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\nemil@example.com\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden.',
    status: [
      'Reporting-MTA: dns;mail.example.org',
      '',
      'Final-recipient: RFC822;emil@example.com',
      'Action: failed',
      'Status: 5.1.10',
      'Remote-MTA: dns;mx.example.com',
      "Diagnostic-code: smtp;550-5.1.10 Postfach unerreichbar für 'emil'",
      ' 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    ].join('\n'),
    returned: RETURNED,
    states: ['bounce emil@example.com 550 5.1.10'],
  },
]

const BOUNDARY = 'b1_4A1.1762160000/mail.example.org'

interface Shape {
  contentType?: string | null
  mimeVersion?: boolean
  wordsHeaders?: readonly string[]
  statusHeaders?: readonly string[]
  returnedHeaders?: readonly string[]
  words?: string
  status?: string
  returned?: string
  open?: string
  close?: string
}

function part(headers: readonly string[], body: string): string {
  return `${headers.join('\n')}${headers.length > 0 ? '\n' : ''}\n${body}\n`
}

/** The report as a message; what `shape` does not change is as RFC 3462 wants it. */
function written(report: Report, shape: Shape = {}): string {
  const type =
    shape.contentType === undefined
      ? `multipart/report; report-type=delivery-status; boundary="${BOUNDARY}"`
      : shape.contentType
  const head = [
    ...report.headers,
    ...(shape.mimeVersion === false ? [] : ['MIME-Version: 1.0']),
    ...(type === null ? [] : [`Content-Type: ${type}`]),
  ]
  const parts = [
    part(shape.wordsHeaders ?? ['Content-Type: text/plain; charset=utf-8'], shape.words ?? report.words),
    part(shape.statusHeaders ?? ['Content-Type: message/delivery-status'], shape.status ?? report.status),
    part(shape.returnedHeaders ?? ['Content-Type: message/rfc822'], shape.returned ?? report.returned),
  ]
  const open = shape.open ?? `--${BOUNDARY}`
  return `${head.join('\n')}\n\n${parts.map((one) => `${open}\n${one}`).join('')}${shape.close ?? `--${BOUNDARY}--`}\n`
}

const base64 = (text: string) =>
  (
    Buffer.from(text, 'utf8')
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\n')
const quotedPrintable = (text: string) =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) =>
      byte === 10
        ? '\n'
        : byte === 61 || byte > 126 || byte < 32
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
    )
    .join('')
    .split('\n')
    .map((line) => line.replace(/.{70}(?=.)/g, '$&=\n'))
    .join('\n')
const html = (text: string) =>
  `<html><head><style>p { color: red }</style></head><body><p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n\n/g, '</p>\n<p>').replace(/\n/g, '<br>\n')}</p><p><a href="mailto:help@example.org">Help</a></p></body></html>`

const forwarded = (name: string, inner: string) =>
  [
    'Return-Path: <ann@example.org>',
    'From: Ann <ann@example.org>',
    'To: office@example.org',
    `Subject: ${name}: Undelivered Mail Returned to Sender`,
    'Date: Tue, 3 Nov 2026 11:00:00 +0000',
    'Message-ID: <f1@example.org>',
    inner,
  ].join('\n')

/** Ways in which reports are damaged or wrapped on their way. */
const VARIANTS: readonly [string, (report: Report) => string][] = [
  ['clean', (report) => written(report)],
  ['no MIME-Version', (report) => written(report, { mimeVersion: false })],
  ['no Content-Type', (report) => written(report, { contentType: null, mimeVersion: false })],
  ['text/plain', (report) => written(report, { contentType: 'text/plain; charset=us-ascii' })],
  ['multipart/mixed', (report) => written(report, { contentType: `multipart/mixed; boundary="${BOUNDARY}"` })],
  [
    'multipart/report without its type',
    (report) => written(report, { contentType: `multipart/report; boundary="${BOUNDARY}"` }),
  ],
  [
    'report-type in capitals and quotes',
    (report) =>
      written(report, { contentType: `Multipart/Report; Report-Type="Delivery-Status"; Boundary="${BOUNDARY}"` }),
  ],
  [
    'boundary not quoted',
    (report) => written(report, { contentType: `multipart/report; report-type=delivery-status; boundary=${BOUNDARY}` }),
  ],
  [
    'boundary on a line of its own',
    (report) =>
      written(report, { contentType: `multipart/report; report-type=delivery-status;\n\tboundary="${BOUNDARY}"` }),
  ],
  [
    'boundary on a line that is not indented',
    (report) =>
      written(report, { contentType: `multipart/report; report-type=delivery-status;\nboundary="${BOUNDARY}"` }),
  ],
  [
    'another boundary than announced',
    (report) => written(report, { contentType: 'multipart/report; report-type=delivery-status; boundary="other"' }),
  ],
  [
    'no boundary announced',
    (report) => written(report, { contentType: 'multipart/report; report-type=delivery-status' }),
  ],
  ['boundary never closed', (report) => written(report, { close: '' })],
  ['a preamble', (report) => written(report).replace('\n\n--', '\n\nThis is a MIME-encapsulated message.\n\n--')],
  ['blanks behind the delimiters', (report) => written(report, { open: `--${BOUNDARY}  ` })],
  [
    'status as text/plain',
    (report) => written(report, { statusHeaders: ['Content-Type: text/plain; charset=us-ascii'] }),
  ],
  [
    'status as an attachment',
    (report) =>
      written(report, {
        statusHeaders: [
          'Content-Type: application/octet-stream; name="details.txt"',
          'Content-Disposition: attachment; filename="details.txt"',
        ],
      }),
  ],
  ['status without headers', (report) => written(report, { statusHeaders: [] })],
  [
    'status in base64',
    (report) =>
      written(report, {
        statusHeaders: ['Content-Type: message/delivery-status', 'Content-Transfer-Encoding: base64'],
        status: base64(report.status),
      }),
  ],
  [
    'status in quoted-printable',
    (report) =>
      written(report, {
        statusHeaders: ['Content-Type: message/delivery-status', 'Content-Transfer-Encoding: quoted-printable'],
        status: quotedPrintable(report.status),
      }),
  ],
  [
    'status called quoted-printable and not encoded',
    (report) =>
      written(report, {
        statusHeaders: ['Content-Type: message/delivery-status', 'Content-Transfer-Encoding: quoted-printable'],
      }),
  ],
  [
    'status called base64 and not encoded',
    (report) =>
      written(report, {
        statusHeaders: ['Content-Type: message/delivery-status', 'Content-Transfer-Encoding: base64'],
      }),
  ],
  [
    'international status',
    (report) =>
      written(report, {
        statusHeaders: ['Content-Type: message/global-delivery-status; charset=utf-8'],
        returnedHeaders: ['Content-Type: message/global'],
        status: report.status.replace(/rfc822;/gi, 'utf-8;'),
      }),
  ],
  [
    'international status in base64',
    (report) =>
      written(report, {
        statusHeaders: ['Content-Type: message/global-delivery-status', 'Content-Transfer-Encoding: base64'],
        status: base64(report.status),
      }),
  ],
  [
    'returned headers alone',
    (report) =>
      written(report, {
        returnedHeaders: ['Content-Type: text/rfc822-headers'],
        returned: RETURNED.split('\n\n')[0] ?? '',
      }),
  ],
  [
    'nothing returned',
    (report) => written(report).replace(/--[^\n]*\nContent-Type: message\/rfc822[\s\S]*/, `--${BOUNDARY}--\n`),
  ],
  [
    'the words in base64',
    (report) =>
      written(report, {
        wordsHeaders: ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
        words: base64(report.words),
      }),
  ],
  [
    'the words in HTML alone',
    (report) =>
      written(report, { wordsHeaders: ['Content-Type: text/html; charset=utf-8'], words: html(report.words) }),
  ],
  [
    'the words in a misspelt charset',
    (report) => written(report, { wordsHeaders: ['Content-Type: text/plain; charset=x-utf8-unknown'] }),
  ],
  ['no words', (report) => written(report, { words: '' })],
  [
    'all of it as one text',
    (report) =>
      `${report.headers.join('\n')}\nContent-Type: text/plain; charset=utf-8\n\n${report.words}\n\n${report.status}\n\n${report.returned}\n`,
  ],
  [
    'all of it as one HTML page',
    (report) =>
      `${report.headers.join('\n')}\nContent-Type: text/html; charset=utf-8\n\n${html(`${report.words}\n\n${report.status}`)}\n`,
  ],
  [
    'all of it indented',
    (report) =>
      `${report.headers.join('\n')}\n\n${report.words}\n\n${report.status.replace(/^(?=\S)/gm, '    ').replace(/^ {4}(?= )/gm, '    ')}\n`,
  ],
  ['CRLF', (report) => written(report).replaceAll('\n', '\r\n')],
  ['CR alone', (report) => written(report).replaceAll('\n', '\r')],
  ['CR CR LF', (report) => written(report).replaceAll('\n', '\r\r\n')],
  [
    'a blank line between all fields of the message group',
    (report) => written(report, { status: report.status.replace(/\n(?=(?:X-|Received-From|Arrival))/g, '\n\n') }),
  ],
  [
    'fields of the message in the first recipient group',
    (report) => written(report, { status: report.status.replace('\n\n', '\n') }),
  ],
  [
    'fields of a recipient in another order',
    (report) => written(report, { status: report.status.split('\n\n').map(reversed).join('\n\n') }),
  ],
  [
    'comments in fields',
    (report) =>
      written(report, {
        status: report.status.replace(/^(Action: \w+|Status: [\d.]+)$/gm, '$1 (as the other server says)'),
      }),
  ],
  [
    'folded fields',
    (report) => written(report, { status: report.status.replace(/^(Final-Recipient|Action|Status):[ ]/gim, '$1:\n ') }),
  ],
  [
    'names in small letters, blanks before the colon',
    (report) =>
      written(report, {
        status: report.status.replace(/^([A-Za-z-]+):/gm, (_, name: string) => `${name.toLowerCase()} :`),
      }),
  ],
  [
    'angle brackets around addresses',
    (report) => written(report, { status: report.status.replace(/(-Recipient: [A-Za-z0-9]+; ?)(\S+)/gi, '$1<$2>') }),
  ],
  [
    'addresses without a type',
    (report) => written(report, { status: report.status.replace(/(-Recipient: )[A-Za-z0-9]+; ?/gi, '$1') }),
  ],
  [
    'cut off behind the status',
    (report) => written(report).slice(0, written(report).indexOf(report.status) + report.status.length),
  ],
  [
    'forwarded as an attachment',
    (report) =>
      forwarded(
        'Fwd',
        `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="f0"\n\n--f0\nContent-Type: text/plain\n\n\n--f0\nContent-Type: message/rfc822\n\n${written(report)}\n--f0--\n`,
      ),
  ],
  [
    'forwarded as an attachment in base64',
    (report) =>
      forwarded(
        'WG',
        `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="f0"\n\n--f0\nContent-Type: text/plain\n\n\n--f0\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n${base64(written(report))}\n--f0--\n`,
      ),
  ],
  [
    'forwarded by a filter',
    (report) =>
      forwarded('Undelivered', `MIME-Version: 1.0\nContent-Type: message/rfc822\n\n${written(report)}`).replace(
        'ann@example.org',
        'filter@example.org',
      ),
  ],
  [
    'forwarded inline',
    (report) =>
      forwarded(
        'Fwd',
        `Content-Type: text/plain; charset=utf-8\n\n---------- Forwarded message ----------\n${['From', 'Date', 'Subject', 'To'].map((name) => report.headers.find((line) => line.startsWith(`${name}:`))).join('\n')}\n\n${report.words}\n\n${report.status}\n`,
      ),
  ],
  [
    'forwarded inline and quoted',
    (report) =>
      forwarded(
        'Fwd',
        `Content-Type: text/plain; charset=utf-8\n\n${[...report.headers, '', report.words, '', report.status].join('\n').replace(/^/gm, '> ')}\n`,
      ),
  ],
  [
    'nested twice',
    (report) =>
      forwarded(
        'Fwd',
        `Content-Type: multipart/mixed; boundary="f0"\n\n--f0\nContent-Type: message/rfc822\n\n${forwarded('Fwd', `Content-Type: multipart/mixed; boundary="f1"\n\n--f1\nContent-Type: message/rfc822\n\n${written(report)}\n--f1--\n`)}\n--f0--\n`,
      ),
  ],
]

function reversed(group: string): string {
  const fields = group.split(/\n(?!\s)/)
  return fields.toReversed().join('\n')
}

describe.each(REPORTS.map((report) => [report.name, report] as const))('%s', (_, report) => {
  it.each(VARIANTS)('%s', async (_name, vary) => {
    const message = await parseBytes(new TextEncoder().encode(vary(report)))
    const seen = detect(message).map(
      ({ kind, recipient, replyCode, enhancedCode }) =>
        `${kind} ${recipient} ${replyCode ?? '-'} ${enhancedCode ?? '-'}`,
    )
    expect(seen).toEqual(report.states)
  })
})

const several = (types: readonly string[], encode: (text: string) => string) =>
  forwarded(
    'Fwd',
    `Content-Type: multipart/mixed; boundary="f0"\n\n--f0\nContent-Type: text/plain\n\nThree of today.\n${REPORTS.map(
      (report) => `--f0\n${types.join('\n')}\n\n${encode(written(report))}\n`,
    ).join('')}--f0--\n`,
  )

describe('several reports passed on at once', () => {
  it.each([
    ['as messages', several(['Content-Type: message/rfc822'], (text) => text)],
    [
      'as files',
      several(
        ['Content-Type: application/octet-stream; name="report.eml"', 'Content-Transfer-Encoding: base64'],
        base64,
      ),
    ],
  ])('%s', async (_, text) => {
    const statements = detect(await parseBytes(new TextEncoder().encode(text)))
    expect(statements.map(({ kind, recipient }) => `${kind} ${recipient}`)).toEqual(
      REPORTS.flatMap(({ states }) => states).map((one) => one.split(' ').slice(0, 2).join(' ')),
    )
  })
})

it('takes the answer to another command in the group of a failure for none', async () => {
  const report = REPORTS[1]
  if (!report) throw new Error('no report')
  const status = report.status
    .replace('Status: 5.2.2', 'Status: 2.0.0')
    .replace('Diagnostic-Code: SMTP; 552 5.2.2 Mailbox full', 'Diagnostic-Code: SMTP; 250 OK')
  const [first] = detect(await parseBytes(new TextEncoder().encode(written(report, { status }))))
  expect([first?.kind, first?.recipient, first?.replyCode, first?.enhancedCode]).toEqual([
    'bounce',
    'berta@example.com',
    '552',
    '5.2.2',
  ])
})
