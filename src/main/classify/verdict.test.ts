import { describe, expect, it } from 'vitest'
import { CAUSES, type Cause } from '../../shared/bounce.ts'
import { faultFor, groupFor, isTemporary, verdictFor } from './verdict.ts'

const DEAD: Cause[] = ['mailbox-unknown', 'domain-unknown', 'mailbox-disabled', 'mailbox-moved']
const OURS: Cause[] = [
  'blocklisted',
  'reputation',
  'authentication',
  'missing-ptr',
  'policy',
  'rate-limited',
  'message-too-large',
  'content',
  'spam',
  'virus',
  'protocol',
  'tls',
]

describe('verdictFor', () => {
  it('removes only the dead, and only for good', () => {
    for (const cause of CAUSES) {
      expect(verdictFor(cause, false) === 'remove').toBe(DEAD.includes(cause))
      expect(verdictFor(cause, true)).not.toBe('remove')
    }
  })
  it('keeps what is ours to mend', () => {
    for (const cause of OURS) {
      expect(faultFor(cause)).toBe('sender')
      expect([verdictFor(cause, false), verdictFor(cause, true)]).toEqual(['keep', 'keep'])
    }
  })
  it('watches a mailbox that is locked for now', () => {
    expect(verdictFor('mailbox-disabled', false, { reopens: true })).toBe('watch')
    expect(faultFor('mailbox-disabled', { reopens: true })).toBe('mailbox')
  })
  it('tells relaying denied by our own server from theirs', () => {
    expect([faultFor('relay-denied'), verdictFor('relay-denied', false), verdictFor('relay-denied', true)]).toEqual([
      'receiver',
      'review',
      'watch',
    ])
    expect([faultFor('relay-denied', { ours: true }), verdictFor('relay-denied', false, { ours: true })]).toEqual([
      'sender',
      'keep',
    ])
  })
})

describe('isTemporary', () => {
  it.each([
    ['bounce', '450', null, true],
    ['bounce', null, '4.2.2', true],
    ['bounce', '550', '4.2.2', false],
    ['bounce', '450', '5.1.1', false],
    ['bounce', '421', '5.4.7', true],
    ['bounce', '450', '5.0.0', true],
    ['bounce', '550', '5.1.1', false],
    ['bounce', null, null, false],
    ['delay', '550', '5.1.1', true],
  ] as const)('%s %s %s', (kind, reply, enhanced, temporary) =>
    expect(isTemporary(kind, reply, enhanced)).toBe(temporary),
  )
})

describe('groupFor', () => {
  it.each([
    ['blocklisted', '550', '5.7.1', 'hard'],
    ['rate-limited', '421', null, 'soft'],
    ['expired', '421', '4.4.7', 'soft'],
    ['domain-unknown', null, '5.1.2', 'hard'],
    ['domain-unknown', null, '4.4.4', 'hard'],
    ['connection-failed', null, '4.4.1', 'timeout'],
    ['expired', null, '5.4.7', 'timeout'],
    ['dns-failure', null, null, 'timeout'],
    ['loop', null, '5.4.6', 'timeout'],
    ['unknown', null, '4.4.2', 'timeout'],
    ['policy', null, '5.7.1', 'hard'],
    ['mailbox-full', null, '4.2.2', 'soft'],
    ['mailbox-unknown', null, null, 'hard'],
    ['mailbox-full', null, null, 'soft'],
    ['unknown', null, null, 'soft'],
  ] as const)('%s %s %s is %s', (cause, reply, enhanced, group) =>
    expect(groupFor(cause, 'bounce', reply, enhanced)).toBe(group),
  )
})
