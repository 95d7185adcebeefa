import { describe, expect, it } from 'vitest'
import { explainReply } from './explain.ts'

describe('explainReply', () => {
  it('judges a bare reply', () => {
    expect(explainReply({ reply: '550 5.1.1 User unknown' })).toMatchObject({
      provider: null,
      replyCode: '550',
      enhancedCode: '5.1.1',
      group: 'hard',
      cause: 'mailbox-unknown',
      fault: 'address',
      verdict: 'remove',
    })
  })

  it('takes the host from the text, and the one asked with it before that', () => {
    const reply =
      'host gmail-smtp-in.l.google.com[192.0.2.1] said: 550 5.7.26 unauthenticated (in reply to end of DATA command)'
    expect(explainReply({ reply })).toMatchObject({ provider: 'gmail', cause: 'authentication', verdict: 'keep' })
    expect(explainReply({ reply: '550 no', remoteMta: 'mx1.mail.icloud.com' }).provider).toBe('icloud')
    expect(explainReply({ reply: '550 no', recipient: 'anna@hotmail.de' }).provider).toBe('outlook')
    expect(explainReply({ reply: '550 no', remoteMta: '', recipient: '' }).provider).toBeNull()
  })

  it('reads a log line', () => {
    const reply =
      'Nov 24 10:00:00 mail postfix/smtp[1234]: 4A55012F3: to=<anna@shop.example>, relay=mx.shop.example[192.0.2.1]:25, delay=1.2, dsn=5.2.2, status=bounced (host mx.shop.example[192.0.2.1] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command))'
    expect(explainReply({ reply })).toMatchObject({
      recipient: 'anna@shop.example',
      remoteMta: 'mx.shop.example',
      replyCode: '552',
      cause: 'mailbox-full',
      verdict: 'watch',
    })
  })

  it('reads a whole bounce', () => {
    const reply = `This is the mail system at host mail.shop.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. If you do so, please
include this problem report. You can delete your own text.

                   The mail system

<anna@example.net>: host mx.example.net[192.0.2.1] said:
    550 5.1.1 <anna@example.net>: Recipient address rejected: User unknown
    in local recipient table (in reply to RCPT TO command)

Reporting-MTA: dns; mail.shop.example
Final-Recipient: rfc822; anna@example.net
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.net
Diagnostic-Code: smtp; 550 5.1.1 <anna@example.net>: Recipient address rejected:
    User unknown in local recipient table`
    expect(explainReply({ reply })).toMatchObject({
      recipient: 'anna@example.net',
      remoteMta: 'mx.example.net',
      enhancedCode: '5.1.1',
      verdict: 'remove',
    })
    const textOnly = reply.slice(0, reply.indexOf('Reporting-MTA'))
    expect(explainReply({ reply: textOnly })).toMatchObject({ recipient: 'anna@example.net', cause: 'mailbox-unknown' })
  })

  it('never removes on a delay', () => {
    const reply = 'Action: delayed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 user unknown'
    expect(explainReply({ reply }).verdict).toBe('watch')
  })

  it.each(['', '   ', '\0\0', '?'.repeat(100_000)])('answers nonsense without a guess', (reply) => {
    expect(explainReply({ reply })).toMatchObject({ cause: 'unknown', verdict: 'review', replyCode: null })
  })
})
