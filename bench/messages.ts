/** The formats of generated mailboxes, with their share of a mailbox. Reserved names only. */
import type { Random } from './random.ts'

type Format = (random: Random, index: number, at: Date) => string

const REPLIES = [
  '550 5.1.1 <RCPT>: Recipient address rejected: User unknown in virtual mailbox table',
  '550-5.1.1 The email account that you tried to reach does not exist. Please try\n    550-5.1.1 double-checking the address for typos. ID.example - gsmtp\n    550 5.1.1 https://support.example/answer - gsmtp',
  '552 5.2.2 <RCPT>: Mailbox full',
  '421 4.7.0 [192.0.2.1] Our system has detected an unusual rate of unsolicited mail',
  '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using a block list',
  '550 5.7.26 Unauthenticated email from example.com is not accepted due to domain DMARC policy',
  '450 4.2.0 <RCPT>: Recipient address rejected: Greylisted',
  '550 5.7.1 Message rejected as spam by content filtering',
]
const DOMAINS = ['mail', 'post', 'corp', 'shop', 'school', 'club'].map((name) => `${name}.example`)
const WORDS = 'order invoice newsletter meeting update account delivery parcel club season offer thanks'.split(' ')

export const FORMATS: readonly (readonly [number, Format])[] = [
  [40, postfix],
  [14, gmail],
  [12, exchange],
  [10, exim],
  [6, qmail],
  [6, delay],
  [6, autoReply],
  [6, ordinary],
]

function address(random: Random, index: number): string {
  return `${random.pick(WORDS)}.${index}@${random.pick(DOMAINS)}`
}

function head(at: Date, index: number, from: string, subject: string, more: string): string {
  return `Return-Path: <>
Received: from mx.example.net (mx.example.net [192.0.2.${index % 250}])
\tby mail.example.com (Postfix) with ESMTPS id ${index.toString(16).toUpperCase()}
\tfor <news@example.com>; ${at.toUTCString().replace('GMT', '+0000')}
Date: ${at.toUTCString().replace('GMT', '+0000')}
From: ${from}
To: news@example.com
Subject: ${subject}
Message-ID: <${index}.bench@mx.example.net>
${more}
`
}

/** The returned message; one in ten comes whole, with an attachment of up to 200 kB. */
function returned(random: Random, index: number, to: string, at: Date): string {
  const headers = `From: "The Shop" <news@example.com>
To: ${to}
Subject: ${random.pick(WORDS)} ${random.pick(WORDS)} ${index}
Date: ${at.toUTCString()}
Message-ID: <out-${index}@example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
`
  const paragraphs = random.int(2, 12)
  let body = ''
  for (let at = 0; at < paragraphs; at++) body += `${Array.from({ length: 12 }, () => random.pick(WORDS)).join(' ')}\n`
  if (random.next() < 0.02)
    body += `${'TWFuIGlzIGRpc3Rpbmd1aXNoZWQsIG5vdCBvbmx5IGJ5IGhpcyByZWFzb24sIGJ1dCBieSB0aGlz\n'.repeat(random.int(100, 2_600))}`
  return `${headers}\n${body}`
}

function report(
  random: Random,
  index: number,
  at: Date,
  options: { subject: string; text: string; fields: string; to: string },
): string {
  const boundary = `=_bench_${index}`
  return `${head(
    at,
    index,
    'MAILER-DAEMON@mx.example.net (Mail Delivery System)',
    options.subject,
    `Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="${boundary}"
`,
  )}This is a MIME-encapsulated message.

--${boundary}
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

${options.text}
--${boundary}
Content-Description: Delivery report
Content-Type: message/delivery-status

${options.fields}
--${boundary}
Content-Description: Undelivered Message
Content-Type: message/rfc822

${returned(random, index, options.to, at)}
--${boundary}--
`
}

function postfix(random: Random, index: number, at: Date): string {
  const to = address(random, index)
  const reply = random.pick(REPLIES).replace('RCPT', to)
  const host = `mx.${to.split('@')[1]}`
  const status = /[245]\.\d\.\d+/.exec(reply)?.[0] ?? '5.0.0'
  return report(random, index, at, {
    subject: 'Undelivered Mail Returned to Sender',
    to,
    text: `This is the mail system at host mx.example.net.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

                   The mail system

<${to}>: host ${host}[192.0.2.7] said: ${reply} (in reply to RCPT TO command)
`,
    fields: `Reporting-MTA: dns; mx.example.net
X-Postfix-Queue-ID: ${index.toString(16).toUpperCase()}
X-Postfix-Sender: rfc822; news@example.com
Arrival-Date: ${at.toUTCString()}

Final-Recipient: rfc822; ${to}
Original-Recipient: rfc822;${to}
Action: failed
Status: ${status}
Remote-MTA: dns; ${host}
Diagnostic-Code: smtp; ${reply}
`,
  })
}

