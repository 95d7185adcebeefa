/** The grid's keyboard and mouse: where the cursor goes, what is selected, which record follows. */
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Section } from '../../shared/query.ts'
import { takeTableWanted } from '../app/panes.ts'
import { beginRange, selectAll, selectNone, selectTo, toggleLine } from '../session/selection.ts'
import { rowAt } from '../state/pages.ts'
import { useCursor, useResult, useSelection, useUi } from '../state/stores.ts'
import { toggleSection } from '../state/ui.ts'
import { type Layout, type Line, lineAt } from './layout.ts'
import { moved } from './move.ts'

interface GridOptions {
  layout: Layout
  scroll: RefObject<HTMLDivElement | null>
  columns: number
  pageLines: number
  /** Line of the cursor; -1 is the column heads. */
  cursorLine: number
  /** Scrolls no further than needed for a line to be seen. */
  reveal(line: number): void
}

export function useGrid(options: GridOptions) {
  const latest = useRef(options)
  latest.current = options
  /** The cell under the cursor is to take the focus once it is drawn. */
  const focus = useRef(false)
  /** The record under the cursor is to open once its row is there. */
  const following = useRef(false)
  /** The keyboard was last in the table. */
  const inside = useRef(false)
  const [followed, setFollowed] = useState(0)

  const place = useCallback((line: number, column: number, follow: boolean) => {
    const { layout, reveal } = latest.current
    const next = line < 0 ? 'columns' : lineAt(layout, line)
    if (next === null) return
    focus.current = true
    if (follow) {
      following.current = true
      setFollowed((count) => count + 1)
    }
    useCursor.setState({ line: next, column })
    if (line >= 0) reveal(line)
  }, [])

  useLayoutEffect(() => {
    if (!focus.current) return
    focus.current = false
    const { scroll, cursorLine } = latest.current
    const { column } = useCursor.getState()
    const line = scroll.current?.querySelector(`[data-line="${cursorLine}"]`)
    const cell =
      line?.querySelector<HTMLElement>(`[data-column="${column}"]`) ?? line?.querySelector<HTMLElement>('[data-column]')
    cell?.focus({ preventScroll: true })
    if (cell) revealSideways(scroll.current, cell)
  })

  const act = useMemo(
    () => ({
      toggle(section: Section): void {
        useUi.setState((state) => toggleSection(state, section))
        useCursor.setState({ line: { is: 'head', section } })
      },
      toggleAll(): void {
        if (useSelection.getState().selection.is === 'all') selectNone()
        else selectAll()
      },
      focusHead(column: number): void {
        place(-1, column, false)
      },
      /** Shows the cursor's line and opens its record, after the cursor was moved from elsewhere. */
      follow(): void {
        following.current = true
        // The ring stays with the open record; a keyboard that is elsewhere stays there.
        focus.current = latest.current.scroll.current?.contains(document.activeElement) ?? false
        setFollowed((count) => count + 1)
        requestAnimationFrame(() => {
          const { cursorLine, reveal } = latest.current
          if (cursorLine >= 0) reveal(cursorLine)
        })
      },
      /** A new answer begins at its first row; whoever is on the column heads stays there, and the keyboard is not lost. */
      begin(): void {
        const { layout, scroll } = latest.current
        const { activeElement } = document
        const focused = scroll.current?.contains(activeElement) ?? false
        if (focused && useCursor.getState().line === 'columns') return
        const top = lineAt(layout, 1) ?? lineAt(layout, 0)
        if (top === null) return
        // The row that had the focus may have gone with the former answer.
        focus.current = focused || (inside.current && activeElement === document.body) || takeTableWanted()
        useCursor.setState({ line: top })
      },
      takeFollow(): boolean {
        const was = following.current
        following.current = false
        return was
      },
    }),
    [place],
  )

  const onPress = useCallback(
    (line: number, column: number, event: MouseEvent) => {
      if (event.button !== 0) return
      const at = lineAt(latest.current.layout, line)
      if (at?.is !== 'row') return
      if (event.shiftKey) {
        event.preventDefault()
        place(line, column, false)
        void selectTo(at)
      } else if (event.ctrlKey || event.metaKey || column === 0) {
        place(line, column, false)
        toggleAt(at)
      } else {
        beginRange(at)
        place(line, column, true)
      }
    },
    [place],
  )

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const { layout, columns, pageLines, cursorLine, scroll } = latest.current
      scroll.current?.removeAttribute('data-pointer')
      if (event.altKey) return
      const ctrl = event.ctrlKey || event.metaKey
      const at = cursorLine < 0 ? null : lineAt(layout, cursorLine)
      const { column } = useCursor.getState()
      if (ctrl && event.key.toLowerCase() === 'a') selectAll()
      else if (at?.is === 'row' && event.key === ' ') {
        if (event.shiftKey) void selectTo(at)
        else toggleAt(at)
      } else if (at?.is === 'row' && event.key === 'Enter') {
        useUi.setState({ record: true })
        place(cursorLine, column, true)
      } else if (at?.is === 'head' && isToggle(event.key, at.section)) act.toggle(at.section)
      else {
        const extent = { lines: layout.lines, columns, page: pageLines }
        const next = moved({ line: cursorLine, column }, { key: event.key, ctrl }, extent)
        if (next === null || (next.line < 0 && ctrl)) return
        place(next.line, next.column, true)
        if (event.shiftKey && next.line !== cursorLine) extend(at, lineAt(layout, next.line))
      }
      event.preventDefault()
      event.stopPropagation()
    },
    [act, place],
  )

  /** A ring around the cell is for the keyboard; the mouse knows where it is. */
  const onMouseDown = useCallback(() => latest.current.scroll.current?.toggleAttribute('data-pointer', true), [])

  const onFocus = useCallback(() => {
    inside.current = true
  }, [])
  const onBlur = useCallback(({ relatedTarget, currentTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) inside.current = false
  }, [])

  return { ...act, onPress, onKeyDown, onMouseDown, onFocus, onBlur, followed }
}

/** Shift with a vertical move selects along, from where it began. */
function extend(from: Line | null, to: Line | null): void {
  if (to?.is !== 'row') return
  if (useSelection.getState().anchor === null && from?.is === 'row') beginRange(from)
  void selectTo(to)
}

function toggleAt(line: Extract<Line, { is: 'row' }>): void {
  const row = rowAt(useResult.getState().pages, line.section, line.offset)
  if (row !== null) toggleLine(row, line)
}

/** Enter and Space turn a section over; the arrows open and close it, as in a tree. */
function isToggle(key: string, section: Section): boolean {
  const closed = useUi.getState().closed.includes(section)
  if (key === 'ArrowRight') return closed
  if (key === 'ArrowLeft') return !closed
  return key === 'Enter' || key === ' '
}

/** Scrolls sideways so far that the whole cell can be seen, beside the columns that stay. */
function revealSideways(scroll: HTMLElement | null, cell: HTMLElement): void {
  if (scroll === null || cell.dataset.id === undefined) return
  const outer = scroll.getBoundingClientRect()
  const inner = cell.getBoundingClientRect()
  const kept = cell.parentElement?.querySelector('[data-id="recipient"][data-column="1"]')
  const left = kept && kept !== cell ? kept.getBoundingClientRect().right : outer.left
  if (inner.left < left) scroll.scrollLeft -= left - inner.left
  else if (inner.right > outer.right && inner.width < outer.right - left) scroll.scrollLeft += inner.right - outer.right
}
