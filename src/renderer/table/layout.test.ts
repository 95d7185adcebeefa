import { describe, expect, it } from 'vitest'
import type { Section, Summary } from '../../shared/query.ts'
import { indexOf, layOut, lineAt, rowsBetween } from './layout.ts'

function summary(counts: Partial<Record<Section, number>>): Summary {
  return {
    sections: Object.entries(counts).map(([section, records]) => ({
      section: section as Section,
      records,
      addresses: records,
    })),
    records: 0,
    messages: 0,
    addresses: 0,
    addressVerdicts: { remove: 0, review: 0, watch: 0, keep: 0 },
  }
}

const three = summary({ timeout: 2, hard: 3, soft: 0, 'not-bounce': 4 })

describe('lines of the table', () => {
  it('stand in the order of the sections, empty sections left out', () => {
    const layout = layOut(three, new Set())
    expect(layout.sections.map((one) => one.section)).toEqual(['hard', 'timeout', 'not-bounce'])
    expect(layout.lines).toBe(3 + 3 + 2 + 4)
    expect(lineAt(layout, 0)).toEqual({ is: 'head', section: 'hard' })
    expect(lineAt(layout, 3)).toEqual({ is: 'row', section: 'hard', offset: 2 })
    expect(lineAt(layout, 4)).toEqual({ is: 'head', section: 'timeout' })
    expect(lineAt(layout, 12)).toBeNull()
  })

  it('of a closed section are only its head', () => {
    const layout = layOut(three, new Set<Section>(['timeout']))
    expect(lineAt(layout, 5)).toEqual({ is: 'head', section: 'not-bounce' })
  })

  it('are all shown of a section that stands alone', () => {
    const layout = layOut(summary({ 'not-bounce': 4 }), new Set<Section>(['not-bounce']))
    expect(layout.lines).toBe(5)
  })

  it('find back to their index, whatever has changed', () => {
    const layout = layOut(three, new Set<Section>(['not-bounce']))
    for (let index = 0; index < layout.lines; index += 1) {
      const line = lineAt(layout, index)
      expect(line && indexOf(layout, line)).toBe(index)
    }
    expect(indexOf(layout, { is: 'row', section: 'not-bounce', offset: 3 })).toBe(7)
    expect(indexOf(layout, { is: 'row', section: 'hard', offset: 99 })).toBe(3)
    expect(indexOf(layout, { is: 'head', section: 'soft' })).toBeNull()
  })

  it('name the rows that a stretch of them needs', () => {
    const layout = layOut(three, new Set())
    expect(rowsBetween(layout, 2, 5)).toEqual([
      { section: 'hard', from: 1, to: 2 },
      { section: 'timeout', from: 0, to: 0 },
    ])
    expect(rowsBetween(layout, 0, 0)).toEqual([])
  })
})