function gmail(random: Random, index: number, at: Date): string {
  const to = address(random, index)
  return report(random, index, at, {
    subject: 'Delivery Status Notification (Failure)',
    to,
    text: `** Address not found **

Your message wasn't delivered to ${to} because the address couldn't be found, or is unable to receive mail.

The response from the remote server was:
550 5.1.1 The email account that you tried to reach does not exist. ${index} - gsmtp
`,
    fields: `Reporting-MTA: dns; googlemail.com
Arrival-Date: ${at.toUTCString()}

Final-Recipient: rfc822; ${to}
Action: failed
Status: 5.1.1
Remote-MTA: dns; gmail-smtp-in.l.google.com. (192.0.2.27, the server for the domain.)
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try
 550-5.1.1 double-checking the recipient's email address for typos or
 550 5.1.1 unnecessary spaces. ${index} - gsmtp
Last-Attempt-Date: ${at.toUTCString()}
`,
  })
}

function exchange(random: Random, index: number, at: Date): string {
  const to = address(random, index)
  return report(random, index, at, {
    subject: `Undeliverable: ${random.pick(WORDS)} ${index}`,
    to,
    text: `Delivery has failed to these recipients or groups:

${to}
The email address you entered couldn't be found.

Diagnostic information for administrators:

Generating server: PR0102.prod.example

${to}
Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'
`,
    fields: `Reporting-MTA: dns;PR0102.prod.example
Received-From-MTA: dns;mail.example.com
Arrival-Date: ${at.toUTCString()}

Final-Recipient: rfc822;${to}
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
`,
  })
}

function delay(random: Random, index: number, at: Date): string {
  const to = address(random, index)
  return report(random, index, at, {
    subject: 'Delayed Mail (still being retried)',
    to,
    text: `Your message could not be delivered for more than 4 hour(s). It will be retried until it is 5 day(s) old.

<${to}>: connect to mx.${to.split('@')[1]}[192.0.2.9]:25: Connection timed out
`,
    fields: `Reporting-MTA: dns; mx.example.net
Arrival-Date: ${at.toUTCString()}

Final-Recipient: rfc822; ${to}
Action: delayed
Status: 4.4.1
Diagnostic-Code: X-Postfix; connect to mx.${to.split('@')[1]}[192.0.2.9]:25: Connection timed out
Will-Retry-Until: ${new Date(at.getTime() + 432e6).toUTCString()}
`,
  })
}

function exim(random: Random, index: number, at: Date): string {
  const to = address(random, index)
  return `${head(
    at,
    index,
    'Mail Delivery System <Mailer-Daemon@mx.example.net>',
    'Mail delivery failed: returning message to sender',
    `X-Failed-Recipients: ${to}
Auto-Submitted: auto-replied
`,
  )}This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ${to}
    SMTP error from remote mail server after RCPT TO:<${to}>:
    host mx.${to.split('@')[1]} [192.0.2.8]: 550 5.1.1 User unknown

------ This is a copy of the message, including all the headers. ------

${returned(random, index, to, at)}`
}

function qmail(random: Random, index: number, at: Date): string {
  const to = address(random, index)
  return `${head(at, index, 'MAILER-DAEMON@mx.example.net', 'failure notice', '')}Hi. This is the qmail-send program at mx.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<${to}>:
192.0.2.4 does not like recipient.
Remote host said: 550 5.1.1 Recipient unknown
Giving up on 192.0.2.4.

--- Below this line is a copy of the message.

${returned(random, index, to, at)}`
}

function autoReply(random: Random, index: number, at: Date): string {
  return `${head(
    at,
    index,
    address(random, index),
    'Automatic reply: away',
    `Auto-Submitted: auto-replied
Content-Type: text/plain; charset=utf-8
`,
  )}I am out of the office until Monday and will answer when I am back.
From Monday on you can also call ${index}.
`
}

function ordinary(random: Random, index: number, at: Date): string {
  const from = address(random, index)
  return `${head(at, index, from, `Re: ${random.pick(WORDS)}`, 'Content-Type: text/plain; charset=utf-8\n')}Hello,

${Array.from({ length: random.int(20, 200) }, () => random.pick(WORDS)).join(' ')}

Regards
`
}
