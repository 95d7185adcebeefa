// biome-ignore-all lint/a11y/useSemanticElements: a grid of its own making, after the WAI-ARIA grid pattern
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern cells take the focus, rows do not
/** The column heads: press to sort, Shift to sort by more, drag to move or to widen; the same with keys. */
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { ArrowDown, ArrowUp } from '../ui/icons.tsx'
import styles from './Table.module.css'
import { type Columns, specOf } from './useColumns.ts'

interface ColumnHeadsProps {
  table: Columns
  /** Column that the keyboard is on, if it is on the heads. */
  cursor: number | null
  allSelected: boolean
  onSelectAll(): void
  onFocus(column: number): void
}

/** Pixels that one key press widens a column by. */
const STEP = 16

export function ColumnHeads({ table, cursor, allSelected, onSelectAll, onFocus }: ColumnHeadsProps) {
  const [over, setOver] = useState<string | null>(null)
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const several = table.state.sorting.length > 1

  function move(id: string, before: string): void {
    const order = table.state.columnOrder.filter((one) => one !== id)
    table.setColumnOrder(order.toSpliced(order.indexOf(before), 0, id))
  }

  function drop(event: DragEvent, before: string): void {
    event.preventDefault()
    setOver(null)
    const id = event.dataTransfer.getData('text/x-column')
    if (id !== '' && id !== before) move(id, before)
  }

  function press(event: KeyboardEvent, index: number): void {
    const header = headers[index]
    if (!header) return
    if (event.key === 'Enter' || event.key === ' ') header.column.toggleSorting(undefined, event.shiftKey)
    else if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      const by = event.key === 'ArrowLeft' ? -1 : 1
      if (event.shiftKey) {
        const neighbour = headers[index + by]?.column.id
        if (neighbour) by < 0 ? move(header.column.id, neighbour) : move(neighbour, header.column.id)
      } else {
        const size = Math.max(48, header.getSize() + by * STEP)
        table.setColumnSizing((sizes) => ({ ...sizes, [header.column.id]: size }))
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
          return (
            <div
              key={id}
              role="columnheader"
              aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
              className={`${styles.head} ${sorted ? styles.sorted : ''} ${over === id ? styles.dropHere : ''}`}
              data-column={index + 1}
              data-id={id}
              title={spec.hint}
              tabIndex={cursor === index + 1 ? 0 : -1}
              draggable
              onDragStart={(event) => {
                if (header.column.getIsResizing()) event.preventDefault()
                else event.dataTransfer.setData('text/x-column', id)
              }}
              onDragOver={(event) => {
                if (!event.dataTransfer.types.includes('text/x-column')) return
                event.preventDefault()
                setOver(id)
              }}
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
                  {several && <sup>{header.column.getSortIndex() + 1}</sup>}
                </span>
              )}
              <span
                aria-hidden="true"
                className={styles.resizer}
                onClick={(event) => event.stopPropagation()}
                onMouseDown={(event) => {
                  event.stopPropagation()
                  header.getResizeHandler()(event)
                }}
                onTouchStart={header.getResizeHandler()}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
