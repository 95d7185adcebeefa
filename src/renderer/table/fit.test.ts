import { describe, expect, it } from 'vitest'
import { type Fitting, fitWidths } from './fit.ts'

const column = (least: number, size: number, own: number | null = null): Fitting => ({ least, size, own })
const columns = [column(100, 200), column(50, 50), column(80, 140), column(200, 400)]
const sum = (widths: number[]) => widths.reduce((total, width) => total + width, 0)

describe('widths of the columns', () => {
  it('fill the room with as many as fit, so that none is cut by its edge', () => {
    const widths = fitWidths(columns, 330)
    expect(sum(widths.slice(0, 3))).toBe(330)
    expect(widths[3]).toBe(400)
  })

  it('give most to those that need most', () => {
    expect(fitWidths(columns, 310).slice(0, 3)).toEqual([150, 50, 110])
  })

  it('show the longest word whole first, where one is known', () => {
    const known = columns.with(2, { ...column(80, 140), whole: 110 })
    expect(fitWidths(known, 250).slice(0, 3)).toEqual([100, 50, 100])
    expect(fitWidths(known, 325).slice(0, 3)).toEqual([150, 50, 125])
  })

  it('are what reads well where all of them fit', () => {
    expect(fitWidths(columns, 2000)).toEqual([200, 50, 140, 400])
  })

  it('are the person’s own where given, and only the others give way', () => {
    const own = columns.with(0, column(100, 200, 160))
    expect(fitWidths(own, 310).slice(0, 3)).toEqual([160, 50, 100])
  })

  it('are bearable in no room at all', () => {
    expect(fitWidths(columns, 0)).toEqual([200, 50, 140, 400])
  })
})
