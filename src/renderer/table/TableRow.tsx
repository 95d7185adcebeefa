// biome-ignore-all lint/a11y/useSemanticElements: a grid of its own making, after the WAI-ARIA grid pattern
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern cells take the focus, rows do not
/** One line of the table: a row, or its bones while the row is on its way. */
import { type CSSProperties, type MouseEvent, memo } from 'react'
import type { Row } from '../../shared/query.ts'
import styles from './Table.module.css'
import { specOf } from './useColumns.ts'

interface TableRowProps {
  row: Row | null
  line: number
  /** Ids of the visible columns as one text, so that unchanged rows are not drawn again. */
  columns: string
  top: number
  /** Column that the keyboard is on, if it is on this line. */
  cursor: number | null
  selected: boolean
  /** Its record is open. */
  current: boolean
  onPress(line: number, column: number, event: MouseEvent): void
}

/** The first line of the grid is its column heads. */
const FIRST_ROW_INDEX = 2

export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { row, line, columns, top, cursor, selected, current, onPress } = props
  const cells = columns.split(' ')
  return (
    <div
      role="row"
      aria-rowindex={line + FIRST_ROW_INDEX}
      aria-selected={row === null ? undefined : selected}
      aria-current={current || undefined}
      data-line={line}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` } as CSSProperties}
    >
      <div
        role="gridcell"
        aria-label={selected ? 'Selected' : 'Not selected'}
        className={styles.choose}
        data-column={0}
        tabIndex={cursor === 0 ? 0 : -1}
        onMouseDown={(event) => onPress(line, 0, event)}
      >
        <span className={styles.box} />
      </div>
      {cells.map((id, index) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: it has a role, which one depends on the column
        <div
          key={id}
          role={id === 'recipient' ? 'rowheader' : 'gridcell'}
          className={styles.cell}
          data-column={index + 1}
          data-id={id}
          tabIndex={cursor === index + 1 ? 0 : -1}
          onMouseDown={(event) => onPress(line, index + 1, event)}
        >
          {row === null ? <span className={styles.bone} /> : specOf(id).cell(row)}
        </div>
      ))}
    </div>
  )
})

/** What stands in the place of rows before anything is known of them. */
export function BoneRow({ line, columns, top }: { line: number; columns: string; top: number }) {
  return (
    <div aria-hidden="true" className={styles.row} style={{ transform: `translateY(${top}px)` }}>
      <span />
      {columns.split(' ').map((id) => (
        <span key={`${id}${line}`} className={styles.cell}>
          <span className={styles.bone} />
        </span>
      ))}
    </div>
  )
}
