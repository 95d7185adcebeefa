import { describe, expect, it } from 'vitest'
import { joinReplyLines, readEnhancedCode, readReplyCode, readStage } from './smtp.ts'

describe('readReplyCode', () => {
  it.each([
    ['552 Message size exceeds the limit', '552'],
    ['smtp; 554 message rejected', '554'],
    ['550 5.1.1 <someone@example.com>: Recipient address rejected', '550'],
    ['550-5.1.1 The email account', '550'],
    ['smtp; 550 5.1.1 unknown', '550'],
    ['smtp;550 No such user', '550'],
    ['SMTP; 452-4.2.2 over quota', '452'],
    ['host mx.example.net[192.0.2.1] said: 550 5.1.1 unknown (in reply to RCPT TO command)', '550'],
    ['host mx.example.net[192.0.2.1] refused to talk to me: 421 4.7.0 try later', '421'],
    [
      'SMTP error from remote mail server after RCPT TO:<x@example.com>: host mx.example.com [192.0.2.1]: 554 no',
      '554',
    ],
    ['Remote host said: 553 sorry (#5.7.1)', '553'],
    ['#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##', '550'],
    ['<mx.example.com #5.1.1 smtp;550 5.1.1 User unknown>', '550'],
    ["Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'", '550'],
    ['>>> RCPT To:<x@example.com>\n<<< 550 5.1.1 unknown', '550'],
    ["5.1.0 - Unknown address error 550-'No such user'", '550'],
    ["smtp; 5.3.0 - Other mail system problem 550 'no such user'", '550'],
    ['(reason: 550 MAILBOX NOT FOUND)', '550'],
    ['The error that the other server returned was: 552 5.2.2 full', '552'],
    ['SMTP Error 550: no such user', '550'],
    ['<x@example.com>: 451 try again', '451'],
    ['550', '550'],
    ['550: User unknown', '550'],
    ['554 192.0.2.7 is blocked', '554'],
    ['smtp; 400 4.4.7 Message delayed', '400'],
    ['服务器返回：550 User not found', '550'],
  ])('%s', (text, code) => expect(readReplyCode(text)).toBe(code))

  it.each([
    ['connect to mx.example.com[192.0.2.1]:25: Connection timed out'],
    ['connect to port 587 failed'],
    ['port: 465 is closed'],
    ['X-Unix; 255'],
    ['message size: 552 bytes'],
    ['the limit is 500 messages in one hour'],
    ['Received: by 10.0.0.5 at 12:45:50'],
    ['host 2001:db8::550 not reachable'],
    ['queued as 4A55012F3'],
    ['id 550-abcdef'],
    ['version 4.5.0 build 550'],
    ['error 404 page not found'],
    ['$550 discount, order number 5501'],
    ['we called 450 people'],
    [''],
  ])('finds none in: %s', (text) => expect(readReplyCode(text)).toBeNull())

  it('prefers a failure over the successes around it', () => {
    expect(readReplyCode('<<< 250 OK\n>>> DATA\n<<< 554 5.7.1 refused\n<<< 221 bye')).toBe('554')
    expect(readReplyCode('smtp; 250 2.1.5 delivered')).toBe('250')
  })
})

