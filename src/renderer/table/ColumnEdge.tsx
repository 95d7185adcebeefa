/** The right edge of a column head: dragged, it makes the column wider; pressed twice, as wide as fits. */
import type { PointerEvent } from 'react'
import styles from './Table.module.css'
import { type Columns, fitWidth, setWidth } from './useColumns.ts'

interface ColumnEdgeProps {
  table: Columns
  id: string
  width: number
  widths: readonly number[]
}

export function ColumnEdge({ table, id, width, widths }: ColumnEdgeProps) {
  function grab(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return
    const edge = event.currentTarget
    const from = event.clientX
    edge.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent) => setWidth(table, id, width + moved.clientX - from, widths)
    edge.addEventListener('pointermove', move)
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), { once: true })
  }

  return (
    <span
      aria-hidden="true"
      className={styles.resizer}
      onPointerDown={grab}
      onMouseDown={(event) => {
        // The head would begin to be dragged as a whole, and take the mouse away.
        event.preventDefault()
        event.stopPropagation()
      }}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={() => fitWidth(table, id)}
    />
  )
}
