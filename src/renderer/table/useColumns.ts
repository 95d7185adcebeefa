/** Columns as TanStack Table sees them: sorting from the query, widths, order and choice kept between starts. */
import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useEffect } from 'react'
import type { Row, Sort, SortField } from '../../shared/query.ts'
import { loadPreference, savePreference } from '../lib/preferences.ts'
import { setSort } from '../session/query.ts'
import { DEFAULT_SORT } from '../state/query.ts'
import { useQuery } from '../state/stores.ts'
import { COLUMNS, type ColumnSpec } from './columns.tsx'
import { fitWidths } from './fit.ts'

const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
})
const helper = createColumnHelper<typeof features, Row>()
const columns = helper.columns(
  COLUMNS.map((column) =>
    helper.accessor(() => null, {
      id: column.id,
      header: column.label,
      size: column.size,
      sortDescFirst: column.descendingFirst ?? false,
    }),
  ),
)
/** Rows come from the held pages, not through the table: it would have to hold them all. */
const noRows: Row[] = []

const FIRST = {
  columnOrder: COLUMNS.map((column) => column.id as string),
  /** Widths that the person gave; the other columns are fitted to the room there is. */
  columnSizing: {} as Record<string, number>,
  columnVisibility: Object.fromEntries(
    COLUMNS.filter((column) => column.hiddenAtFirst).map((column) => [column.id, false]),
  ),
}

const specs = new Map<string, ColumnSpec>(COLUMNS.map((column) => [column.id, column]))

export function specOf(id: string): ColumnSpec {
  const spec = specs.get(id)
  if (!spec) throw new Error(`There is no column ${id}.`)
  return spec
}

export type Columns = ReturnType<typeof useColumns>

/** Narrowest and widest that a person can make a column, in CSS pixels. */
const MIN_WIDTH = 48
const MAX_WIDTH = 1200

/** Widths of the visible columns in a room of so many CSS pixels, left to right. */
export function widthsOf(table: Columns, room: number): number[] {
  const { columnSizing } = table.state
  return fitWidths(
    table.getVisibleLeafColumns().map(({ id }) => ({ ...specOf(id), own: columnSizing[id] ?? null })),
    room,
  )
}

/** Gives a column this width; the others keep the widths they have now, so that nothing else moves. */
export function setWidth(table: Columns, id: string, width: number, widths: readonly number[]): void {
  const now = table.getVisibleLeafColumns().map((column, index) => [column.id, widths[index] ?? 0])
  const next = Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)))
  table.setColumnSizing((sizes) => ({ ...sizes, ...Object.fromEntries(now), [id]: next }))
}

/** Lets a column be as wide as fits again. */
export function fitWidth(table: Columns, id: string): void {
  table.setColumnSizing((sizes) => Object.fromEntries(Object.entries(sizes).filter(([one]) => one !== id)))
}

/** Puts a column beside another one, before or behind it. */
export function moveColumn(table: Columns, id: string, beside: string, behind: boolean): void {
  if (id === beside) return
  table.setColumnOrder((order) => {
    const rest = order.filter((one) => one !== id)
    return rest.toSpliced(rest.indexOf(beside) + (behind ? 1 : 0), 0, id)
  })
}

export function useColumns() {
  const sort = useQuery((query) => query.sort)
  const table = useTable({
    features,
    columns,
    data: noRows,
    manualSorting: true,
    enableMultiSort: true,
    initialState: kept(),
    state: { sorting: sort.map(({ field, descending }) => ({ id: field as string, desc: descending })) },
    onSortingChange: (update) => {
      const before = useQuery
        .getState()
        .sort.map(({ field, descending }) => ({ id: field as string, desc: descending }))
      setSort(toSort(typeof update === 'function' ? update(before) : update))
    },
  })
  const { columnOrder, columnSizing, columnVisibility } = table.state
  useEffect(() => {
    savePreference('columns', { columnOrder, columnSizing, columnVisibility })
  }, [columnOrder, columnSizing, columnVisibility])
  return table
}

/** What was kept, with columns that are new since then at the end. */
function kept(): typeof FIRST {
  const found = loadPreference('columns', FIRST)
  const order = found.columnOrder.filter((id) => specs.has(id))
  return { ...found, columnOrder: [...order, ...FIRST.columnOrder.filter((id) => !order.includes(id))] }
}

export function resetColumns(table: Columns): void {
  table.setColumnOrder(FIRST.columnOrder)
  table.setColumnSizing(FIRST.columnSizing)
  table.setColumnVisibility(FIRST.columnVisibility)
}

/** Without any sorting the table falls back to its first one. */
function toSort(sorting: SortingState): Sort {
  const sort = sorting.map(({ id, desc }) => ({ field: id as SortField, descending: desc }))
  return sort.length > 0 ? sort : DEFAULT_SORT
}
