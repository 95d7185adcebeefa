import { describe, expect, it } from 'vitest'
import { makeRow } from '../testing/rows.ts'
import {
  ALL_SELECTED,
  addressesOf,
  countSelected,
  isSelected,
  NOTHING_SELECTED,
  setRows,
  toggleRow,
} from './selection.ts'

const first = makeRow({ id: 'a', address: 'ana@example.com' })
const second = makeRow({ id: 'b', address: 'bo@example.com', overridden: true, addressVerdict: 'keep' })
const nameless = makeRow({ id: 'c', address: null })

describe('selection', () => {
  it('counts rows, and knows each address once with the verdict the person gave it', () => {
    const again = makeRow({ id: 'd', address: 'ana@example.com' })
    const selection = setRows(NOTHING_SELECTED, [first, second, nameless, again], true)
    expect(countSelected(selection, 10)).toBe(4)
    expect(addressesOf(selection.is === 'some' ? selection.rows.values() : [])).toEqual(
      new Map([
        ['ana@example.com', null],
        ['bo@example.com', 'keep'],
      ]),
    )
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
  })
})
