/** Opening the menu of columns from elsewhere: a command, the palette. */

let open: (() => void) | null = null

/** The menu says how it is opened, until what this returns is called. */
export function onShowColumns(how: () => void): () => void {
  open = how
  return () => {
    if (open === how) open = null
  }
}

export function showColumns(): void {
  open?.()
}
