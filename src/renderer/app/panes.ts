/** Going from pane to pane with one key, past the many things to stop at within each. */

/** Marks the panes in the order in which they are gone through. */
const PANES = '[data-pane]'
const STOPS = '[tabindex="0"], button:not([tabindex="-1"]), input, select, textarea, a[href]'

/** Puts the focus into the next (1) or previous (-1) pane, beginning again at the other end. */
export function focusPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>(PANES)]
  const now = panes.findIndex((pane) => pane.contains(document.activeElement))
  const start = now < 0 && by < 0 ? 0 : now
  for (let step = 1; step <= panes.length; step += 1) {
    const pane = panes[(start + by * step + panes.length * 2) % panes.length]
    const stop = [...(pane?.querySelectorAll<HTMLElement>(STOPS) ?? [])].find((one) => one.checkVisibility())
    if (!stop) continue
    stop.focus()
    return
  }
}

/** The cell of the table that the keyboard was at last. */
export function focusTable(): void {
  document.querySelector<HTMLElement>('[role=grid][data-pane] [tabindex="0"]')?.focus()
}

let tableWanted = false

/** The table is to take the focus once it is there: the page that had it has gone. */
export function wantTable(): void {
  tableWanted = true
}

/** Whether it is, told once; not where the person has put the focus elsewhere since. */
export function takeTableWanted(): boolean {
  const wanted = tableWanted && document.activeElement === document.body
  tableWanted = false
  return wanted
}

/** Where Search leads: into the message, where the keyboard is beside it; else to the box above the table. */
export function searchField(): HTMLInputElement | null {
  const pane = document.activeElement?.closest(PANES)
  return pane?.querySelector<HTMLInputElement>('#find') ?? document.querySelector<HTMLInputElement>('#search')
}
