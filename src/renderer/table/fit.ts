/** How wide the columns are where nobody has said so: as many as fit are shared out to fill the room, none is cut. Pure. */

export interface Fitting {
  /** Width at which it reads well, in CSS pixels. */
  size: number
  /** Width below which it says nothing. */
  least: number
  /** Width at which its longest usual words stand whole: what it gets before others get more. None where it has no usual words. */
  whole?: number
  /** Width that the person gave it; null while they have not. */
  own: number | null
}

/**
 * Widths of the columns, left to right. Those that fit into `room` at their least share what is left by their need, first
 * so that what has a longest word shows it whole, then all; the last of them ends where the room ends. The ones behind,
 * which are scrolled to, are as wide as reads well.
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
  const shown = columns.slice(0, fitting)
  const all = fitting === columns.length
  const whole = shown.map(({ least, whole = least, own }) => (own === null ? Math.max(0, whole - least) : 0))
  const first = share(whole, Math.min(left, sumOf(whole)))
  left -= sumOf(first)
  const needs = shown.map(({ size, least, own }, index) =>
    own === null ? Math.max(0, size - least - (first[index] ?? 0)) : 0,
  )
  // Where all fit with room to spare, the last column of the table takes the rest by itself.
  const second = share(needs, all ? Math.min(left, sumOf(needs)) : left)
  return columns.map(({ size, least, own }, index) => {
    if (own !== null) return own
    return index < fitting ? least + (first[index] ?? 0) + (second[index] ?? 0) : size
  })
}

/** Shares out `amount` by need. */
function share(needs: readonly number[], amount: number): number[] {
  const needed = sumOf(needs)
  let given = 0
  let shared = 0
  return needs.map((need) => {
    // Rounded on the sum, so that no pixel is left over in the end.
    given += need
    const part = needed === 0 ? 0 : Math.round((amount * given) / needed) - shared
    shared += part
    return part
  })
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
