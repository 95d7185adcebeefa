/** Choosing bars: one by a press, several by drawing over them or with Shift and the arrows. */
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Bucket } from './buckets.ts'

interface Range {
  /** Where it began; the other end may lie on either side. */
  anchor: number
  end: number
}

export interface Pick {
  /** While it is being drawn. */
  range: { first: number; last: number } | null
  begin(index: number, event: PointerEvent): void
  over(index: number): void
  /** Draws from where Shift was first held to `to`: chosen once Shift is let go, for the bars may be others then. */
  extend(from: number, to: number): void
}

export function usePick(buckets: readonly Bucket[], onChoose: (first: Bucket, last: Bucket) => void): Pick {
  const [range, setRange] = useState<Range | null>(null)
  /** The days of the bars where a range by keyboard began and where it ended last; null while it is drawn by pointer. */
  const held = useRef<{ anchor: string; end: string } | null>(null)

  useEffect(() => {
    if (range === null) return
    const end = () => {
      choose(buckets, range, onChoose)
      setRange(null)
    }
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      held.current = null
      setRange(null)
    }
    const letGo = (event: KeyboardEvent) => event.key === 'Shift' && held.current !== null && end()
    window.addEventListener('pointerup', end)
    window.addEventListener('keyup', letGo)
    // Let go while another window had the keyboard.
    window.addEventListener('blur', end)
    window.addEventListener('keydown', giveUp, true)
    return () => {
      window.removeEventListener('pointerup', end)
      window.removeEventListener('keyup', letGo)
      window.removeEventListener('blur', end)
      window.removeEventListener('keydown', giveUp, true)
    }
  }, [range, buckets, onChoose])

  return {
    range: range === null ? null : ordered(range),
    begin(index, event) {
      if (event.button !== 0) return
      held.current = null
      setRange({ anchor: index, end: index })
    },
    over: (index) => setRange((now) => (now === null || held.current !== null ? now : { ...now, end: index })),
    extend(from, to) {
      const [start, end] = [buckets[from], buckets[to]]
      if (!start || !end) return
      const began = held.current?.end === start.from ? held.current.anchor : start.from
      const anchor = buckets.findIndex((bucket) => bucket.from === began)
      held.current = { anchor: began, end: end.from }
      setRange({ anchor: anchor < 0 ? from : anchor, end: to })
    },
  }
}

function ordered({ anchor, end }: Range): { first: number; last: number } {
  return { first: Math.min(anchor, end), last: Math.max(anchor, end) }
}

function choose(buckets: readonly Bucket[], range: Range, onChoose: (first: Bucket, last: Bucket) => void): void {
  const { first, last } = ordered(range)
  const [from, to] = [buckets[first], buckets[last]]
  if (from && to) onChoose(from, to)
}
