/** The table as one list of lines: a head for each section, and below each open one its rows. Pure. */
import { openSections, SECTIONS, type Section, type Summary } from '../../shared/query.ts'

export interface SectionSpan {
  section: Section
  records: number
  addresses: number
  open: boolean
  /** Line of the section's head. */
  start: number
}

export interface Layout {
  sections: SectionSpan[]
  /** Lines in all, heads and rows. */
  lines: number
}

/** What stands on a line. `offset` counts rows within the section. */
export type Line = { is: 'head'; section: Section } | { is: 'row'; section: Section; offset: number }

export const EMPTY_LAYOUT: Layout = { sections: [], lines: 0 }

/** Sections without records have no head; a closed one has nothing else. */
export function layOut(summary: Summary, closed: ReadonlySet<Section>): Layout {
  const records = Object.fromEntries(SECTIONS.map((section) => [section, 0])) as Record<Section, number>
  for (const one of summary.sections) records[one.section] = one.records
  const shown = new Set(openSections(records, [...closed]))
  const sections: SectionSpan[] = []
  let lines = 0
  for (const section of SECTIONS) {
    const count = summary.sections.find((one) => one.section === section)
    if (!count || count.records === 0) continue
    const open = shown.has(section)
    sections.push({ section, records: count.records, addresses: count.addresses, open, start: lines })
    lines += 1 + (open ? count.records : 0)
  }
  return { sections, lines }
}

/** What stands on line `index`; null behind the end. */
export function lineAt(layout: Layout, index: number): Line | null {
  const span = spanAt(layout, index)
  if (!span) return null
  return index === span.start
    ? { is: 'head', section: span.section }
    : { is: 'row', section: span.section, offset: index - span.start - 1 }
}

/** The section that line `index` belongs to. */
export function spanAt(layout: Layout, index: number): SectionSpan | null {
  if (index < 0 || index >= layout.lines) return null
  return layout.sections.findLast((one) => one.start <= index) ?? null
}

/** Where a line is now; a row of a closed or shrunken section falls back to the nearest line there is. */
export function indexOf(layout: Layout, line: Line): number | null {
  const span = layout.sections.find((one) => one.section === line.section)
  if (!span) return null
  if (line.is === 'head' || !span.open) return span.start
  return span.start + 1 + Math.min(line.offset, span.records - 1)
}

/** Rows of each section that lie between two lines, both inclusive: what has to be loaded to show them. */
export function rowsBetween(
  layout: Layout,
  first: number,
  last: number,
): { section: Section; from: number; to: number }[] {
  return layout.sections.flatMap((span) => {
    if (!span.open) return []
    const from = Math.max(first, span.start + 1) - span.start - 1
    const to = Math.min(last, span.start + span.records) - span.start - 1
    return from <= to ? [{ section: span.section, from, to }] : []
  })
}
