import { describe, expect, it } from 'vitest'
import { makeRow } from '../testing/rows.ts'
import { MAX_PAGES_HELD, PAGE_SIZE, type Pages, pagesToFetch, patchRows, rowAt, storePage } from './pages.ts'

const empty: Pages = new Map()

describe('held pages', () => {
  it('give the row at an offset, and nothing for what is not held', () => {
    const pages = storePage(empty, 'hard', 1, [makeRow({ id: 'a' }), makeRow({ id: 'b' })], 1)
    expect(rowAt(pages, 'hard', PAGE_SIZE + 1)?.id).toBe('b')
    expect(rowAt(pages, 'hard', 0)).toBeNull()
    expect(rowAt(pages, 'soft', PAGE_SIZE)).toBeNull()
  })

  it('let go of the oldest beyond the limit', () => {
    let pages = empty
    for (let page = 0; page <= MAX_PAGES_HELD; page += 1) pages = storePage(pages, 'hard', page, [makeRow()], 1)
    expect(pages.size).toBe(MAX_PAGES_HELD)
    expect(rowAt(pages, 'hard', 0)).toBeNull()
    expect(rowAt(pages, 'hard', MAX_PAGES_HELD * PAGE_SIZE)).not.toBeNull()
  })

  it('are fetched where they are missing or out of date', () => {
    const pages = storePage(storePage(empty, 'hard', 0, [makeRow()], 2), 'hard', 1, [makeRow()], 1)
    const stretch = [{ section: 'hard' as const, from: 0, to: 2 * PAGE_SIZE }]
    expect(pagesToFetch(pages, stretch, 1).map((one) => one.page)).toEqual([2])
    expect(pagesToFetch(pages, stretch, 2).map((one) => one.page)).toEqual([1, 2])
    expect(pagesToFetch(pages, [], 9)).toEqual([])
  })

  it('show a changed verdict on every row of the address and on no other', () => {
    const pages = storePage(empty, 'hard', 0, [makeRow(), makeRow({ id: 'x', address: 'x@example.com' })], 1)
    const changed = patchRows(pages, new Set(['ana@example.com']), (row) => ({ ...row, addressVerdict: 'keep' }))
    expect(rowAt(changed, 'hard', 0)?.addressVerdict).toBe('keep')
    expect(rowAt(changed, 'hard', 1)?.addressVerdict).toBe('remove')
  })
})
