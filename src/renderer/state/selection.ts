/** Which rows are selected: some, by id, or all that match save some. Pure transitions. */
import type { Row } from '../../shared/query.ts'
import type { OwnVerdict } from './history.ts'

/** Of a chosen row: its address (null without a recipient) and the person's own verdict for it. */
export interface Choice {
  address: string | null
  own: OwnVerdict
}

export type Selection =
  | { is: 'some'; rows: ReadonlyMap<string, Choice> }
  /** All that match the filter, but for these. */
  | { is: 'all'; except: ReadonlyMap<string, Choice> }

export const NOTHING_SELECTED: Selection = { is: 'some', rows: new Map() }
export const ALL_SELECTED: Selection = { is: 'all', except: new Map() }

export function isSelected(selection: Selection, id: string): boolean {
  return selection.is === 'some' ? selection.rows.has(id) : !selection.except.has(id)
}

type Choosable = Pick<Row, 'id' | 'address' | 'overridden' | 'addressVerdict'>

export function choiceOf(row: Choosable): Choice {
  return { address: row.address, own: row.overridden ? row.addressVerdict : null }
}

export function toggleRow(selection: Selection, row: Choosable): Selection {
  return setRows(selection, [row], !isSelected(selection, row.id))
}

/** Selects or deselects rows, leaving the others as they are. */
export function setRows(selection: Selection, rows: readonly Choosable[], selected: boolean): Selection {
  const listed = new Map(selection.is === 'some' ? selection.rows : selection.except)
  for (const row of rows) {
    if (selected === (selection.is === 'some')) listed.set(row.id, choiceOf(row))
    else listed.delete(row.id)
  }
  return selection.is === 'some' ? { is: 'some', rows: listed } : { is: 'all', except: listed }
}

/** Rows selected, of `matching` in all. */
export function countSelected(selection: Selection, matching: number): number {
  return selection.is === 'some' ? selection.rows.size : Math.max(0, matching - selection.except.size)
}

/** Each address among the choices once, with the person's own verdict for it. */
export function addressesOf(choices: Iterable<Choice>): Map<string, OwnVerdict> {
  const addresses = new Map<string, OwnVerdict>()
  for (const { address, own } of choices) if (address !== null) addresses.set(address, own)
  return addresses
}
