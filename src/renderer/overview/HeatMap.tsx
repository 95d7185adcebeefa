/** Which provider refuses for which cause: a table whose cells are the darker the more bounces they hold. */
import { scaleSqrt } from '@visx/scale'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { Cause } from '../../shared/bounce.ts'
import type { ProviderCauseCount } from '../../shared/charts.ts'
import { causeLabel, providerLabel, providerName } from '../../shared/knowledge/labels.ts'
import { NONE } from '../../shared/query.ts'
import { countOf, formatCount } from '../lib/format.ts'
import { changeConditions } from '../session/query.ts'
import type { Condition } from '../state/query.ts'
import styles from './Charts.module.css'
import { type CellChoice, chosenOf, isChosen, toggleCell } from './choices.ts'
import { layMatrix } from './matrix.ts'
import { useSize } from './useSize.ts'

/** In CSS pixels, as in Charts.module.css. */
const ROW_HEIGHT = 24
const CAUSE_WIDTH = 184
const CELL_WIDTH = 96
/** Strength of the fullest cell's colour, in per cent: words on it stay readable in every theme. */
const STRONGEST = 46
const FAINTEST = 7

interface HeatMapProps {
  cells: readonly ProviderCauseCount[]
  conditions: readonly Condition[]
}

export function HeatMap({ cells, conditions }: HeatMapProps) {
  const [watch, size] = useSize()
  const providers = Math.max(1, Math.floor((size.width - CAUSE_WIDTH) / CELL_WIDTH))
  const causes = Math.max(1, Math.floor(size.height / ROW_HEIGHT) - 1)
  const matrix = useMemo(
    () =>
      layMatrix(
        cells,
        { providers, causes },
        { providers: chosenOf(conditions, 'provider'), causes: chosenOf(conditions, 'cause') },
      ),
    [cells, providers, causes, conditions],
  )
  const strength = scaleSqrt({ domain: [0, Math.max(1, matrix.most)], range: [FAINTEST, STRONGEST] })
  const grid = useRef<HTMLTableElement>(null)
  const [stop, setStop] = useState({ row: 1, column: 1 })
  const at = {
    row: Math.min(stop.row, matrix.causes.length),
    column: Math.min(stop.column, matrix.providers.length),
  }

  function move(event: KeyboardEvent): void {
    const step = STEPS[event.key]
    if (!step) return
    const row = Math.min(matrix.causes.length, Math.max(0, at.row + step[0]))
    const column = Math.min(matrix.providers.length, Math.max(0, at.column + step[1]))
    event.preventDefault()
    event.stopPropagation()
    if (row === 0 && column === 0) return
    setStop({ row, column })
    grid.current?.querySelector<HTMLElement>(`[data-cell="${row},${column}"]`)?.focus()
  }

  /** What makes a button of the map one stop of the arrows, and one choice of the filters. */
  const mark = (row: number, column: number, choice: CellChoice) => ({
    'data-cell': `${row},${column}`,
    tabIndex: row === at.row && column === at.column ? 0 : -1,
    'aria-pressed': isChosen(conditions, choice),
    onFocus: () => setStop({ row, column }),
    onClick: () => changeConditions((now) => toggleCell(now, choice)),
  })

  return (
    <section className={styles.chart} aria-label="Causes by provider">
      <header className={styles.head}>
        <h2>Causes by provider</h2>
        <p className={styles.readout}>
          {matrix.shown < matrix.total && `${formatCount(matrix.shown)} of ${countOf(matrix.total, 'bounce')} shown`}
        </p>
      </header>
      <div ref={watch} className={styles.body}>
        {matrix.total === 0 && <p className={styles.none}>No bounces to show.</p>}
        {matrix.total > 0 && size.width > 0 && (
          <table
            ref={grid}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells the arrows go to is a grid
            role="grid"
            aria-label="Causes by provider"
            className={styles.map}
            style={{ '--columns': matrix.providers.length } as React.CSSProperties}
            onKeyDown={move}
          >
            <thead>
              <tr>
                <td className={styles.corner} />
                {matrix.providers.map((provider, index) => (
                  <th key={provider} scope="col">
                    <button
                      type="button"
                      className={styles.provider}
                      title={provider === NONE ? 'The message names no provider' : providerLabel(provider)}
                      {...mark(0, index + 1, { provider, cause: null })}
                    >
                      {provider === NONE ? 'Not stated' : providerName(provider)}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {matrix.causes.map((cause, row) => (
                <tr key={cause}>
                  <th scope="row">
                    <button
                      type="button"
                      className={styles.cause}
                      title={causeLabel(cause)}
                      {...mark(row + 1, 0, { provider: null, cause })}
                    >
                      {causeLabel(cause)}
                    </button>
                  </th>
                  {matrix.providers.map((provider, column) => (
                    <td key={provider}>
                      <Cell
                        count={matrix.at(provider, cause)}
                        name={cellName(provider, cause)}
                        strength={strength(matrix.at(provider, cause))}
                        mark={mark(row + 1, column + 1, { provider, cause })}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  )
}

interface CellProps {
  count: number
  name: string
  /** Per cent of the colour. */
  strength: number
  mark: React.ComponentProps<'button'>
}

/** An empty cell can be gone to, but there is nothing to press. */
function Cell({ count, name, strength, mark }: CellProps) {
  return (
    <button
      type="button"
      {...mark}
      className={styles.cell}
      aria-label={`${name}: ${countOf(count, 'bounce')}`}
      aria-disabled={count === 0}
      onClick={count === 0 ? undefined : mark.onClick}
      data-empty={count === 0}
      style={{ '--strength': `${Math.round(strength)}%` } as React.CSSProperties}
    >
      {count > 0 && formatCount(count)}
    </button>
  )
}

function cellName(provider: string, cause: Cause): string {
  return `${provider === NONE ? 'Provider not stated' : providerName(provider)}, ${causeLabel(cause)}`
}

/** Rows and columns that a key goes. */
const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
}
