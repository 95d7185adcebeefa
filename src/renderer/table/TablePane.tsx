/** The middle pane: bar, chips, and the table or what stands in its place. */
import { useMemo } from 'react'
import { Chips } from '../filters/Chips.tsx'
import { useResult, useUi } from '../state/stores.ts'
import { EMPTY_LAYOUT, layOut } from './layout.ts'
import { NoMatch, NoMessages, Unanswered } from './Nothing.tsx'
import styles from './Table.module.css'
import { Table } from './Table.tsx'
import { TableBar } from './TableBar.tsx'
import { useColumns } from './useColumns.ts'

export function TablePane() {
  const table = useColumns()
  const summary = useResult((result) => result.summary)
  const failed = useResult((result) => result.failed)
  const filtered = useResult((result) => (result.shown?.conditions.length ?? 0) > 0)
  const closed = useUi((state) => state.closed)
  const layout = useMemo(() => (summary === null ? EMPTY_LAYOUT : layOut(summary, new Set(closed))), [summary, closed])
  const empty = summary !== null && summary.records === 0
  const known = summary !== null || failed !== null
  return (
    <main className={styles.pane} aria-label="Triage">
      {!(empty && !filtered) && <TableBar table={table} />}
      <Chips />
      {failed !== null && <Unanswered why={failed} />}
      {failed === null && empty && (filtered ? <NoMatch /> : <NoMessages />)}
      {failed === null && !empty && <Table table={table} layout={layout} known={known} />}
    </main>
  )
}
