import { describe, expect, it } from 'vitest'
import { accountingLine, leftOutLine } from './accounting.ts'
import { emptyAccounting } from './bounce.ts'

describe('the accounting line', () => {
  it('lists only what there is, and adds up', () => {
    const accounting = { ...emptyAccounting(), messages: 4, duplicates: 1, deleted: 2 }
    accounting.kinds = { ...accounting.kinds, bounce: 3, 'auto-reply': 1 }
    expect(accountingLine(accounting)).toBe('4 messages read = 3 bounces + 1 automatic reply')
    expect(leftOutLine(accounting)).toBe('left out: 1 duplicate, 2 deleted')
    expect(leftOutLine(emptyAccounting())).toBe('')
  })
})
