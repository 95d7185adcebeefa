import { describe, expect, it } from 'vitest'
import { costSentence } from './strictCost.ts'

const said = (addresses: number, fine: number) => costSentence({ addresses, fine }, false, 'en')

describe('what the strict policy costs', () => {
  it('is told with the mailboxes that are fine', () => {
    expect(said(1230, 212)).toBe(
      'Would also remove 1,230 addresses of which no report says that they are dead; the mailboxes of 212 of them are fine.',
    )
    expect(said(3, 1)).toContain('the mailbox of 1 of them is fine')
    expect(said(3, 3)).toContain('the mailboxes of all of them are fine')
  })

  it('promises no fine mailbox where none is known', () => {
    expect(said(3, 0)).not.toContain('fine')
    expect(said(1, 0)).toBe('Would also remove 1 address of which no report says that it is dead.')
  })
})
