import { describe, expect, it } from 'vitest'
import { CAUSES, FAULTS, GROUPS, KINDS, VERDICTS } from '../bounce.ts'
import { BLOCKLISTS, namedBlocklist } from './blocklists.ts'
import { CAUSE_INFO } from './causes.ts'
import { ENHANCED_CODES } from './enhancedCodes.ts'
import { GUIDE } from './guide.ts'
import { CAUSE_LABELS, causeLabel, faultLabel, groupLabel, kindLabel, providerLabel, verdictLabel } from './labels.ts'
import { STRONG_TOPICS, WEAK_TOPICS } from './patterns/index.ts'
import { CAUSE_VERDICTS } from './policy.ts'
import {
  MAILBOX_PROVIDER_IDS,
  PROVIDERS,
  providerByDomain,
  providerByHost,
  providerById,
  providerByText,
} from './providers/index.ts'
import { REPLY_CODES } from './replyCodes.ts'

const RULES = [...STRONG_TOPICS, ...WEAK_TOPICS, ...PROVIDERS].flatMap((holder) => holder.rules)

function twice<T>(values: readonly T[]): T[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

describe('causes', () => {
  it('each have an explanation, a fix, and a place in the policy', () => {
    expect(Object.keys(CAUSE_INFO).sort()).toEqual([...CAUSES].sort())
    expect(Object.keys(CAUSE_VERDICTS).sort()).toEqual([...CAUSES].sort())
    for (const cause of CAUSES) {
      const info = CAUSE_INFO[cause]
      expect(FAULTS).toContain(info.fault)
      for (const text of [info.what, info.why, info.fix, info.sendAgain, ...info.steps])
        expect(text).toMatch(/^[A-Z“].*[.]$/s)
      for (const { label, address } of info.documentation) expect([label, address]).not.toContain('')
      expect(info.checks.length, cause).toBeGreaterThan(0)
      for (const { command } of info.checks) expect(command).toMatch(/^(?:dig|nc|openssl) /)
    }
  })
  it('are all reached by some rule or code, but for the unknown', () => {
    const codes = [...Object.values(ENHANCED_CODES), ...Object.values(REPLY_CODES)]
    const reached = new Set([...RULES.map((rule) => rule.cause), ...codes.map((code) => code.cause)])
    expect(CAUSES.filter((cause) => !reached.has(cause))).toEqual([])
  })
})

describe('labels', () => {
  it('name everything differently', () => {
    expect(twice(Object.values(CAUSE_LABELS))).toEqual([])
    expect(twice([...VERDICTS.map(verdictLabel), ...GROUPS.map(groupLabel), ...KINDS.map(kindLabel)])).toEqual([])
    expect(twice(FAULTS.map(faultLabel))).toEqual([])
    expect(causeLabel('tls')).toBe('Encryption failed')
    expect(providerLabel('gmail')).toContain('Gmail')
    expect(providerLabel('nobody')).toBe('nobody')
  })
})

describe('codes', () => {
  it('are codes', () => {
    for (const code of Object.keys(REPLY_CODES)) expect(code).toMatch(/^[245]\d\d$/)
    for (const code of Object.keys(ENHANCED_CODES)) expect(code).toMatch(/^[0-7]\.\d{1,2}$/)
  })
  it('alone never remove but where they can mean nothing else', () => {
    const removing = Object.entries(REPLY_CODES).filter(
      ([, { cause }]) => cause && CAUSE_VERDICTS[cause].permanent === 'remove',
    )
    expect(removing.map(([code]) => code)).toEqual(['510', '511', '512', '540', '556'])
  })
})

describe('providers', () => {
  it('have ids, hosts and domains of their own', () => {
    expect(twice(PROVIDERS.map((provider) => provider.id))).toEqual([])
    expect(twice(PROVIDERS.map((provider) => provider.label))).toEqual([])
    expect(twice(PROVIDERS.flatMap((provider) => provider.hosts))).toEqual([])
    expect(twice(PROVIDERS.flatMap((provider) => provider.domains))).toEqual([])
    for (const provider of PROVIDERS)
      for (const host of [...provider.hosts, ...provider.domains])
        expect(host).toMatch(/^(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*(?:\.\*)?$/)
  })
  it('are known by host, by the longest ending, on label borders', () => {
    expect(providerByHost('GMAIL-smtp-in.l.google.com.')?.id).toBe('gmail')
    expect(providerByHost('hotmail-com.olc.protection.outlook.com')?.id).toBe('outlook')
    expect(providerByHost('shop-example.mail.protection.outlook.com')?.id).toBe('exchange-online')
    expect(providerByHost('notgoogle.com')).toBeNull()
    expect(providerByHost('google.com.evil.example')).toBeNull()
  })
  it('are known by the domains of their mailboxes', () => {
    expect(providerByDomain('yahoo.co.uk')?.id).toBe('yahoo')
    expect(providerByDomain('hotmail.fr')?.id).toBe('outlook')
    expect(providerByDomain('austin.rr.com')?.id).toBe('spectrum')
    expect(providerByDomain('yahoo.mail.shop.example')).toBeNull()
    expect(providerByDomain('shop.example')).toBeNull()
  })
  it('are known by words that only they write, not by a list that others ask', () => {
    expect(providerByText('550 5.1.1 no such user - gsmtp')?.id).toBe('gmail')
    expect(
      providerByText(
        '554 blocked using barracuda reputation; http://www.barracudanetworks.com/reputation/?ip=192.0.2.1',
      ),
    ).toBeNull()
    expect(providerByText('sorry, no mailbox here by that name. (#5.1.1)')).toBeNull()
    expect(providerByText('550 user unknown')).toBeNull()
  })
  it('tell mailboxes of many people from filters and sending services', () => {
    expect(MAILBOX_PROVIDER_IDS).toContain('gmail')
    expect(MAILBOX_PROVIDER_IDS).not.toContain('mimecast')
    expect(providerById('nobody')).toBeNull()
  })
  it('give advice in whole sentences', () => {
    for (const { advice } of PROVIDERS)
      for (const words of Object.values(advice ?? {}))
        for (const text of [words.what, words.fix, ...(words.steps ?? [])])
          if (text) expect(text).toMatch(/^[A-Z].*\.$/s)
  })
})

describe('rules', () => {
  it('speak in whole sentences', () => {
    for (const { why, fix } of RULES) for (const text of [why, fix]) if (text) expect(text).toMatch(/^[A-Z].*\.$/s)
  })
})

describe('blocklists', () => {
  it.each(BLOCKLISTS)('$id is named by its own example', (list) => {
    expect(namedBlocklist(list.example)?.id).toBe(list.id)
  })
  it('are not named by other words', () => {
    expect(namedBlocklist('550 5.1.1 user unknown, see the public library')).toBeNull()
  })
})

describe('guide', () => {
  it('has topics with text', () => {
    expect(twice(GUIDE.map((topic) => topic.id))).toEqual([])
    for (const { paragraphs } of GUIDE) for (const text of paragraphs) expect(text.length).toBeGreaterThan(80)
  })
})
