/** How wide the columns are where nobody has said so: as many as fit are shared out to fill the room, none is cut. Pure. */

export interface Fitting {
  /** Width at which it reads well, in CSS pixels. */
  size: number
  /** Width below which it says nothing. */
  least: number
  /** Width that the person gave it; null while they have not. */
  own: number | null
}

/**
 * Widths of the columns, left to right. Those that fit into `room` at their least share what is left by their need, so
 * that the last of them ends where the room ends; the ones behind, which are scrolled to, are as wide as reads well.
 */
export function fitWidths(columns: readonly Fitting[], room: number): number[] {
  let left = room
  let fitting = 0
  for (const { least, own } of columns) {
    const width = own ?? least
    if (width > left) break
    left -= width
    fitting += 1
  }
  const need = ({ size, least, own }: Fitting) => (own === null ? Math.max(0, size - least) : 0)
  const needed = columns.slice(0, fitting).reduce((sum, one) => sum + need(one), 0)
  // Where all fit with room to spare, the last column of the table takes the rest by itself.
  const share = fitting === columns.length ? Math.min(left, needed) : left
  let given = 0
  let shared = 0
  return columns.map((column, index) => {
    const { size, least, own } = column
    if (own !== null) return own
    if (index >= fitting) return size
    // Rounded on the sum, so that no pixel is left over in the end.
    given += need(column)
    const width = needed === 0 ? 0 : Math.round((share * given) / needed) - shared
    shared += width
    return least + width
  })
}
