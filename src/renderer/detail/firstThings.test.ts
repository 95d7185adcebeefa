import { describe, expect, it } from 'vitest'
import { FACET_FIELDS, type Facets, type FacetValue } from '../../shared/query.ts'
import { type Condition, toggleValue } from '../state/query.ts'
import { firstThings } from './firstThings.ts'

function facets(cause: FacetValue[]): Facets {
  const none = Object.fromEntries(FACET_FIELDS.map((field) => [field, []])) as unknown as Facets
  return { ...none, cause }
}

describe('what to turn to first', () => {
  it('is the most frequent causes, without messages that have none', () => {
    const things = firstThings(
      facets([
        { value: '', records: 90 },
        { value: 'mailbox-unknown', records: 40 },
        { value: 'authentication', records: 3 },
      ]),
      [],
    )
    expect(things.map(({ cause, verdict }) => [cause, verdict])).toEqual([
      ['mailbox-unknown', 'remove'],
      ['authentication', 'keep'],
    ])
    expect(things[0]?.fix).not.toBe('')
  })

  it('leaves out what the filters leave out', () => {
    const found = facets([
      { value: 'mailbox-unknown', records: 40 },
      { value: 'spam', records: 3 },
    ])
    const causes = (conditions: Condition[]) => firstThings(found, conditions).map((thing) => thing.cause)
    expect(causes(toggleValue([], 'cause', 'spam', true))).toEqual(['mailbox-unknown'])
    expect(causes(toggleValue([], 'cause', 'spam', false))).toEqual(['spam'])
  })
})
