import { describe, expect, it } from 'vitest'
import { emptyAccounting } from '../../../shared/bounce.ts'
import { accountingSentence, addressLine } from './table.ts'

describe('the accounting line', () => {
  it('adds up, and tells what was set apart', () => {
    const accounting = emptyAccounting()
    accounting.messages = 1_205
    accounting.kinds.bounce = 1_200
    accounting.kinds.other = 5
    accounting.duplicates = 3
    accounting.unrecognised = 2
    const line = accountingSentence(accounting)
    expect(line).toMatch(/^1,205 messages read = 1,200 bounces \+ 5 ordinary messages; left out: 3 duplicates;/)
    expect(line).toContain('2 bounces not recognised')
    expect(line).not.toContain('deleted')
  })

  it('says that nothing was read', () => {
    expect(accountingSentence(emptyAccounting())).toBe('0 messages read')
  })
})

describe('the address line', () => {
  it('names every verdict, gravest first', () => {
    expect(addressLine({ remove: 1_000, review: 0, watch: 2, keep: 3 })).toBe(
      'Addresses: 1,000 remove, 0 review, 2 watch, 3 keep',
    )
  })
})
