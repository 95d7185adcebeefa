/** The same code means opposite things, by who says it and in which words: each such collision by name. */
import { describe, expect, it } from 'vitest'
import { judge } from './index.ts'
import type { Judgement, Reply } from './types.ts'

function said(diagnostic: string, more: Partial<Reply> = {}): Judgement {
  return judge({
    kind: 'bounce',
    recipient: 'anna@shop.example',
    replyCode: null,
    enhancedCode: null,
    diagnostic,
    remoteMta: null,
    reportingMta: null,
    action: 'failed',
    stage: null,
    ...more,
  })
}

const EXCHANGE = { remoteMta: 'dns; shop-example.mail.protection.outlook.com' }
const GMAIL = { remoteMta: 'dns; gmail-smtp-in.l.google.com' }
const YAHOO = { remoteMta: 'dns; mta7.am0.yahoodns.net' }

describe('5.1.10', () => {
  it('at Exchange is an unknown recipient', () => {
    expect(said('550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found', EXCHANGE)).toMatchObject({
      provider: 'exchange-online',
      cause: 'mailbox-unknown',
      verdict: 'remove',
    })
    expect(said('550 5.1.10', EXCHANGE).cause).toBe('mailbox-unknown')
  })
  it('elsewhere is a domain that takes no mail', () => {
    expect(said('556 5.1.10').cause).toBe('domain-unknown')
  })
})

describe('5.4.1', () => {
  it('with "Access denied" at Exchange is an unknown recipient', () => {
    const reply = '550 5.4.1 Recipient address rejected: Access denied. AS(201806281)'
    expect(said(reply, EXCHANGE)).toMatchObject({ cause: 'mailbox-unknown', group: 'hard', verdict: 'remove' })
    expect(said(reply)).toMatchObject({ provider: 'exchange-online', cause: 'mailbox-unknown' })
  })
  it('with "Relay Access Denied" there is a domain without a place', () => {
    expect(said('550 5.4.1 Relay Access Denied', EXCHANGE)).toMatchObject({ cause: 'relay-denied', verdict: 'review' })
  })
  it('elsewhere is a server that did not answer', () => {
    expect(said('', { enhancedCode: '5.4.1' })).toMatchObject({
      cause: 'connection-failed',
      group: 'timeout',
      verdict: 'watch',
    })
  })
})

describe('5.2.1', () => {
  it('at Gmail is a closed account', () => {
    expect(said('550-5.2.1 The email account that you tried to reach is disabled.', GMAIL)).toMatchObject({
      cause: 'mailbox-disabled',
      verdict: 'remove',
    })
  })
  it('at Gmail is a mailbox that gets too much mail', () => {
    const reply =
      '550-5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages'
    expect(said(reply, GMAIL)).toMatchObject({ cause: 'rate-limited', verdict: 'keep' })
  })
})

describe('limits of one’s own', () => {
  it('5.4.5 at Gmail is the sender’s daily limit', () => {
    expect(said('550 5.4.5 Daily user sending limit exceeded', GMAIL)).toMatchObject({
      cause: 'rate-limited',
      verdict: 'keep',
    })
    expect(said('550 5.4.5', GMAIL)).toMatchObject({ fault: 'sender', verdict: 'keep' })
  })
  it('5.2.2 at Exchange with a submission quota is the sender’s', () => {
    expect(said('550 5.2.2 Submission quota exceeded', EXCHANGE)).toMatchObject({
      cause: 'rate-limited',
      fault: 'sender',
    })
  })
  it('5.2.2 elsewhere is a full mailbox', () => {
    expect(said('552 5.2.2 over quota')).toMatchObject({ cause: 'mailbox-full', fault: 'mailbox', verdict: 'watch' })
    expect(said('550 5.2.2', EXCHANGE).cause).toBe('mailbox-full')
  })
})

