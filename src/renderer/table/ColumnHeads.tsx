// biome-ignore-all lint/a11y/useSemanticElements: a grid of its own making, after the WAI-ARIA grid pattern
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern cells take the focus, rows do not
/** The column heads: press to sort, Shift to sort by more, drag to move or to widen; the same with keys. */
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { ArrowDown, ArrowUp } from '../ui/icons.tsx'
import { ColumnEdge } from './ColumnEdge.tsx'
import styles from './Table.module.css'
import { type Columns, moveColumn, setWidth, specOf } from './useColumns.ts'

interface ColumnHeadsProps {
  table: Columns
  /** Widths of the visible columns. */
  widths: readonly number[]
  /** Column that the keyboard is on, if it is on the heads. */
  cursor: number | null
  allSelected: boolean
  onSelectAll(): void
  onFocus(column: number): void
}

/** Pixels that one key press widens a column by. */
const STEP = 16
const DRAGGED = 'text/x-column'

export function ColumnHeads({ table, widths, cursor, allSelected, onSelectAll, onFocus }: ColumnHeadsProps) {
  const [over, setOver] = useState<{ id: string; behind: boolean } | null>(null)
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const several = table.state.sorting.length > 1

  function dragOver(event: DragEvent, id: string): void {
    if (!event.dataTransfer.types.includes(DRAGGED)) return
    event.preventDefault()
    const behind = isBehind(event)
    setOver((before) => (before?.id === id && before.behind === behind ? before : { id, behind }))
  }

  function drop(event: DragEvent, beside: string): void {
    event.preventDefault()
    setOver(null)
    const id = event.dataTransfer.getData(DRAGGED)
    if (id !== '') moveColumn(table, id, beside, isBehind(event))
  }

  function press(event: KeyboardEvent, index: number): void {
    const header = headers[index]
    if (!header) return
    const { id } = header.column
    if (event.key === 'Enter' || event.key === ' ') header.column.toggleSorting(undefined, event.shiftKey)
    else if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      const by = event.key === 'ArrowLeft' ? -1 : 1
      const neighbour = headers[index + by]?.column.id
      if (!event.shiftKey) setWidth(table, id, (widths[index] ?? 0) + by * STEP, widths)
      else if (neighbour) {
        moveColumn(table, id, neighbour, by > 0)
        onFocus(index + 1 + by)
      }
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div role="rowgroup" className={styles.heads}>
      <div role="row" aria-rowindex={1} className={styles.headRow} data-line={-1}>
        <div
          role="columnheader"
          aria-label={allSelected ? 'Select, all selected' : 'Select'}
          className={styles.choose}
          data-column={0}
          tabIndex={cursor === 0 ? 0 : -1}
          onMouseDown={() => onFocus(0)}
          onClick={onSelectAll}
          onKeyDown={(event) => {
            if (event.key !== ' ' && event.key !== 'Enter') return
            event.preventDefault()
            event.stopPropagation()
            onSelectAll()
          }}
        >
          <span className={`${styles.box} ${allSelected ? styles.boxAll : ''}`} />
        </div>
        {headers.map((header, index) => {
          const { id } = header.column
          const sorted = header.column.getIsSorted()
          const spec = specOf(id)
          const dropped = over?.id === id ? (over.behind ? styles.dropBehind : styles.dropHere) : ''
          return (
            <div
              key={id}
              role="columnheader"
              aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
              className={`${styles.head} ${sorted ? styles.sorted : ''} ${dropped}`}
              data-column={index + 1}
              data-id={id}
              title={spec.hint}
              tabIndex={cursor === index + 1 ? 0 : -1}
              draggable
              onDragStart={(event) => event.dataTransfer.setData(DRAGGED, id)}
              onDragOver={(event) => dragOver(event, id)}
              onDragLeave={() => setOver(null)}
              onDrop={(event) => drop(event, id)}
              onMouseDown={() => onFocus(index + 1)}
              onClick={header.column.getToggleSortingHandler()}
              onKeyDown={(event) => press(event, index)}
            >
              <span className={styles.headLabel}>{spec.label}</span>
              {sorted && (
                <span className={styles.sortSign}>
                  {sorted === 'asc' ? <ArrowUp /> : <ArrowDown />}
                  {several && <sup aria-hidden="true">{header.column.getSortIndex() + 1}</sup>}
                </span>
              )}
              {sorted && several && <span className="heard">, sort key {header.column.getSortIndex() + 1}</span>}
              <ColumnEdge table={table} id={id} width={widths[index] ?? 0} widths={widths} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Dropped onto the right half of a head, a column goes behind it. */
function isBehind({ clientX, currentTarget }: DragEvent): boolean {
  const { left, width } = currentTarget.getBoundingClientRect()
  return clientX > left + width / 2
}
