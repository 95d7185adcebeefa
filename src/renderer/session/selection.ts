/** Selecting rows, also such as are not held, and acting on the selected. */
import { MAX_PAGE } from '../../shared/api-words.ts'
import { type Row, SECTIONS, type Section } from '../../shared/query.ts'
import type { OwnVerdict } from '../state/history.ts'
import { rowAt } from '../state/pages.ts'
import { toFilter } from '../state/query.ts'
import {
  ALL_SELECTED,
  addressesOf,
  choiceOf,
  countSelected,
  isSelected,
  NOTHING_SELECTED,
  setRows,
  toggleRow,
} from '../state/selection.ts'
import { useCursor, useQuery, useResult, useSelection, useUi } from '../state/stores.ts'
import { indexOf, type Line, layOut, rowsBetween } from '../table/layout.ts'
import { api } from './host.ts'
import { notifyError } from './notices.ts'

export function selectAll(): void {
  useSelection.setState({ selection: ALL_SELECTED, anchor: null, base: ALL_SELECTED })
}

export function selectNone(): void {
  useSelection.setState({ selection: NOTHING_SELECTED, anchor: null, base: NOTHING_SELECTED })
}

/** The next range begins at `line`, and adds to what is selected now. */
export function beginRange(line: Line): void {
  useSelection.setState(({ selection }) => ({ anchor: line, base: selection }))
}

/** Turns one row over; the next range begins here. */
export function toggleLine(row: Row, line: Line): void {
  useSelection.setState(({ selection }) => ({ selection: toggleRow(selection, row) }))
  beginRange(line)
}

/** Number of the latest range; rows of earlier ones that arrive later are dropped. */
let range = 0

/** Selects everything between the anchor and `line`, fetching what is not held; a range that turns back lets go again. */
export async function selectTo(line: Line): Promise<void> {
  const mine = ++range
  const { summary } = useResult.getState()
  if (summary === null) return
  const layout = layOut(summary, new Set(useUi.getState().closed))
  if (useSelection.getState().anchor === null) beginRange(line)
  const { anchor, base } = useSelection.getState()
  const from = indexOf(layout, anchor ?? line)
  const to = indexOf(layout, line)
  if (from === null || to === null) return
  try {
    const rows: Row[] = []
    for (const stretch of rowsBetween(layout, Math.min(from, to), Math.max(from, to))) {
      rows.push(...(await rowsOf(stretch.section, stretch.from, stretch.to + 1)))
    }
    const { anchor: still } = useSelection.getState()
    if (mine === range && still === anchor) useSelection.setState({ selection: setRows(base, rows, true) })
  } catch (error) {
    notifyError(error)
  }
}

/** Rows `from` to before `to` of a section: those held, and the rest from the engine. */
async function rowsOf(section: Section, from: number, to: number): Promise<Row[]> {
  const { pages } = useResult.getState()
  const held: Row[] = []
  for (let offset = from; offset < to; offset += 1) {
    const row = rowAt(pages, section, offset)
    if (row === null) break
    held.push(row)
  }
  return held.length === to - from ? held : fetchRows(section, from, to)
}

async function fetchRows(section: Section, from: number, to: number): Promise<Row[]> {
  const { conditions, sort } = useQuery.getState()
  const filter = toFilter(conditions)
  const rows: Row[] = []
  for (let offset = from; offset < to; offset += MAX_PAGE) {
    const page = await api().page({ filter, sort, section, offset, limit: Math.min(MAX_PAGE, to - offset) })
    rows.push(...page.rows)
    if (page.rows.length === 0) break
  }
  return rows
}

/** The row that the keyboard is on; null on a head, or while the row is on its way. */
export function rowAtCursor(): Row | null {
  const { line } = useCursor.getState()
  return line === 'columns' || line.is === 'head' ? null : rowAt(useResult.getState().pages, line.section, line.offset)
}

/** Every selected row, in the order of the table; without a selection the one that the keyboard is on. */
export async function rowsAtHand(): Promise<Row[]> {
  const { summary } = useResult.getState()
  const { selection } = useSelection.getState()
  if (countSelected(selection, summary?.records ?? 0) > 0) return selectedRows()
  const row = rowAtCursor()
  return row === null ? [] : [row]
}

async function selectedRows(): Promise<Row[]> {
  const { summary } = useResult.getState()
  const { selection } = useSelection.getState()
  const rows: Row[] = []
  for (const section of SECTIONS) {
    const records = summary?.sections.find((one) => one.section === section)?.records ?? 0
    if (records > 0) rows.push(...(await fetchRows(section, 0, records)).filter((row) => isSelected(selection, row.id)))
  }
  return rows
}

/** The selected addresses, each with the person's own verdict for it. */
export async function selectedAddresses(): Promise<Map<string, OwnVerdict>> {
  const { selection } = useSelection.getState()
  if (selection.is === 'some') return addressesOf(selection.rows.values())
  return addressesOf((await selectedRows()).map(choiceOf))
}