describe('5.7.1', () => {
  it('at Yandex can be an unknown user', () => {
    expect(said('550 5.7.1 No such user!', { remoteMta: 'dns; mx.yandex.ru' })).toMatchObject({
      provider: 'yandex',
      cause: 'mailbox-unknown',
      verdict: 'remove',
    })
  })
  it('at Proofpoint can be an unknown user', () => {
    const reply = '550 5.7.1 user email address is marked as invalid'
    expect(said(reply, { remoteMta: 'dns; mx0a-00112233.pphosted.com' })).toMatchObject({
      provider: 'proofpoint',
      cause: 'mailbox-unknown',
    })
  })
  it('with nothing else is a policy', () => {
    expect(said('550 5.7.1 Refused')).toMatchObject({ cause: 'policy', verdict: 'keep' })
  })
})

describe('552', () => {
  it('at Yahoo can be an unknown user', () => {
    expect(said('552 1 Requested mail action aborted, mailbox not found', YAHOO)).toMatchObject({
      cause: 'mailbox-unknown',
      verdict: 'remove',
    })
  })
  it('elsewhere is a full mailbox or a large message', () => {
    expect(said('552 Requested mail action aborted: exceeded storage allocation').cause).toBe('mailbox-full')
    expect(said('552 5.3.4 Message too big').cause).toBe('message-too-large')
  })
})

describe('5.5.0', () => {
  it('at Outlook.com is an unknown mailbox', () => {
    const remoteMta = 'dns; hotmail-com.olc.protection.outlook.com'
    expect(said('550 5.5.0 Requested action not taken: mailbox unavailable', { remoteMta })).toMatchObject({
      provider: 'outlook',
      cause: 'mailbox-unknown',
    })
  })
  it('elsewhere is a fault of the dialogue', () => {
    expect(said('550 5.5.0 What?').cause).toBe('protocol')
  })
})

describe('x.1.1 that means a full mailbox', () => {
  it.each([
    ['452 4.1.1 <anna@comcast.net> user over quota', 'mx1.comcast.net'],
    ['552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]', 'smtp-in.orange.fr'],
  ])('%s', (reply, host) =>
    expect(said(reply, { remoteMta: `dns; ${host}` })).toMatchObject({ cause: 'mailbox-full', verdict: 'watch' }),
  )
})

describe('Gmail’s authentication codes against the registry', () => {
  it.each([
    ['550-5.7.27', 'authentication'],
    ['550-5.7.29', 'tls'],
    ['550-5.7.30', 'authentication'],
  ])('%s', (code, cause) => expect(said(`${code} Refused`, GMAIL).cause).toBe(cause))
  it('and without Gmail they keep the registry’s meaning', () => {
    expect(said('550 5.7.29 ?').cause).toBe('authentication')
    expect(said('550 5.7.30 ?').cause).toBe('tls')
  })
})

describe('words about unknown users that are about the sender', () => {
  it('too many invalid recipients is about the list', () => {
    expect(said('550 Too many invalid recipients')).toMatchObject({
      cause: 'rate-limited',
      fault: 'sender',
      verdict: 'keep',
    })
    expect(said('421 4.7.1 Too many unknown users from your host')).toMatchObject({ fault: 'sender', verdict: 'keep' })
  })
  it.each([
    '550 5.7.1 <news@shop.example>: Sender address rejected: undeliverable address: user unknown',
    '550-Verification failed for <news@shop.example>\n550-No such user here\n550 Sender verify failed',
    '553 5.1.8 <news@shop.example>... Domain of sender address news@shop.example does not exist',
    '550 5.1.0 Unknown sender domain: address not found',
    '550 5.7.1 Your IP address 192.0.2.1 was not found in DNS (no reverse name)',
  ])('%s', (reply) => expect(said(reply)).toMatchObject({ fault: 'sender', verdict: 'keep' }))
  it('an unknown user in reply to MAIL FROM is the sender’s own address', () => {
    const reply = 'host mx.shop.example[192.0.2.1] said: 550 5.1.1 User unknown (in reply to MAIL FROM command)'
    expect(said(reply)).toMatchObject({ cause: 'authentication', fault: 'sender', verdict: 'keep' })
  })
  it('nothing said before the recipient was named removes it', () => {
    expect(said('550 5.1.1 no', { stage: 'connect' }).verdict).not.toBe('remove')
    expect(said('550 5.1.2 no', { stage: 'helo' }).verdict).not.toBe('remove')
  })
})

