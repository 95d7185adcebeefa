// biome-ignore-all lint/a11y/useSemanticElements: a grid of its own making, after the WAI-ARIA grid pattern
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern cells take the focus, rows do not
/** The grouped table: one list of lines of equal height, of which only those on screen are drawn. */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { openRecord } from '../session/record.ts'
import { want } from '../session/results.ts'
import { rowAt } from '../state/pages.ts'
import { isSelected } from '../state/selection.ts'
import { useCursor, useRecord, useResult, useSelection, useUi } from '../state/stores.ts'
import { ROW_HEIGHTS } from '../state/ui.ts'
import { CellTip } from './CellTip.tsx'
import { ColumnHeads } from './ColumnHeads.tsx'
import { indexOf, type Layout, lineAt, spanAt } from './layout.ts'
import { SectionHead } from './SectionHead.tsx'
import { onStep } from './step.ts'
import styles from './Table.module.css'
import { BoneRow, TableRow } from './TableRow.tsx'
import { type Columns, widthsOf } from './useColumns.ts'
import { useGrid } from './useGrid.ts'

/** Height of the column heads, as in Table.module.css. */
const HEADS_HEIGHT = 30
const OVERSCAN = 8
/** Lines of bones before the first answer. */
const BONES = Array.from({ length: 24 }, (_, line) => line)
/** The column of boxes. */
const CHOOSE_WIDTH = 34

interface TableProps {
  table: Columns
  layout: Layout
  /** How many lines there are is known; until then bones stand in their place. */
  known: boolean
}

