import { describe, expect, it } from 'vitest'
import { createGrants } from './grants.ts'

const inbox = { path: '/mail/inbox', label: 'inbox', spooled: false }
const sent = { path: '/mail/sent', label: 'sent', spooled: true }

describe('grants', () => {
  it('give back what was granted, in the order asked for', () => {
    const grants = createGrants()
    const tokens = [grants.add(inbox), grants.add(sent)]
    expect(grants.resolve(tokens.toReversed())).toEqual([sent, inbox])
  })

  it('give nothing where a single token is unknown', () => {
    const grants = createGrants()
    expect(grants.resolve([grants.add(inbox), 'f'.repeat(32)])).toBeNull()
  })

  it('cannot be guessed from one another', () => {
    const grants = createGrants()
    const tokens = Array.from({ length: 1_000 }, () => grants.add(inbox))
    expect(new Set(tokens).size).toBe(1_000)
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f]{32}$/)
  })

  it('end when they are taken back', () => {
    const grants = createGrants()
    const token = grants.add(inbox)
    grants.revoke([token])
    expect(grants.resolve([token])).toBeNull()
  })

  it('do not grow without end: the oldest go', () => {
    const grants = createGrants()
    const first = grants.add(inbox)
    const second = grants.add(inbox)
    for (let count = 0; count < 99_999; count++) grants.add(sent)
    expect(grants.resolve([first])).toBeNull()
    expect(grants.resolve([second])).toEqual([inbox])
  })
})