describe('Japanese phone providers', () => {
  const remoteMta = 'dns; mfsmax.docomo.ne.jp'
  it('mean an unknown user after RCPT TO', () => {
    expect(said('550 Unknown user anna@docomo.ne.jp', { remoteMta, stage: 'rcpt-to' })).toMatchObject({
      verdict: 'remove',
    })
  })
  it('and a filter after the data', () => {
    expect(said('550 Unknown user anna@docomo.ne.jp', { remoteMta, stage: 'end-of-data' })).toMatchObject({
      verdict: 'keep',
    })
  })
})

describe('expired', () => {
  it('is named by what the last attempt failed of', () => {
    const reply = 'Message expired. Last reply: 421 4.7.0 too many connections from your host'
    expect(said(reply)).toMatchObject({ cause: 'rate-limited', group: 'soft', verdict: 'keep' })
    const full = 'could not be delivered for 5 days: 452 4.2.2 mailbox full'
    expect(said(full)).toMatchObject({ cause: 'mailbox-full', verdict: 'watch' })
  })
  it('stays expired when nothing more is said', () => {
    expect(said('Message could not be delivered within 5 days')).toMatchObject({
      cause: 'expired',
      group: 'timeout',
      verdict: 'watch',
    })
  })
})

describe('the sender in words of the recipient', () => {
  it.each([
    '550 Sender mailbox unavailable',
    '550 Unknown user in From: header',
    '550 5.7.1 Reply-To address does not exist',
    '554 5.7.1 Message-ID domain not found',
    '550 5.7.1 host mail.shop.example does not exist in DNS',
    '550 unknown host [192.0.2.1]',
    '550 The domain of your address was not found',
    '550 account news@shop.example is disabled for outgoing mail',
    '550 Blocked: too many messages to accounts that do not exist',
    '535 5.7.0 Invalid account',
    '550 originating address could not be found',
    '550 Your e-mail address does not exist on our records, access denied',
    '550 5.7.1 30% of your recipients do not exist',
    '550 Absenderdomain nicht gefunden',
    "550 Domaine de l'expéditeur inexistant",
    '553 La dirección del remitente no es válida',
    '550 Отправитель не существует',
    '550 发件人不存在',
    '550 差出人のドメインが存在しません',
    '550 발신자 주소가 존재하지 않습니다',
  ])('%s', (reply) => expect(said(reply)).toMatchObject({ fault: 'sender', verdict: 'keep' }))
  it.each([
    '550 5.1.1 No such user - message returned to sender',
    '550 The recipient address does not exist; sender has been notified',
    "550 Destinataire inconnu, message retourné à l'expéditeur",
    '550 El destinatario no existe, el mensaje se devuelve al remitente',
    '550 Получатель не существует, сообщение возвращено отправителю',
    '550 收件人不存在，退回发件人',
  ])('but a sender who is only told removes as before: %s', (reply) =>
    expect(said(reply)).toMatchObject({ fault: 'address', verdict: 'remove' }),
  )
})

describe('a mailbox closed to strangers', () => {
  it.each([
    '550 5.7.1 Recipient has disabled mail from external senders',
    '550 Mailbox closed to outside senders',
    '550 5.7.1 Mailbox does not accept mail from the Internet',
  ])('is alive: %s', (reply) => expect(said(reply)).toMatchObject({ cause: 'recipient-refused', verdict: 'review' }))
})

describe('not found behind the server', () => {
  it.each([
    '554 5.4.4 Next hop host not found for internal route',
    '451 4.3.0 Backend mailbox server not found',
    '554 5.3.0 User lookup failed, directory not found',
    '451 could not look up user: database error',
  ])('is the receiver’s own: %s', (reply) => expect(said(reply)).toMatchObject({ fault: 'receiver', verdict: 'watch' }))
})

describe('a domain not found while DNS does not answer', () => {
  it.each(['451 4.4.3 unable to resolve domain at this time', 'DNS timeout: host not found'])('%s', (reply) =>
    expect(said(reply)).toMatchObject({ cause: 'dns-failure', fault: 'network', verdict: 'watch' }),
  )
})
