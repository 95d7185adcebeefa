import { describe, expect, it } from 'vitest'
import type { RawMessage } from '../message/types.ts'
import { processMessage } from './process-slice.ts'

const raw = (text: string): RawMessage => {
  const bytes = new TextEncoder().encode(text)
  return { file: 'a.mbox', index: 3, offset: 40, bytes, separatorDate: null, fullSize: bytes.length }
}

const report = (fields: string) => `Return-Path: <>
From: MAILER-DAEMON@mx.example.net
To: news@example.com
Date: Mon, 02 Nov 2026 10:00:00 +0000
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

${fields}
--b
Content-Type: text/rfc822-headers

From: Shop <News@Example.COM>
Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=
Date: Sun, 01 Nov 2026 23:30:00 +0100
Message-ID: <one@example.com>

--b--
`

describe('a message', () => {
  it('gives a record for each recipient, in order, under one hash, with what the returned message says', async () => {
    const both = `Final-Recipient: rfc822; Anna@EXAMPLE.org
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

Final-Recipient: rfc822; ben@example.org
Action: delayed
Status: 4.2.2
`
    const { hash, kind, records, unrecognised } = await processMessage(raw(report(both)), false)
    expect(records.map(({ id, kind, recipient, domain, verdict }) => [id, kind, recipient, domain, verdict])).toEqual([
      [`${hash}:0`, 'bounce', 'Anna@example.org', 'example.org', 'remove'],
      [`${hash}:1`, 'delay', 'ben@example.org', 'example.org', 'watch'],
    ])
    expect(kind).toBe('bounce')
    expect(unrecognised).toBe(false)
    expect(records[0]?.source).toEqual({ file: 'a.mbox', index: 3, offset: 40 })
    expect(records[0]?.original).toEqual({
      from: 'Shop <News@Example.COM>',
      subject: 'Grüße',
      messageId: '<one@example.com>',
      date: '2026-11-01T22:30:00.000Z',
    })
    expect(records[0]?.reportedAt).toBe('2026-11-02T10:00:00.000Z')
  })

  it('whose recipient is hidden is for review, never for removal, and says so', async () => {
    const { records, unrecognised } = await processMessage(
      raw(report('Final-Recipient: rfc822; redacted@example.org\nAction: failed\nStatus: 5.1.1\n')),
      false,
    )
    expect(records).toMatchObject([{ kind: 'bounce', recipient: null, cause: 'mailbox-unknown', verdict: 'review' }])
    expect(records[0]?.remark).toMatch(/hides the recipient/)
    expect(unrecognised).toBe(false)
  })

  it('that looks like a bounce and names nobody is an unrecognised bounce', async () => {
    const { kind, records, unrecognised } = await processMessage(
      raw(
        'Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.net\nSubject: Undelivered Mail\n\nYour message could not be delivered.\n',
      ),
      false,
    )
    expect([kind, unrecognised]).toEqual(['bounce', true])
    expect(records).toMatchObject([{ recipient: null, cause: 'unknown', fault: 'unknown', verdict: 'review' }])
  })

  it('that a person complained about is to be removed', async () => {
    const arf = `From: fbl@provider.example
Subject: Abuse report
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b"

--b
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: FBL/1.0
Version: 1
Original-Rcpt-To: <carla@example.org>

--b
Content-Type: message/rfc822

From: news@example.com
Subject: Our autumn list

--b--
`
    const { kind, records } = await processMessage(raw(arf), false)
    expect(kind).toBe('complaint')
    expect(records).toMatchObject([{ recipient: 'carla@example.org', verdict: 'remove', group: null, cause: null }])
    expect(records[0]?.why).toBeTruthy()
  })

  it.each([
    ['of binary junk', '\x00\x01\x02\xff\xfe\x00'],
    ['without headers', 'just a line of text\n'],
    ['of nothing', ''],
  ])('%s is accounted for', async (_, text) => {
    const { kind, records } = await processMessage(raw(text), false)
    expect(records).toHaveLength(1)
    expect(kind).toBe('unreadable')
    expect(records[0]?.remark).toBeTruthy()
  })

  it('keeps a copy where its file cannot be read again', async () => {
    const entry = await processMessage(raw('Subject: a\n\nb\n'), true)
    expect(entry.copy?.length).toBeGreaterThan(0)
    expect((await processMessage(raw('Subject: a\n\nb\n'), false)).copy).toBeNull()
  })
})
