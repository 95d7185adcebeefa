import { expect, it } from 'vitest'
import { setText, toFilter } from '../state/query.ts'
import { isChosen, toggleCell, toggleDates } from './choices.ts'

const WORDS = setText([], 'quota')

it('a cell sets its provider and its cause alone, once more and both are gone; other filters stay', () => {
  const cell = { provider: 'gmail', cause: 'spam' }
  const once = toggleCell(toggleCell(WORDS, { provider: 'yahoo', cause: 'policy' }), cell)
  expect(toFilter(once)).toMatchObject({ include: { provider: ['gmail'], cause: ['spam'] }, text: 'quota' })
  expect(isChosen(once, cell)).toBe(true)
  expect(isChosen(once, { ...cell, provider: null })).toBe(false)
  expect(toggleCell(once, cell)).toEqual(WORDS)
})

it('the head of a row sets its cause, the head of a column its provider', () => {
  const row = toggleCell(WORDS, { provider: null, cause: 'spam' })
  expect(toFilter(row).include).toEqual({ cause: ['spam'] })
  expect(toFilter(toggleCell(row, { provider: '', cause: null })).include).toEqual({ provider: [''] })
})

it('a bar sets its days, once more and they are gone', () => {
  const set = toggleDates(WORDS, '2026-11-02', '2026-11-02')
  expect(toFilter(set)).toMatchObject({ from: '2026-11-02', to: '2026-11-02', text: 'quota' })
  expect(toggleDates(set, '2026-11-02', '2026-11-02')).toEqual(WORDS)
})

it('a day of a week that is drawn alone, pressed once more, gives the week again', () => {
  const week = { first: '2026-11-02', last: '2026-11-08' }
  const set = toggleDates(WORDS, '2026-11-03', '2026-11-03', week)
  expect(toFilter(toggleDates(set, '2026-11-03', '2026-11-03', week))).toMatchObject({
    ...{ from: '2026-11-02', to: '2026-11-08', text: 'quota' },
  })
})
