import { describe, expect, it } from 'vitest'
import { pickKnown } from './preferences.ts'

describe('kept choices', () => {
  it('are taken only where they have the shape that is expected now', () => {
    const fallback = { density: 'compact', widths: {}, order: [] as string[], filters: true }
    const kept = { density: 3, widths: { a: 1 }, order: {}, filters: false, colour: 'red' }
    expect(pickKnown(kept, fallback)).toEqual({ widths: { a: 1 }, filters: false })
  })
})
