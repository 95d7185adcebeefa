import { describe, expect, it } from 'vitest'
import type { FacetValue } from '../../shared/query.ts'
import { type Condition, toggleValue } from '../state/query.ts'
import { listValues, SHORT_LIST } from './facetList.ts'
import { conditionLabel } from './fields.ts'

const found: FacetValue[] = Array.from({ length: 20 }, (_, index) => ({ value: `p${index}`, records: 20 - index }))
const all = () => true

describe('values of a field', () => {
  it('are cut short until all are asked for', () => {
    expect(listValues(found, 'provider', [], false, all)).toMatchObject({ hidden: 20 - SHORT_LIST, total: 20 })
    expect(listValues(found, 'provider', [], true, all).hidden).toBe(0)
  })

  it('stay in sight while they are set, however rare they have become', () => {
    let conditions: Condition[] = toggleValue([], 'provider', 'p19', false)
    conditions = toggleValue(conditions, 'provider', 'gone', true)
    const { values } = listValues(found, 'provider', conditions, false, all)
    expect(values.slice(-2)).toEqual([
      { value: 'p19', records: 1, stance: 'include' },
      { value: 'gone', records: 0, stance: 'exclude' },
    ])
  })

  it('of a verdict keep their places, whatever the counts', () => {
    const counts = ['', 'keep', 'remove'].map((value, index) => ({ value, records: 9 - index }))
    const { values } = listValues(counts, 'addressVerdict', [], false, all)
    expect(values.map((one) => one.value)).toEqual(['remove', 'keep', ''])
  })

  it('can be searched', () => {
    expect(listValues(found, 'provider', [], true, (value) => value.endsWith('9')).values).toHaveLength(2)
  })
})

describe('a condition in words', () => {
  it('says what is wanted and what is not', () => {
    expect(conditionLabel({ is: 'value', field: 'cause', value: 'mailbox-full', exclude: true })).toBe(
      'Cause is not: Mailbox full',
    )
    expect(conditionLabel({ is: 'value', field: 'replyCode', value: '', exclude: false })).toBe(
      'Reply code: Not stated',
    )
  })

  it('names days as the reader writes them', () => {
    const label = (from: string | null, to: string | null, locale: string) =>
      conditionLabel({ is: 'dates', from, to }, locale)
    expect(label('2026-11-02', null, 'en-GB')).toBe('Reported since 2 Nov 2026')
    expect(label(null, '2026-11-02', 'en-US')).toBe('Reported until Nov 2, 2026')
    expect(label('2026-11-02', '2026-11-02', 'en-GB')).toBe('Reported: 2 Nov 2026')
    expect(label('2026-11-02', '2026-11-08', 'en-GB')).toMatch(/^Reported: 2\s?–\s?8 Nov 2026$/)
    expect(label('2026-11-02', '2026-11-08', 'de')).toMatch(/^Reported: 02\.\s?–\s?08\.11\.2026$/)
  })
})
