/** Generated records: seeded, so that two runs show the same; reserved names only. */
import type { BounceRecord, Cause, Fault, Group, Kind, Verdict } from '../../../shared/bounce.ts'

export interface MockRecord extends BounceRecord {
  address: string | null
  subject: string
}

interface Template {
  kind: Kind
  weight: number
  group: Group | null
  cause: Cause | null
  fault: Fault | null
  verdict: Verdict | null
  replyCode: string | null
  enhancedCode: string | null
  provider: string | null
  diagnostic: string
  why: string
  fix: string
}

function bounce(
  weight: number,
  group: Group,
  cause: Cause,
  fault: Fault,
  verdict: Verdict,
  codes: [string | null, string | null],
  provider: string | null,
  diagnostic: string,
  kind: Kind = 'bounce',
): Template {
  const why = 'The reply names this address itself, and says that it is refused for good.'
  const fix = 'Take the address off your list and do not send to it again.'
  return {
    kind,
    weight,
    group,
    cause,
    fault,
    verdict,
    replyCode: codes[0],
    enhancedCode: codes[1],
    provider,
    diagnostic,
    why,
    fix,
  }
}

function noBounce(weight: number, kind: Kind): Template {
  return {
    ...bounce(weight, 'hard', 'unknown', 'unknown', 'review', [null, null], null, '', kind),
    group: null,
    cause: null,
    fault: null,
    verdict: kind === 'complaint' ? 'remove' : null,
    why: '',
    fix: '',
  }
}

const TEMPLATES: Template[] = [
  bounce(
    26,
    'hard',
    'mailbox-unknown',
    'address',
    'remove',
    ['550', '5.1.1'],
    'gmail',
    '550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient’s email address for typos or unnecessary spaces.',
  ),
  bounce(
    14,
    'hard',
    'mailbox-unknown',
    'address',
    'remove',
    ['550', '5.5.0'],
    'outlook',
    '550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302).',
  ),
  bounce(
    9,
    'hard',
    'domain-unknown',
    'address',
    'remove',
    [null, '5.1.2'],
    null,
    'Host or domain name not found. Name service error for name=old-shop.example type=A: Host not found',
  ),
  bounce(
    9,
    'hard',
    'authentication',
    'sender',
    'keep',
    ['550', '5.7.26'],
    'gmail',
    '550-5.7.26 Your email has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.',
  ),
  bounce(
    6,
    'hard',
    'spam',
    'sender',
    'keep',
    ['554', '5.7.9'],
    'yahoo',
    '554 5.7.9 Message not accepted for policy reasons.',
  ),
  bounce(
    4,
    'hard',
    'mailbox-disabled',
    'address',
    'remove',
    ['554', '5.7.1'],
    'yahoo',
    '554 delivery error: dd This user doesn’t have an account here',
  ),
  bounce(
    3,
    'hard',
    'recipient-refused',
    'mailbox',
    'review',
    ['550', '5.7.1'],
    'exchange-online',
    '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required',
  ),
  bounce(
    3,
    'hard',
    'blocklisted',
    'sender',
    'keep',
    ['554', '5.7.1'],
    'gmx',
    '554 5.7.1 Service unavailable; client host [192.0.2.17] blocked using an external list',
  ),
  bounce(2, 'hard', 'unknown', 'unknown', 'review', ['550', null], null, '550 Requested action not taken'),
  bounce(
    1,
    'hard',
    'relay-denied',
    'receiver',
    'review',
    ['551', '5.7.1'],
    null,
    '551 5.7.1 User not local; please try <forward-path>',
  ),
  bounce(
    10,
    'soft',
    'mailbox-full',
    'mailbox',
    'watch',
    ['452', '4.2.2'],
    'gmail',
    '452 4.2.2 The recipient’s inbox is out of storage space and inactive.',
  ),
  bounce(
    7,
    'soft',
    'rate-limited',
    'sender',
    'keep',
    ['421', '4.7.0'],
    'yahoo',
    '421 4.7.0 [TSS04] Messages from 192.0.2.17 temporarily deferred due to unexpected volume or user complaints.',
  ),
  bounce(
    5,
    'soft',
    'greylisted',
    'receiver',
    'keep',
    ['450', '4.2.0'],
    null,
    '450 4.2.0 Recipient address rejected: Greylisted, see again in 300 seconds',
  ),
  bounce(
    3,
    'soft',
    'server-trouble',
    'receiver',
    'watch',
    ['451', '4.3.0'],
    'web-de',
    '451 4.3.0 Requested action aborted: local error in processing',
  ),
  bounce(
    7,
    'timeout',
    'connection-failed',
    'network',
    'watch',
    [null, '4.4.1'],
    null,
    'connect to mx.example.net[198.51.100.7]:25: Connection timed out',
  ),
  bounce(
    4,
    'timeout',
    'expired',
    'network',
    'watch',
    [null, '4.4.7'],
    null,
    'delivery temporarily suspended: retry timeout exceeded',
  ),
  bounce(
    2,
    'timeout',
    'dns-failure',
    'network',
    'watch',
    [null, '4.4.3'],
    null,
    'Host or domain name not found. Name service error: type=MX: Host not found, try again',
  ),
  bounce(
    4,
    'soft',
    'greylisted',
    'receiver',
    'keep',
    ['451', '4.7.1'],
    null,
    '451 4.7.1 Please try again later',
    'delay',
  ),
  noBounce(1, 'complaint'),
  noBounce(5, 'auto-reply'),
  noBounce(3, 'other'),
  noBounce(1, 'delivered'),
  noBounce(1, 'challenge'),
]

