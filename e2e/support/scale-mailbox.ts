/** A mailbox whose verdicts hang on messages far apart: what a run over one part of it alone would judge otherwise. */

/** A small generator of numbers (mulberry32), so that every run is alike. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const DAY_MS = 86_400_000
const START = Date.UTC(2026, 2, 1, 8)

interface Report {
  to: string
  /** Days since the first. */
  day: number
  status?: string
  reply?: string
  action?: 'failed' | 'delayed' | 'delivered'
}

let count = 0

/** A report about one address. */
export function report({
  to,
  day,
  status = '5.1.1',
  reply = '550 5.1.1 User unknown',
  action = 'failed',
}: Report): string {
  const date = new Date(START + day * DAY_MS + (count % 50) * 60_000).toUTCString().replace('GMT', '+0000')
  return `From MAILER-DAEMON Sun Mar  1 08:00:00 2026
Return-Path: <>
Date: ${date}
From: MAILER-DAEMON@mx.shop.example (Mail Delivery System)
To: news@shop.example
Subject: ${action === 'delivered' ? 'Successful Mail Delivery Report' : 'Undelivered Mail Returned to Sender'}
Message-ID: <report-${count++}@mx.shop.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

This is the mail system at host mx.shop.example.

<${to}>: host mx.${to.slice(to.indexOf('@') + 1)}[192.0.2.7] said: ${reply}

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.shop.example

Final-Recipient: rfc822; ${to}
Action: ${action}
Status: ${status}
${action === 'delivered' ? '' : `Diagnostic-Code: smtp; ${reply}\n`}
--b
Content-Type: text/rfc822-headers

From: news@shop.example
To: ${to}
Subject: Spring news ${count}
Message-ID: <news-${count}@shop.example>

--b--

`
}

const letter = (number: number) => `From anna@shop.example Mon Mar  2 09:00:00 2026
From: anna@shop.example
To: bob@shop.example
Subject: Minutes ${number}
Date: Mon, 2 Mar 2026 09:00:00 +0000

Dear Bob,

>From our talk of today:
From here on we meet on Mondays.

`

const complaint = (to: string) => `From fbl@isp.example Mon Mar  2 09:00:00 2026
From: fbl@isp.example
To: abuse@shop.example
Subject: complaint about message
Date: Mon, 2 Mar 2026 09:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b"

--b
Content-Type: text/plain

An abuse report.

--b
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: Example/1.0
Version: 1
Original-Rcpt-To: <${to}>

--b
Content-Type: message/rfc822

From: news@shop.example
To: ${to}
Subject: Spring news

Hello
--b--

`

const FULL = { status: '4.2.2', reply: '452 4.2.2 Mailbox full' }
const REFUSED = { status: '5.7.1', reply: '550 5.7.1 Message rejected due to content restrictions' }
const times = (number: number) => Array.from({ length: number }, (_, index) => index)

/** About 2,700 messages. */
export function scaleMailbox(): string {
  count = 0
  const messages: string[] = [
    // Alone at their domain: gone.
    ...times(1_500).map((n) => report({ to: `u${n}@d${n}.example`, day: n % 60 })),
    // Many at a provider: gone each for itself.
    ...times(40).map((n) => report({ to: `user.${n}@gmail.com`, day: 3 })),
    ...times(40).map((n) => report({ to: `user.${n}@yahoo.co.uk`, day: 3 })),
    // A whole company at once: held.
    ...times(12).flatMap((firm) => times(6).map((n) => report({ to: `p${n}@firm${firm}.example`, day: 10 + n / 4 }))),
    // The same, but something was delivered there.
    ...times(12).flatMap((firm) => [
      ...times(6).map((n) => report({ to: `p${n}@works${firm}.example`, day: 10 + n / 4 })),
      report({ to: `q@works${firm}.example`, day: 40, action: 'delivered', status: '2.0.0', reply: '250 OK' }),
    ]),
    // Full for longer than two weeks: removed. For less: watched.
    ...times(60).flatMap((n) => [1, 9, 16].map((day) => report({ to: `full${n}@f${n}.example`, day, ...FULL }))),
    ...times(60).flatMap((n) => [1, 9].map((day) => report({ to: `less${n}@l${n}.example`, day, ...FULL }))),
    // Gone, but mail arrived later; and the other way round.
    ...times(50).flatMap((n) => [
      report({ to: `back${n}@b${n}.example`, day: 5 }),
      report({ to: `back${n}@b${n}.example`, day: 20, action: 'delivered', status: '2.0.0', reply: '250 OK' }),
      report({ to: `lost${n}@o${n}.example`, day: 20 }),
      report({ to: `lost${n}@o${n}.example`, day: 5, action: 'delivered', status: '2.0.0', reply: '250 OK' }),
    ]),
    // Refused for what we sent, told in other letters, delayed, in a form that no list can carry.
    ...times(150).map((n) => report({ to: `ok${n}@k${n}.example`, day: 4, ...REFUSED })),
    ...times(30).flatMap((n) => [
      report({ to: `Case${n}@c${n}.example`, day: 4, ...REFUSED }),
      report({ to: `case${n}@c${n}.example`, day: 6 }),
    ]),
    ...times(30).map((n) => report({ to: `late${n}@t${n}.example`, day: 4, action: 'delayed', ...FULL })),
    ...times(5).map((n) => report({ to: `-dash${n}@x${n}.example`, day: 4 })),
    ...times(20).map((n) => complaint(`angry${n}@a${n}.example`)),
    ...times(100).map(letter),
  ]
  const random = randomFrom(20_261_126)
  const twice = messages.filter((_, index) => index % 40 === 0)
  return [...messages, ...twice]
    .map((message) => ({ message, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ message }) => message)
    .join('')
}

/** Addresses and domains that stay whatever happens. */
export const NEVER_REMOVE = ['u7@d7.example', 'd9.example', 'case3@c3.example', 'angry4@a4.example', 'full5@f5.example']
