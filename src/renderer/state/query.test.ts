import { describe, expect, it } from 'vitest'
import { type Condition, dropLast, setDates, setOnly, setText, stanceOf, toFilter, toggleValue } from './query.ts'

const none: Condition[] = []

describe('choosing values', () => {
  it('takes a value back when it is chosen twice', () => {
    const once = toggleValue(none, 'provider', 'gmail', false)
    expect(stanceOf(once, 'provider', 'gmail')).toBe('include')
    expect(toggleValue(once, 'provider', 'gmail', false)).toEqual([])
  })

  it('turns a chosen value into one left out, never both', () => {
    const turned = toggleValue(toggleValue(none, 'provider', 'gmail', false), 'provider', 'gmail', true)
    expect(stanceOf(turned, 'provider', 'gmail')).toBe('exclude')
    expect(toFilter(turned)).toMatchObject({ include: {}, exclude: { provider: ['gmail'] } })
  })

  it('treats values of one field as alternatives and keeps fields apart', () => {
    let conditions = toggleValue(none, 'provider', 'gmail', false)
    conditions = toggleValue(conditions, 'provider', '', false)
    conditions = toggleValue(conditions, 'cause', 'spam', false)
    expect(toFilter(conditions).include).toEqual({ provider: ['gmail', ''], cause: ['spam'] })
  })

  it('leaves a field’s own conditions aside when asked', () => {
    const conditions = setOnly(setText(none, 'quota'), 'group', ['hard'])
    expect(toFilter(conditions, 'group')).toMatchObject({ include: {}, text: 'quota' })
  })
})

describe('text and dates', () => {
  it('stay at their place while they change and go when they are empty', () => {
    let conditions = toggleValue(setText(none, 'a'), 'cause', 'spam', false)
    conditions = setText(conditions, 'ab')
    expect(conditions.map((one) => one.is)).toEqual(['text', 'value'])
    expect(setText(conditions, '   ').map((one) => one.is)).toEqual(['value'])
    expect(setDates(setDates(none, '2026-01-01', null), null, null)).toEqual([])
  })
})

describe('Escape', () => {
  it('drops what was set last, first', () => {
    const conditions = setText(toggleValue(none, 'cause', 'spam', false), 'x')
    expect(dropLast(conditions).map((one) => one.is)).toEqual(['value'])
    expect(dropLast([])).toEqual([])
  })
})
