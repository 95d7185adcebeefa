/** The stretch of rows the window holds: pages by section, never the whole set. Pure transitions. */
import type { Page, Row, Section } from '../../shared/query.ts'

/** Rows fetched at once: more than a tall screen shows, small enough to travel within a frame or two. */
export const PAGE_SIZE = 100
/** Pages held at most: keeps memory flat however far someone scrolls. */
export const MAX_PAGES_HELD = 60

export interface HeldPage {
  rows: readonly Row[]
  /** Version of the data it was read from; older ones are shown until they are read anew. */
  version: number
}

/** Keyed by `pageKey`, least recently stored first. */
export type Pages = ReadonlyMap<string, HeldPage>

export function pageKey(section: Section, page: number): string {
  return `${section}:${page}`
}

export function pageOf(offset: number): number {
  return Math.floor(offset / PAGE_SIZE)
}

/** The row at an offset of a section; null while it is not held. */
export function rowAt(pages: Pages, section: Section, offset: number): Row | null {
  return pages.get(pageKey(section, pageOf(offset)))?.rows[offset % PAGE_SIZE] ?? null
}

/** Stores a page as the newest and lets go of the oldest beyond the limit. */
export function storePage(pages: Pages, section: Section, page: number, rows: Page['rows'], version: number): Pages {
  const next = new Map(pages)
  const key = pageKey(section, page)
  next.delete(key)
  next.set(key, { rows, version })
  for (const oldest of next.keys()) {
    if (next.size <= MAX_PAGES_HELD) break
    next.delete(oldest)
  }
  return next
}

/** Pages that stretches of rows need and that are missing or older than `version`. */
export function pagesToFetch(
  pages: Pages,
  stretches: readonly { section: Section; from: number; to: number }[],
  version: number,
): { section: Section; page: number }[] {
  const wanted: { section: Section; page: number }[] = []
  for (const { section, from, to } of stretches) {
    for (let page = pageOf(from); page <= pageOf(to); page += 1) {
      const held = pages.get(pageKey(section, page))
      if (!held || held.version < version) wanted.push({ section, page })
    }
  }
  return wanted
}

/** Applies a change to every held row of these addresses: shown at once, confirmed by the next read. */
export function patchRows(pages: Pages, addresses: ReadonlySet<string>, change: (row: Row) => Row): Pages {
  const next = new Map<string, HeldPage>()
  for (const [key, page] of pages) {
    const touched = page.rows.some((row) => row.address !== null && addresses.has(row.address))
    next.set(key, touched ? { ...page, rows: page.rows.map((row) => patched(row, addresses, change)) } : page)
  }
  return next
}

function patched(row: Row, addresses: ReadonlySet<string>, change: (row: Row) => Row): Row {
  return row.address !== null && addresses.has(row.address) ? change(row) : row
}
