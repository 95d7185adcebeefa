import { describe, expect, it } from 'vitest'
import { parseMessage } from './index.ts'
import { MAX_DEPTH, MAX_HEADER_LINES } from './limits.ts'
import type { ParsedMessage } from './types.ts'

function parse(text: string | Uint8Array, fullSize?: number): Promise<ParsedMessage> {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text
  return parseMessage({
    file: 'a.eml',
    index: 0,
    offset: 0,
    bytes,
    separatorDate: null,
    fullSize: fullSize ?? bytes.length,
  })
}

const report = (status: string, head = 'Content-Type: message/delivery-status') =>
  [
    'From: mailer-daemon@example.net',
    'Subject: Failure',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It failed.',
    '--b',
    head,
    '',
    status,
    '--b--',
    '',
  ].join('\n')

const STATUS =
  'Reporting-MTA: dns; a.example\n\nFinal-Recipient: rfc822; x@example.com\nAction: failed\nStatus: 5.1.1\n'

describe('parseMessage', () => {
  it('reads delivery status without MIME-Version', async () => {
    const message = await parse(report(STATUS))
    expect(message.deliveryStatus[0]?.perRecipient[0]?.get('final-recipient')).toBe('rfc822; x@example.com')
    expect(message.deliveryStatus[0]?.perMessage.get('reporting-mta')).toBe('dns; a.example')
    expect(message.text.trim()).toBe('It failed.')
  })

  it('undoes base64 and quoted-printable of a status part', async () => {
    const base64 = Buffer.from(STATUS).toString('base64')
    const first = await parse(
      report(base64, 'Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64'),
    )
    expect(first.deliveryStatus[0]?.perRecipient[0]?.get('status')).toBe('5.1.1')
    const quoted = STATUS.replace('rfc822; x', 'rfc822=3B=\n x')
    const second = await parse(
      report(quoted, 'Content-Type: message/delivery-status\nContent-Transfer-Encoding: quoted-printable'),
    )
    expect(second.deliveryStatus[0]?.perRecipient[0]?.get('final-recipient')).toBe('rfc822; x@example.com')
  })

  it('reads message/global-delivery-status', async () => {
    const message = await parse(report(STATUS, 'Content-Type: message/global-delivery-status'))
    expect(message.deliveryStatus).toHaveLength(1)
  })

  it('reads parts whose boundary was announced wrongly or never closed', async () => {
    const wrong = report(STATUS).replace('boundary="b"', 'boundary="other"')
    expect((await parse(wrong)).deliveryStatus).toHaveLength(1)
    const open = report(STATUS).replace('--b--\n', '')
    expect((await parse(open)).deliveryStatus[0]?.perRecipient).toHaveLength(1)
    const untyped = report(STATUS).replace(/Content-Type: multipart.*\n/, '')
    expect((await parse(untyped)).deliveryStatus).toHaveLength(1)
  })

  it.each([
    ['iso-2022-jp', '\x1b$B%a!<%k\x1b(B', 'メール'],
    ['shift_jis', '\x83\x81\x81[\x83\x8b', 'メール'],
    ['x-sjis', '\x83\x81\x81[\x83\x8b', 'メール'],
    ['EUC-JP', '\xa5\xe1\xa1\xbc\xa5\xeb', 'メール'],
    ['gb2312', '\xd3\xca\xbc\xfe', '邮件'],
    ['big5', '\xb6l\xa5\xf3', '郵件'],
    ['ks_c_5601-1987', '\xb8\xde\xc0\xcf', '메일'],
    ['koi8-r', '\xd0\xcf\xde\xd4\xc1', 'почта'],
    ['windows-1251', '\xef\xee\xf7\xf2\xe0', 'почта'],
    ['cp1252', '\x84gr\xfc\xdfe\x93', '„grüße“'],
    ['iso8859_1', 'gr\xfc\xdfe', 'grüße'],
    ['utf8', 'gr\xc3\xbc\xc3\x9fe', 'grüße'],
    ['no-such-charset', 'gr\xfc\xdfe', 'grüße'],
    ['cp850', 'gr\x81\xe1e', 'grüße'],
    ['unicode-1-1-utf-7', 'gr+APwA3w-e 1 +- 1', 'grüße 1 + 1'],
  ])('reads text in %s', async (charset, body, text) => {
    const message = await parse(`From: a@example.com\nContent-Type: text/plain; charset=${charset}\n\n${body}\n`)
    expect(message.text).toContain(text)
  })

  it.each([
    ['uft-8', 'User unknown (+0000)', 'structure'],
    ['unicode-1-1-utf-7', 'User unknown', 'structure'],
    ['utf-7', 'unbekannter Empf+AOQ-nger', 'structure'],
  ])('leaves plain ASCII named %s (%j) to %s', async (charset, body, reader) => {
    const message = await parse(`From: a@example.com\nContent-Type: text/plain; charset=${charset}\n\n${body}\n`)
    expect(message.reader).toBe(reader)
    expect(message.text).toContain(body.slice(0, 12))
  })

  it('gives a charset that structure does not know to mailparser', async () => {
    const message = await parse('From: a@example.com\nContent-Type: text/plain; charset=cp850\n\ngr\x81\xe1e\n')
    expect(message.reader).toBe('mailparser')
  })

  it('gives letters of several parts to mailparser, and reports to the structural reader', async () => {
    const letter = await parse(
      'From: a@example.com\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nHi there\n--b\nContent-Type: text/html\n\n<p>Hi there</p>\n--b--\n',
    )
    expect(letter.reader).toBe('mailparser')
    expect(letter.text.trim()).toBe('Hi there')
    expect((await parse(report(STATUS))).reader).toBe('structure')
  })

  it('decodes encoded words, also where they cut a character in two', async () => {
    const message = await parse(
      'Subject: =?utf-8?B?R3LDvMOf?= =?utf-8?Q?e_=C3?=\n =?utf-8?Q?=BC?= end\nFrom: a@example.com\n\nx',
    )
    expect(message.headers.get('subject')).toBe('Grüße ü end')
  })

  it('cuts the returned message off the text and reads its headers', async () => {
    const message = await parse(
      'From: mailer-daemon@example.net\nSubject: failure notice\n\n<x@example.com>:\nno such user\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <me@example.org>\nTo: x@example.com\nSubject: Hello\n\nText y@example.com\n',
    )
    expect(message.text).not.toContain('y@example.com')
    expect(message.returned?.headers.get('subject')).toBe('Hello')
    expect(message.headers.get('subject')).toBe('failure notice')
  })

  it('reduces HTML to text without what attributes say', async () => {
    const message = await parse(
      'From: a@example.net\nContent-Type: text/html\n\n<style>p{}</style><p>Not <b>delivered</b> to<br><a href="mailto:evil@example.com">bob&#64;example.com</a></p><script>x@y.example</script>',
    )
    expect(message.text).toBe('Not delivered to\nbob@example.com')
  })

  it('takes what is no mail for unreadable', async () => {
    for (const bytes of ['', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0', 'just some words\nand more', '\0\0\0\0']) {
      const message = await parse(bytes)
      expect(message.readable).toBe(false)
      expect(message.remark).not.toBeNull()
    }
  })

  it('survives 50 levels of nesting, 100,000 header lines and NUL bytes', async () => {
    const nested = Array.from(
      { length: 50 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    ).join('')
    const deep = await parse(`From: a@example.com\n${nested}\n\nend`)
    expect(deep.remark).toContain(String(MAX_DEPTH))
    const long = await parse(`From: a@example.com\n${'X-Junk: y\n'.repeat(100_000)}\nbody`)
    expect(long.headers.list.length).toBeLessThanOrEqual(MAX_HEADER_LINES)
    expect(long.text.trim()).toBe('body')
    expect(long.remark).toContain('header')
    const nul = await parse('From: a@exa\0mple.com\nSubject: x\n\nbo\0dy')
    expect(nul.text).toBe('body')
  })

  it('says so where only the head was read', async () => {
    const message = await parse('From: a@example.com\n\nhead', 200 * 1024 * 1024)
    expect(message.remark).toContain('200 MB')
  })

  it('takes the date from Date, else from the newest Received', async () => {
    expect((await parse('Date: Mon, 2 Nov 2026 10:00:00 +0100\nFrom: a@example.com\n\n')).reportedAt).toBe(
      '2026-11-02T09:00:00.000Z',
    )
    const received = await parse(
      'Received: by b.example; Mon, 2 Nov 2026 11:00:00 +0000\nReceived: by a.example; Mon, 2 Nov 2026 10:59:00 +0000\nFrom: a@example.com\n\n',
    )
    expect(received.reportedAt).toBe('2026-11-02T11:00:00.000Z')
  })
})
