/** The whole text of a cell that is cut short, and what its code or name means: beside the cell, on hover and on focus. */
import { type RefObject, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { rowAt } from '../state/pages.ts'
import { useResult } from '../state/stores.ts'
import { type Layout, lineAt } from './layout.ts'
import styles from './Table.module.css'
import { specOf } from './useColumns.ts'

interface Tip {
  text: string
  left: number
  /** Distance of its upper edge from the top of the window, or of its lower edge from the bottom. */
  edge: { top: number } | { bottom: number }
}

/** How long the mouse rests on a cell before it is told, in ms: passing by asks nothing. */
const REST_MS = 350
/** Room that a tip is given below its cell, in CSS pixels; else it stands above. */
const HEIGHT = 96
const WIDTH = 420

export function CellTip({ grid, layout }: { grid: RefObject<HTMLDivElement | null>; layout: Layout }) {
  const [tip, setTip] = useState<Tip | null>(null)
  useEffect(() => {
    const element = grid.current
    if (element === null) return
    let rest: ReturnType<typeof setTimeout> | undefined
    const hide = () => {
      clearTimeout(rest)
      setTip(null)
    }
    const show = (target: EventTarget | null, after: number) => {
      clearTimeout(rest)
      const cell =
        target instanceof Element ? target.closest<HTMLElement>('[data-line]:not([data-line="-1"]) > [data-id]') : null
      if (cell === null) return setTip(null)
      rest = setTimeout(() => setTip(tipOf(cell, layout)), after)
    }
    const over = (event: PointerEvent) => show(event.target, REST_MS)
    const focus = (event: FocusEvent) => show(event.target, element.hasAttribute('data-pointer') ? REST_MS : 0)
    const leave = (event: PointerEvent) => {
      if (!isTip(event.relatedTarget)) hide()
    }
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide()
    }
    element.addEventListener('pointerover', over)
    element.addEventListener('pointerleave', leave)
    element.addEventListener('focusin', focus)
    element.addEventListener('focusout', hide)
    element.addEventListener('pointerdown', hide)
    element.addEventListener('scroll', hide, { passive: true })
    element.addEventListener('keydown', key)
    return () => {
      clearTimeout(rest)
      element.removeEventListener('pointerover', over)
      element.removeEventListener('pointerleave', leave)
      element.removeEventListener('focusin', focus)
      element.removeEventListener('focusout', hide)
      element.removeEventListener('pointerdown', hide)
      element.removeEventListener('scroll', hide)
      element.removeEventListener('keydown', key)
    }
  }, [grid, layout])
  if (tip === null) return null
  const style = { left: tip.left, maxWidth: WIDTH, ...tip.edge }
  // Outside the grid, which would cut it off. Screen readers read the cell itself, which is whole for them.
  return createPortal(
    <div data-tip aria-hidden="true" className={styles.tip} style={style} onPointerLeave={() => setTip(null)}>
      <bdi>{tip.text}</bdi>
    </div>,
    document.body,
  )
}

/** Whoever reads the tip may move onto it. */
function isTip(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-tip]') !== null
}

function tipOf(cell: HTMLElement, layout: Layout): Tip | null {
  const box = cell.getBoundingClientRect()
  const lines = [cell.scrollWidth > cell.clientWidth ? cell.innerText : null, meaningOf(cell, layout)]
  const text = lines.filter(Boolean).join('\n')
  if (text === '') return null
  const left = Math.max(8, Math.min(box.left, innerWidth - WIDTH - 8))
  const below = innerHeight - box.bottom > HEIGHT
  return { text, left, edge: below ? { top: box.bottom + 2 } : { bottom: innerHeight - box.top + 2 } }
}

function meaningOf(cell: HTMLElement, layout: Layout): string | null {
  const line = lineAt(layout, Number(cell.parentElement?.dataset.line))
  if (line?.is !== 'row') return null
  const row = rowAt(useResult.getState().pages, line.section, line.offset)
  return row === null ? null : (specOf(cell.dataset.id ?? '').tip?.(row) ?? null)
}
