import { describe, expect, it } from 'vitest'
import { CAUSES } from '../bounce.ts'
import { BASIC_CASES, basicCase } from './basicCases.ts'
import { explain, fixSentence } from './explain.ts'
import { namedSender } from './named.ts'

describe('explain', () => {
  it.each(CAUSES)('%s is explained in full', (cause) => {
    const explanation = explain(cause, { replyCode: '550', enhancedCode: '5.1.1', recipient: 'anna@shop.example' })
    expect(explanation.title).not.toBe('')
    expect(explanation.what.length).toBeGreaterThan(40)
    expect(explanation.why.length).toBeGreaterThan(40)
    expect(explanation.steps.length).toBeGreaterThanOrEqual(3)
    expect(explanation.sendAgain).not.toBe('')
    expect(explanation.documentation.length).toBeGreaterThan(0)
    expect(fixSentence(cause)).toMatch(/\.$/)
    for (const text of [
      explanation.what,
      explanation.why,
      ...explanation.steps,
      ...explanation.checks.map((c) => c.command),
    ])
      expect(text).not.toMatch(/[{}]/)
  })

  it('fills commands with the domains of the record', () => {
    const { checks } = explain('authentication', { originalFrom: 'Shop <news@shop.example>' })
    expect(checks.map((check) => check.command)).toContain('dig +short TXT _dmarc.shop.example')
  })

  it('never lets mail write into a command', () => {
    const hostile = [
      'a@b.example;rm -rf ~',
      'a@$(id).example',
      'a@`id`.example',
      'a@x|y.example',
      'a@-oProxy.example',
      'a@b.example\nid',
    ]
    for (const recipient of hostile) {
      const { checks } = explain('mailbox-unknown', { recipient, remoteMta: recipient, originalFrom: recipient })
      for (const { command } of checks) expect(command).toMatch(/^dig \+short MX [a-z0-9.-]+$/)
    }
  })

  it('names the blocklist and where to look', () => {
    const explanation = explain('blocklisted', {
      diagnostic: '554 5.7.1 Client host [203.0.113.9] blocked using bl.spamcop.net',
    })
    expect(explanation.what).toContain('SpamCop')
    expect(explanation.checks[0]?.command).toBe('dig +short 9.113.0.203.bl.spamcop.net')
  })

  it('says what the bare code means', () => {
    expect(explain('rate-limited', { replyCode: '421' }).aboutCode?.title).toContain('421')
    expect(explain('connection-failed').aboutCode?.id).toBe('timeout')
    expect(explain('virus', { replyCode: '554' }).aboutCode).toBeNull()
  })

  it('puts the codes in words', () => {
    expect(explain('mailbox-unknown', { replyCode: '550', enhancedCode: '5.1.1' }).technical).toContain(
      'the mailbox does not exist',
    )
    expect(explain('expired').technical).toBeNull()
  })
})

describe('the seven basic cases', () => {
  it('are there, each with words of its own', () => {
    expect(BASIC_CASES.map((basic) => basic.id)).toEqual(['421', '450', '550', '551', '553', '554', 'timeout'])
    expect(new Set(BASIC_CASES.flatMap((basic) => [basic.what, basic.fix, basic.title])).size).toBe(21)
  })
  it('a connection without any code is the timeout', () => {
    expect(basicCase(null, 'connection-failed')?.id).toBe('timeout')
    expect(basicCase(null, 'mailbox-unknown')).toBeNull()
    expect(basicCase('421', 'rate-limited')?.id).toBe('421')
  })
})

describe('namedSender', () => {
  it.each([
    ['554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org', '192.0.2.1'],
    ['host mx.example.net[198.51.100.1] said: 550 IP 192.0.2.1 is blocked', '192.0.2.1'],
    ['550 5.7.606 Access denied, banned sending IP [192.0.2.1]', '192.0.2.1'],
    ['550-5.7.1 [192.0.2.1      12] Our system has detected', '192.0.2.1'],
    ['see https://check.spamhaus.org/query/ip/192.0.2.1', '192.0.2.1'],
    ['550 [2001:db8::1] is blocked', '2001:db8::1'],
    ['host mx.example.net[198.51.100.1] said: 550 no such user', null],
    ['550 5.1.1 user unknown', null],
  ])('%s', (text, ip) => expect(namedSender(text).ip).toBe(ip))

  it('reads the domain that is refused', () => {
    expect(namedSender('550 5.7.1 rejected due to shop.example DMARC policy').domain).toBe('shop.example')
  })
})
