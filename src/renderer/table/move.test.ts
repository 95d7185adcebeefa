import { describe, expect, it } from 'vitest'
import { type Extent, moved } from './move.ts'

const extent: Extent = { lines: 100, columns: 8, page: 20 }
const plain = (key: string) => ({ key, ctrl: false })

describe('keys in the grid', () => {
  it('go up into the column heads and no further', () => {
    expect(moved({ line: 0, column: 2 }, plain('ArrowUp'), extent)).toEqual({ line: -1, column: 2 })
    expect(moved({ line: -1, column: 2 }, plain('ArrowUp'), extent)).toEqual({ line: -1, column: 2 })
  })

  it('stop at the edges', () => {
    expect(moved({ line: 99, column: 7 }, plain('ArrowDown'), extent)).toEqual({ line: 99, column: 7 })
    expect(moved({ line: 5, column: 0 }, plain('ArrowLeft'), extent)).toEqual({ line: 5, column: 0 })
    expect(moved({ line: 90, column: 1 }, plain('PageDown'), extent)).toEqual({ line: 99, column: 1 })
    expect(moved({ line: 5, column: 1 }, plain('PageUp'), extent)).toEqual({ line: 0, column: 1 })
  })

  it('reach the last row of the data, not of the screen', () => {
    expect(moved({ line: 0, column: 0 }, { key: 'End', ctrl: true }, extent)).toEqual({ line: 99, column: 7 })
    expect(moved({ line: 50, column: 3 }, { key: 'Home', ctrl: true }, extent)).toEqual({ line: 0, column: 0 })
    expect(moved({ line: 50, column: 3 }, plain('End'), extent)).toEqual({ line: 50, column: 7 })
  })

  it('leave other keys alone', () => {
    expect(moved({ line: 0, column: 0 }, plain('a'), extent)).toBeNull()
  })
})
