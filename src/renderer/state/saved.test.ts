import { describe, expect, it } from 'vitest'
import { DEFAULT_QUERY, type Query, setText } from './query.ts'
import { isSaved, NONE_SAVED, savedQuery, withoutSaved, withSaved } from './saved.ts'

const asking = (text: string): Query => ({ ...DEFAULT_QUERY, conditions: setText([], text) })

describe('saved filters', () => {
  const both = withSaved(withSaved(NONE_SAVED, ' Full ', asking('quota')), 'Spam', asking('spam'))

  it('bring back what was kept under their name', () => {
    expect(both.names).toEqual(['Full', 'Spam'])
    expect(savedQuery(both, 'Full')).toEqual(asking('quota'))
    expect(savedQuery(both, 'unknown')).toBeNull()
    expect(isSaved(both, 'Full', asking('quota'))).toBe(true)
    expect(isSaved(both, 'Full', asking('spam'))).toBe(false)
  })

  it('take the place of one of the same name, and need a name', () => {
    const again = withSaved(both, 'Full', asking('mailbox full'))
    expect(again.names).toEqual(['Spam', 'Full'])
    expect(savedQuery(again, 'Full')).toEqual(asking('mailbox full'))
    expect(withSaved(both, '  ', asking('quota'))).toBe(both)
  })

  it('are forgotten by name, the others stay', () => {
    const rest = withoutSaved(both, 'Full')
    expect(rest.names).toEqual(['Spam'])
    expect(savedQuery(rest, 'Spam')).toEqual(asking('spam'))
    expect(withoutSaved(rest, 'Full')).toBe(rest)
  })
})
