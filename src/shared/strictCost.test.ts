import { describe, expect, it } from 'vitest'
import { costSentence } from './strictCost.ts'

const said = (addresses: number, fine: number) => costSentence({ addresses, fine }, undefined, 'en')

describe('what the strict policy costs', () => {
  it('is told with the mailboxes that are fine', () => {
    expect(said(1230, 212)).toBe(
      'Would remove 1,230 more addresses that no report calls dead; 212 of these mailboxes are fine.',
    )
    expect(said(3, 1)).toContain('; 1 of these mailboxes is fine.')
    expect(said(3, 3)).toContain('; all of these mailboxes are fine.')
    expect(said(1, 1)).toBe('Would remove 1 more address that no report calls dead; its mailbox is fine.')
  })

  it('promises no fine mailbox where none is known', () => {
    expect(said(3, 0)).not.toContain('fine')
    expect(said(1, 0)).toBe('Would remove 1 more address that no report calls dead.')
  })

  it('tells what it does already', () => {
    expect(costSentence({ addresses: 2, fine: 0 }, 'Removes')).toBe(
      'Removes 2 more addresses that no report calls dead.',
    )
  })
})
