import { describe, expect, it } from 'vitest'
import { CAUSES, FAULTS, GROUPS, VERDICTS } from '../../shared/bounce.ts'
import { judge } from './index.ts'
import type { Reply } from './types.ts'

const SILENT: Reply = {
  kind: 'bounce',
  recipient: 'anna@shop.example',
  replyCode: null,
  enhancedCode: null,
  diagnostic: null,
  remoteMta: null,
  reportingMta: null,
  action: 'failed',
  stage: null,
}

function said(diagnostic: string, more: Partial<Reply> = {}) {
  return judge({ ...SILENT, diagnostic, ...more })
}

describe('the seven basic cases', () => {
  it.each([
    ['421 4.7.0 Too many connections', 'rate-limited', 'soft', 'keep'],
    ['421 Service not available, closing transmission channel', 'server-trouble', 'soft', 'watch'],
    ['450 Requested mail action not taken: mailbox unavailable', 'server-trouble', 'soft', 'watch'],
    ['550 Requested action not taken: mailbox unavailable', 'mailbox-unknown', 'hard', 'remove'],
    ['551 User not local; please try <anna@new.example>', 'mailbox-moved', 'hard', 'remove'],
    ['551 we do not relay', 'relay-denied', 'hard', 'review'],
    ['553 5.1.7 Bad sender address syntax', 'protocol', 'hard', 'keep'],
    ['553 5.7.1 <news@shop.example>: Sender address rejected: not logged in', 'authentication', 'hard', 'keep'],
    ['554 5.7.1 Message rejected due to content', 'content', 'hard', 'keep'],
    ['554 Transaction failed', 'policy', 'hard', 'keep'],
    ['connect to mx.shop.example[192.0.2.1]:25: Connection timed out', 'connection-failed', 'timeout', 'watch'],
  ])('%s', (reply, cause, group, verdict) => expect(said(reply)).toMatchObject({ cause, group, verdict }))
})

describe('the order of evidence', () => {
  it('words come before codes', () => {
    expect(said('550 5.1.1 Your IP 192.0.2.1 is blacklisted').verdict).toBe('keep')
    expect(said('550 5.7.1 User unknown').cause).toBe('mailbox-unknown')
  })
  it('a specific status comes before poor words', () => {
    expect(said('550 5.1.1 rejected').cause).toBe('mailbox-unknown')
    expect(said('550 5.2.2 denied').cause).toBe('mailbox-full')
  })
  it('poor words come before a vague status', () => {
    expect(said('451 4.7.1 try again later').cause).toBe('server-trouble')
  })
  it('then the reply code, then the stage, then nothing', () => {
    expect(said('556').rule).toBe('reply/556')
    expect(said('550', { stage: 'connect' })).toMatchObject({ rule: 'stage/connect', cause: 'policy', verdict: 'keep' })
    expect(said('550')).toMatchObject({ rule: 'none', cause: 'unknown', fault: 'unknown', verdict: 'review' })
    expect(judge(SILENT)).toMatchObject({ cause: 'unknown', group: 'soft', verdict: 'review', matched: null })
  })
  it('given codes win over those in the text', () => {
    expect(said('550 5.1.1 sorry', { replyCode: '554', enhancedCode: '5.2.2' })).toMatchObject({
      replyCode: '554',
      enhancedCode: '5.2.2',
      cause: 'mailbox-full',
    })
  })
})

describe('who said it', () => {
  it.each([
    ['host mx1.mail.icloud.com[192.0.2.1] said: 550 no', { remoteMta: 'dns; relay.shop.example' }, 'icloud'],
    ['550 no', { remoteMta: 'dns; mx1.mail.icloud.com (192.0.2.1)' }, 'icloud'],
    ['550 5.1.1 no such user abc - gsmtp', { remoteMta: 'dns; mx.shop.example' }, 'gmail'],
    ['550 no', { recipient: 'anna@web.de' }, 'gmx'],
    ['550 no', { remoteMta: 'dns; shop-example.mail.protection.outlook.com' }, 'exchange-online'],
    ['550 no', { remoteMta: 'dns; [10.20.0.14]' }, null],
    ['550 no', { remoteMta: 'dns; notgoogle.com' }, null],
  ] as const)('%s %o', (reply, more, provider) => expect(said(reply, more).provider).toBe(provider))

  it('it was our own server when it wants our login and no other host is named', () => {
    const own = { cause: 'authentication', provider: 'own-server', verdict: 'keep' }
    expect(said('530 5.7.0 Authentication required', { recipient: 'anna@gmail.com' })).toMatchObject(own)
    expect(said('550 Relaying denied. Proper authentication required.')).toMatchObject({
      cause: 'relay-denied',
      fault: 'sender',
      provider: 'own-server',
      verdict: 'keep',
    })
    const theirs = said('550 Relaying denied. Proper authentication required.', { remoteMta: 'dns; mx.shop.example' })
    expect(theirs).toMatchObject({ fault: 'receiver', provider: null, verdict: 'review' })
  })
})

