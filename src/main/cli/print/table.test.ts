import { describe, expect, it } from 'vitest'
import { emptyAccounting } from '../../../shared/bounce.ts'
import { accountingLine, addressLine } from './table.ts'

describe('the accounting line', () => {
  it('adds up, and tells what was set apart', () => {
    const accounting = emptyAccounting()
    accounting.messages = 1_205
    accounting.kinds.bounce = 1_200
    accounting.kinds.other = 5
    accounting.duplicates = 3
    accounting.unrecognised = 2
    const line = accountingLine(accounting)
    expect(line).toMatch(/^Messages read: 1,205 = 1,200 bounce \+ 5 ordinary mail;/)
    expect(line).toContain('3 duplicates left out')
    expect(line).toContain('2 of the bounces not recognised')
    expect(line).not.toContain('deleted')
  })

  it('says that nothing was read', () => {
    expect(accountingLine(emptyAccounting())).toBe('Messages read: 0')
  })
})

describe('the address line', () => {
  it('names every verdict, gravest first', () => {
    expect(addressLine({ remove: 1_000, review: 0, watch: 2, keep: 3 })).toBe(
      'Addresses: 1,000 remove, 0 review, 2 watch, 3 keep',
    )
  })
})
