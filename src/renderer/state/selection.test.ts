import { describe, expect, it } from 'vitest'
import { makeRow } from '../testing/rows.ts'
import {
  ALL_SELECTED,
  countSelected,
  isSelected,
  NOTHING_SELECTED,
  selectedAddresses,
  setRows,
  toggleRow,
} from './selection.ts'

const first = makeRow({ id: 'a', address: 'ana@example.com' })
const second = makeRow({ id: 'b', address: 'ana@example.com' })
const nameless = makeRow({ id: 'c', address: null })

describe('selection', () => {
  it('counts rows, and addresses once', () => {
    const selection = setRows(NOTHING_SELECTED, [first, second, nameless], true)
    expect(countSelected(selection, 10)).toBe(3)
    expect(selectedAddresses(selection)).toEqual(['ana@example.com'])
  })

  it('toggles one row without touching others', () => {
    const selection = toggleRow(setRows(NOTHING_SELECTED, [first, second], true), first)
    expect(isSelected(selection, 'a')).toBe(false)
    expect(isSelected(selection, 'b')).toBe(true)
  })

  it('of all that match can leave some out and take them back', () => {
    const without = toggleRow(ALL_SELECTED, first)
    expect(isSelected(without, 'a')).toBe(false)
    expect(isSelected(without, 'never seen')).toBe(true)
    expect(countSelected(without, 100)).toBe(99)
    expect(countSelected(toggleRow(without, first), 100)).toBe(100)
    expect(selectedAddresses(without)).toBeNull()
  })
})
