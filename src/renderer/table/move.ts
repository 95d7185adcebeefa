/** Where a key takes the cursor of the grid (WAI-ARIA grid pattern). Pure. */

/** `line` -1 is the row of column heads. */
export interface Place {
  line: number
  column: number
}

export interface Extent {
  lines: number
  columns: number
  /** Lines that fit on the screen. */
  page: number
}

export interface GridKey {
  key: string
  ctrl: boolean
}

/** The place a key leads to; null for keys that do not move. */
export function moved({ line, column }: Place, { key, ctrl }: GridKey, extent: Extent): Place | null {
  const lastLine = extent.lines - 1
  const lastColumn = extent.columns - 1
  const at = (nextLine: number, nextColumn: number): Place => ({
    line: Math.max(-1, Math.min(lastLine, nextLine)),
    column: Math.max(0, Math.min(lastColumn, nextColumn)),
  })
  switch (key) {
    case 'ArrowUp':
      return at(line - 1, column)
    case 'ArrowDown':
      return at(line + 1, column)
    case 'ArrowLeft':
      return at(line, column - 1)
    case 'ArrowRight':
      return at(line, column + 1)
    case 'PageUp':
      return at(Math.max(0, line - extent.page), column)
    case 'PageDown':
      return at(line + extent.page, column)
    case 'Home':
      return ctrl ? at(0, 0) : at(line, 0)
    case 'End':
      return ctrl ? at(lastLine, lastColumn) : at(line, lastColumn)
    default:
      return null
  }
}