const NAMES = [
  'ana',
  'bo',
  'chen',
  'dora',
  'emil',
  'fatima',
  'goran',
  'hanna',
  'ines',
  'jakub',
  'kira',
  'luis',
  'maria',
  'nils',
  'olga',
  'pavel',
  'quinn',
  'rosa',
  'sven',
  'tariq',
  'uma',
  'vera',
  'wim',
  'xenia',
  'yusuf',
  'zoe',
]
const LASTS = [
  'alvarez',
  'berg',
  'costa',
  'diaz',
  'eriksen',
  'fischer',
  'garcia',
  'haddad',
  'ivanova',
  'jansen',
  'kowalski',
  'lindqvist',
  'moreau',
  'novak',
  'okafor',
  'petrov',
  'rossi',
  'schmidt',
  'tanaka',
  'weber',
]
const DOMAINS = [
  'example.com',
  'example.org',
  'example.net',
  'mail.example',
  'shop.example',
  'studio.example',
  'old-shop.example',
  'verein.example',
  'a-rather-long-company-name.example',
]
const FILES = ['bounces-2026-01.mbox', 'bounces-2026-02.mbox', 'Takeout/Mail/Bounces.mbox']
const SUBJECTS = [
  'Undelivered Mail Returned to Sender',
  'Delivery Status Notification (Failure)',
  'Mail delivery failed: returning message to sender',
  'Undeliverable: Our spring offers',
]
const DAY_MS = 86_400_000

/** A small generator with a fixed seed (mulberry32): the same numbers every time. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T
}

const WEIGHTS = TEMPLATES.flatMap((template) => Array<Template>(template.weight).fill(template))

export function generateRecords(count: number): MockRecord[] {
  const random = seeded(7)
  const end = Date.UTC(2026, 10, 20)
  return Array.from({ length: count }, (_, index) => {
    const template = pick(WEIGHTS, random)
    const domain = template.cause === 'domain-unknown' ? 'old-shop.example' : pick(DOMAINS, random)
    const name = `${pick(NAMES, random)}.${pick(LASTS, random)}${random() < 0.7 ? Math.floor(random() * count) : ''}`
    const hidden = template.kind === 'other' || (template.cause === 'unknown' && random() < 0.3)
    const recipient = hidden ? null : `${random() < 0.1 ? name.toUpperCase() : name}@${domain}`
    const reportedAt = new Date(end - Math.floor(random() * 90) * DAY_MS - Math.floor(random() * DAY_MS)).toISOString()
    return makeRecord(template, index, recipient, domain, reportedAt, pick(FILES, random), pick(SUBJECTS, random))
  })
}

function makeRecord(
  template: Template,
  index: number,
  recipient: string | null,
  domain: string,
  reportedAt: string,
  file: string,
  subject: string,
): MockRecord {
  const { kind, group, cause, fault, verdict, replyCode, enhancedCode, provider } = template
  const diagnostic = template.diagnostic === '' ? null : template.diagnostic
  return {
    id: `${index.toString(16).padStart(32, '0')}:0`,
    source: { file, index, offset: index * 4311 },
    kind,
    recipient,
    originalRecipient: null,
    domain: recipient === null ? null : domain,
    provider,
    replyCode,
    enhancedCode,
    group,
    cause,
    fault,
    verdict,
    addressVerdict: verdict,
    why: template.why || null,
    fix: template.fix || null,
    diagnostic,
    remoteMta: provider === 'gmail' ? 'gmail-smtp-in.l.google.com' : `mx1.${domain}`,
    reportingMta: 'mail.shop.example',
    action: kind === 'bounce' ? 'failed' : kind === 'delay' ? 'delayed' : null,
    reportedAt,
    original: {
      from: 'news@shop.example',
      subject: 'Our spring offers',
      messageId: `<${index}@shop.example>`,
      date: reportedAt,
    },
    evidence: {
      detector: 'rfc3464',
      rule: provider ? `${provider}/${cause}` : `text/${cause}`,
      part: '2 message/delivery-status',
      excerpt: diagnostic ? `Diagnostic-Code: smtp; ${diagnostic}` : `Subject: ${subject}`,
    },
    remark: recipient === null && kind === 'bounce' ? 'The report does not name its recipient.' : null,
    address: recipient?.toLowerCase() ?? null,
    subject,
  }
}

/** A message as a mail server would have sent it for this record. */
export function messageOf(record: MockRecord): string {
  const { recipient, action, enhancedCode, diagnostic, remoteMta, reportedAt } = record
  return [
    'Return-Path: <>',
    `Date: ${new Date(reportedAt ?? 0).toUTCString()}`,
    'From: MAILER-DAEMON@mail.shop.example (Mail Delivery System)',
    `Subject: ${record.subject}`,
    'To: news@shop.example',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This is the mail system at host mail.shop.example.',
    '',
    "I'm sorry to have to inform you that your message could not be delivered",
    'to one or more recipients. It’s attached below.',
    '',
    `<${recipient}>: host ${remoteMta} said: ${diagnostic} (in reply to RCPT TO command)`,
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.shop.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${enhancedCode}`,
    `Remote-MTA: dns; ${remoteMta}`,
    record.evidence.excerpt,
    '',
    '--b1',
    'Content-Type: message/rfc822',
    '',
    'From: Shop <news@shop.example>',
    `To: <${recipient}>`,
    'Subject: Our spring offers',
    '',
    '<html><script>alert(1)</script><b>Hello</b></html>',
    '',
    '--b1--',
  ].join('\n')
}