describe('readEnhancedCode', () => {
  it.each([
    ['550 5.1.1 no such user', '5.1.1'],
    ['550-5.7.26 unauthenticated', '5.7.26'],
    ['sorry, no mailbox here by that name (#5.1.1)', '5.1.1'],
    ['554 refused [5.7.1]', '5.7.1'],
    ['#5.1.1', '5.1.1'],
    ['5.1.1: unknown', '5.1.1'],
    ['#< #5.4.4 X-Postfix; host not found>', '5.4.4'],
    ['smtp; 5.1.0 - Unknown address', '5.1.0'],
    ['550 #5.7.1 Your access was rejected', '5.7.1'],
    ['451 4.16.55 Resources unavailable', '4.16.55'],
    ['550 5.7.606 Access denied, banned sending IP [192.0.2.1]', '5.7.606'],
    ['status=5.2.2', '5.2.2'],
    ['dsn=4.4.1, stat=Deferred', '4.4.1'],
    ['recipient unknown 5.1.1', '5.1.1'],
    ['connect from 192.0.2.1 refused: 550 5.7.1 no', '5.7.1'],
  ])('%s', (text, code) => expect(readEnhancedCode(text)).toBe(code))

  it.each([
    ['host [5.2.1.3] timed out'],
    ['host [192.5.1.1] timed out'],
    ['sent by Mailer 5.1.1'],
    ['postfix-2.5.1 says no'],
    ['version 5.2.1'],
    ['on 4.5.2014 10:00'],
    ['am 4.5.14 10:00 Uhr'],
    ['1.5.1.1 and 5.1.1.1'],
    ['http://example.com/5.1.1'],
    ['550 no such user'],
  ])('finds none in: %s', (text) => expect(readEnhancedCode(text)).toBeNull())

  it('takes the one behind the reply code first, and failures before successes', () => {
    expect(readEnhancedCode('#5.0.0 smtp; 550 5.1.1 unknown')).toBe('5.1.1')
    expect(readEnhancedCode('250 2.1.0 Ok, then 5.7.1: refused')).toBe('5.7.1')
  })
})

describe('joinReplyLines', () => {
  it('joins lines of one reply', () => {
    expect(joinReplyLines('550-5.1.1 a\r\n550-5.1.1 b\r\n550 5.1.1 c')).toBe('550 5.1.1 a b c')
    expect(joinReplyLines('550-a\n550-b\n550 c')).toBe('550 a b c')
    expect(joinReplyLines('550 5.1.1 a\n550 5.1.1 b')).toBe('550 5.1.1 a b')
  })
  it('joins a reply that was folded into one line', () => {
    expect(joinReplyLines('host x[192.0.2.1] said: 550-5.1.1 a b 550-5.1.1 c 550 5.1.1 d (in reply)')).toBe(
      'host x[192.0.2.1] said: 550 5.1.1 a b c d (in reply)',
    )
    expect(joinReplyLines('554-mx.example.com 554-refused 554 bye')).toBe('554 mx.example.com refused bye')
  })
  it('leaves other replies and numbers alone', () => {
    expect(joinReplyLines('550 room 550 is closed')).toBe('550 room 550 is closed')
    expect(joinReplyLines('421 a\n550 b')).toBe('421 a 550 b')
    expect(joinReplyLines('  no   reply\n at all ')).toBe('no reply at all')
  })
})

describe('readStage', () => {
  it.each([
    ['said: 550 no (in reply to RCPT TO command)', 'rcpt-to'],
    ['said: 554 no (in reply to end of DATA command)', 'end-of-data'],
    ['said: 554 no (in reply to DATA command)', 'data'],
    ['said: 554 no (in reply to MAIL FROM command)', 'mail-from'],
    ['said: 554 no (in reply to EHLO command)', 'helo'],
    ['SMTP error from remote mail server after RCPT TO:<x@example.com>: host', 'rcpt-to'],
    ['SMTP error from remote mail server after pipelined MAIL FROM:<x@example.com>', 'mail-from'],
    ['SMTP error from remote mail server after initial connection: host', 'connect'],
    ['host mx.example.com[192.0.2.1] refused to talk to me: 554', 'connect'],
    ['lost connection with mx.example.com while receiving the initial server greeting', 'connect'],
    ['192.0.2.1 failed after I sent the message.', 'end-of-data'],
    ['192.0.2.1 does not like recipient.', 'rcpt-to'],
    ['Connected to 192.0.2.1 but sender was rejected.', 'mail-from'],
    [
      '>>> MAIL From:<a@example.org>\n<<< 250 ok\n>>> RCPT To:<x@example.com>\n<<< 550 no\n>>> DATA\n<<< 503',
      'rcpt-to',
    ],
  ] as const)('%s', (text, stage) => expect(readStage(text)).toBe(stage))

  it('stays silent on prose', () => {
    expect(readStage('550 5.1.1 user unknown')).toBeNull()
    expect(readStage('the mail from you contains data')).toBeNull()
  })
})