export function Table({ table, layout, known }: TableProps) {
  const scroll = useRef<HTMLDivElement>(null)
  const rowHeight = ROW_HEIGHTS[useUi((state) => state.density)]
  const pages = useResult((result) => result.pages)
  const shown = useResult((result) => result.shown)
  const version = useResult((result) => result.version)
  const waiting = useResult((result) => result.waiting)
  const selection = useSelection((state) => state.selection)
  const openId = useRecord((state) => state.id)
  const cursor = useCursor()
  const columns = table.getVisibleLeafColumns()
  const ids = columns.map((column) => column.id).join(' ')
  const cursorLine = cursor.line === 'columns' ? -1 : (indexOf(layout, cursor.line) ?? Math.min(0, layout.lines - 1))

  const room = useRoom(scroll)

  const stuck = useRef<number | null>(null)
  const rangeExtractor = useCallback(
    (range: Range) => {
      stuck.current = spanAt(layout, range.startIndex)?.start ?? null
      const lines = new Set(defaultRangeExtractor(range))
      if (stuck.current !== null) lines.add(stuck.current)
      // The line under the keyboard stays in the page, or the keyboard would lose its place.
      if (cursorLine >= 0 && cursorLine < layout.lines) lines.add(cursorLine)
      return [...lines].sort((a, b) => a - b)
    },
    [layout, cursorLine],
  )
  const virtualizer = useVirtualizer({
    count: layout.lines,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    rangeExtractor,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new height of the rows is the reason to measure
  useLayoutEffect(() => virtualizer.measure(), [rowHeight, virtualizer])

  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these may leave rows on screen to be fetched
  useEffect(() => want(first, last), [first, last, layout, pages, version])

  // Heights are fixed: nothing is measured, and nothing is moved that can be seen.
  const reveal = useCallback(
    (line: number) => {
      const element = scroll.current
      if (element === null) return
      const top = line * rowHeight
      const room = element.clientHeight - HEADS_HEIGHT
      const now = element.scrollTop
      // The head of the section covers the first line.
      if (top < now + rowHeight) element.scrollTop = Math.max(0, top - rowHeight)
      else if (top + rowHeight > now + room) element.scrollTop = top + rowHeight - room
    },
    [rowHeight],
  )
  const pageLines = Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 600) - HEADS_HEIGHT) / rowHeight) - 2)
  const grid = useGrid({
    layout,
    scroll,
    columns: columns.length + 1,
    pageLines,
    cursorLine,
    reveal,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question begins at the top
  useLayoutEffect(() => {
    if ((virtualizer.scrollOffset ?? 0) > 0) scroll.current?.scrollTo({ top: 0 })
    grid.begin()
  }, [shown])
  useEffect(() => onStep(grid.follow), [grid.follow])

  const cursorRow =
    cursor.line !== 'columns' && cursor.line.is === 'row' ? rowAt(pages, cursor.line.section, cursor.line.offset) : null
  const cursorId = cursorRow?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: the record opens once its row is there
  useEffect(() => {
    if (cursorId !== undefined && grid.takeFollow()) openRecord(cursorId)
  }, [cursorId, grid.followed])

  const widths = widthsOf(table, room - CHOOSE_WIDTH)
  const template = columnTemplate(widths)
  const style = {
    '--columns': template.columns,
    '--width': `${template.width}px`,
    '--row': `${rowHeight}px`,
  } as CSSProperties

  return (
    <div
      ref={scroll}
      data-pane
      role="grid"
      aria-label="Bounces"
      aria-rowcount={known ? layout.lines + 1 : -1}
      aria-busy={!known || waiting}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      tabIndex={-1}
      className={styles.grid}
      style={style}
      onKeyDown={grid.onKeyDown}
      onMouseDown={grid.onMouseDown}
      onFocus={grid.onFocus}
      onBlur={grid.onBlur}
      onScroll={(event) => event.currentTarget.toggleAttribute('data-sideways', event.currentTarget.scrollLeft > 0)}
    >
      <ColumnHeads
        table={table}
        widths={widths}
        cursor={cursorLine === -1 ? cursor.column : null}
        allSelected={selection.is === 'all' && selection.except.size === 0}
        onSelectAll={grid.toggleAll}
        onFocus={grid.focusHead}
      />
      <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
        {!known && BONES.map((line) => <BoneRow key={line} line={line} columns={ids} top={line * rowHeight} />)}
        {virtualizer.getVirtualItems().map((item) => {
          const line = lineAt(layout, item.index)
          if (line === null) return null
          if (line.is === 'head') {
            const span = layout.sections.find((one) => one.section === line.section)
            if (!span) return null
            return (
              <SectionHead
                key={line.section}
                span={span}
                columns={columns.length + 1}
                top={item.index === stuck.current ? null : item.start}
                focusable={cursorLine === item.index}
                onToggle={() => grid.toggle(line.section)}
              />
            )
          }
          const row = rowAt(pages, line.section, line.offset)
          return (
            <TableRow
              key={`${line.section}:${line.offset}`}
              row={row}
              line={item.index}
              columns={ids}
              top={item.start}
              cursor={cursorLine === item.index ? cursor.column : null}
              selected={row !== null && isSelected(selection, row.id)}
              current={row !== null && row.id === openId}
              onPress={grid.onPress}
            />
          )
        })}
      </div>
      <CellTip grid={scroll} layout={layout} />
    </div>
  )
}

/** Width that the columns share, without the scroll bar; of the usual window until it is known. */
function useRoom(scroll: RefObject<HTMLDivElement | null>): number {
  const [room, setRoom] = useState(760)
  useLayoutEffect(() => {
    const element = scroll.current
    if (element === null) return
    setRoom(element.clientWidth)
    const observer = new ResizeObserver(() => setRoom(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroll])
  return room
}

/** Fixed widths, but for the last column, which takes what is left. */
function columnTemplate(sizes: number[]): { columns: string; width: number } {
  const last = sizes.length - 1
  const tracks = sizes.map((size, index) => (index === last ? `minmax(${size}px, 1fr)` : `${size}px`))
  const width = sizes.reduce((sum, size) => sum + size, CHOOSE_WIDTH)
  return { columns: [`${CHOOSE_WIDTH}px`, ...tracks].join(' '), width }
}
