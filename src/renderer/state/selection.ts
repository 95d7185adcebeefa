/** Which rows are selected: some, by id, or all that match save some. Pure transitions. */
import type { Row } from '../../shared/query.ts'

export type Selection =
  /** Chosen rows with the address of each (null without a recipient). */
  | { is: 'some'; rows: ReadonlyMap<string, string | null> }
  /** All that match the filter, but for these. */
  | { is: 'all'; except: ReadonlyMap<string, string | null> }

export const NOTHING_SELECTED: Selection = { is: 'some', rows: new Map() }
export const ALL_SELECTED: Selection = { is: 'all', except: new Map() }

export function isSelected(selection: Selection, id: string): boolean {
  return selection.is === 'some' ? selection.rows.has(id) : !selection.except.has(id)
}

type Choosable = Pick<Row, 'id' | 'address'>

export function toggleRow(selection: Selection, row: Choosable): Selection {
  return setRows(selection, [row], !isSelected(selection, row.id))
}

/** Selects or deselects rows, leaving the others as they are. */
export function setRows(selection: Selection, rows: readonly Choosable[], selected: boolean): Selection {
  const listed = new Map(selection.is === 'some' ? selection.rows : selection.except)
  for (const row of rows) {
    if (selected === (selection.is === 'some')) listed.set(row.id, row.address)
    else listed.delete(row.id)
  }
  return selection.is === 'some' ? { is: 'some', rows: listed } : { is: 'all', except: listed }
}

/** Rows selected, of `matching` in all. */
export function countSelected(selection: Selection, matching: number): number {
  return selection.is === 'some' ? selection.rows.size : Math.max(0, matching - selection.except.size)
}

/** Distinct addresses of the chosen rows; null where they are not known here. */
export function selectedAddresses(selection: Selection): string[] | null {
  if (selection.is === 'all') return null
  return [...new Set([...selection.rows.values()].filter((address) => address !== null))]
}
