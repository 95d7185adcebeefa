import { describe, expect, it } from 'vitest'
import type { ProviderCauseCount } from '../../shared/charts.ts'
import { layMatrix } from './matrix.ts'

const CELLS: ProviderCauseCount[] = [
  { provider: 'gmail', cause: 'mailbox-unknown', records: 10 },
  { provider: null, cause: 'mailbox-unknown', records: 30 },
  { provider: 'gmail', cause: 'spam', records: 25 },
  { provider: 'yahoo', cause: 'mailbox-full', records: 4 },
]

describe('the heat map', () => {
  it('shows the most frequent providers and causes, and says how much that is', () => {
    const matrix = layMatrix(CELLS, { providers: 2, causes: 2 })
    expect(matrix.providers).toEqual(['gmail', ''])
    expect(matrix.causes).toEqual(['mailbox-unknown', 'spam'])
    expect(matrix.at('', 'mailbox-unknown')).toBe(30)
    expect(matrix.at('', 'spam')).toBe(0)
    expect([matrix.most, matrix.shown, matrix.total]).toEqual([30, 65, 69])
  })

  it('shows what the filter names though others are more frequent', () => {
    const { providers, causes } = layMatrix(
      CELLS,
      { providers: 2, causes: 1 },
      { providers: ['yahoo'], causes: ['mailbox-full'] },
    )
    expect(providers).toEqual(['gmail', 'yahoo'])
    expect(causes).toEqual(['mailbox-full'])
  })

  it('is empty without bounces', () => {
    expect(layMatrix([], { providers: 5, causes: 5 })).toMatchObject({ providers: [], causes: [], most: 0, total: 0 })
  })
})