describe('what it says', () => {
  it('names provider, code and list', () => {
    const judgement = said('554 5.7.1 Client host [203.0.113.9] blocked using zen.spamhaus.org', {
      remoteMta: 'dns; mx.orange.fr',
    })
    expect(judgement.why).toBe(
      'Orange/La Poste says that 203.0.113.9 is on the blocklist Spamhaus (554 5.7.1): the address is not at fault.',
    )
    expect(judgement.rule).toBe('blocklist/spamhaus')
  })
  it('tells the temporary from the final', () => {
    expect(said('550 5.1.1 user unknown').why).toContain('this will not change')
    expect(said('450 4.1.1 user unknown').why).toContain('only temporary')
  })
  it('gives each of the basic codes a fix of its own where only the code tells', () => {
    const fixes = [
      '421 Service not available',
      '450 mailbox unavailable',
      '550',
      '551',
      '553',
      '554 Transaction failed',
      'connect to mx.shop.example[192.0.2.1]:25: Connection timed out',
    ].map((reply) => said(reply).fix)
    expect(new Set(fixes).size).toBe(7)
    expect(fixes[6]).toContain('587')
  })
  it('has whole sentences for every kind of reply', () => {
    for (const reply of [
      '550 user unknown',
      '421 busy',
      '',
      'connection refused',
      '552 full mailbox',
      '554 spam',
      'nonsense',
    ])
      for (const text of [said(reply).why, said(reply).fix]) expect(text).toMatch(/^[A-Z].*\.$/)
  })
})

describe('judge', () => {
  it('never throws and always answers in the vocabulary', () => {
    const pieces = [
      '550',
      '5.1.1',
      '4.2.2',
      'user',
      'unknown',
      '[',
      '(',
      '\0',
      '\n',
      '\r',
      '<a@b>',
      'said:',
      'é',
      '不存在',
      '::',
      '192.0.2.1',
      'x'.repeat(500),
    ]
    let state = 7
    const next = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state % below
    }
    for (let round = 0; round < 3000; round++) {
      const words = Array.from({ length: 1 + next(12) }, () => pieces[next(pieces.length)] ?? '')
      const judgement = said(words.join(next(2) ? ' ' : ''), {
        remoteMta: words[0] ?? null,
        recipient: words[1] ?? null,
      })
      expect(CAUSES).toContain(judgement.cause)
      expect(FAULTS).toContain(judgement.fault)
      expect(GROUPS).toContain(judgement.group)
      expect(VERDICTS).toContain(judgement.verdict)
    }
  })

  it('never removes on a temporary reply, whatever it says', () => {
    for (const words of [
      'user unknown',
      'no such domain',
      'account closed',
      'moved',
      'mailbox disabled',
      'invalid recipient',
    ])
      for (const code of ['421', '450 4.1.1', '451 4.2.1', '450 5.0.0'])
        expect(said(`${code} ${words}`).verdict, `${code} ${words}`).not.toBe('remove')
  })

  it.each([
    '550 HELO: invalid domain name',
    '550 From address not valid',
    '550 return path address unknown',
    '550 your mail server hostname does not exist',
    '554 Client host not found in DNS',
    '550 Your IP address 192.0.2.1 does not exist in our allowed list',
    '550 message from non-existent domain',
    '550 originator unknown',
    '550 5.1.8 invalid domain',
    '550 Your account is disabled',
  ])('never removes for what is ours: %s', (reply) =>
    expect(said(reply)).toMatchObject({ fault: 'sender', verdict: 'keep' }),
  )
})
