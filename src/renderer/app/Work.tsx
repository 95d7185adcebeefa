/** The window at work: tools on top, three panes below. Loaded apart, for the first page needs none of it. */
import { RecordPane } from '../detail/RecordPane.tsx'
import { FilterPane } from '../filters/FilterPane.tsx'
import { ImportBar } from '../import/ImportBar.tsx'
import { useImports, useRecord, useUi } from '../state/stores.ts'
import { TablePane } from '../table/TablePane.tsx'
import { Guarded } from './Failed.tsx'
import { Strip } from './Strip.tsx'
import { Toolbar } from './Toolbar.tsx'
import styles from './Work.module.css'

export function Work() {
  return (
    <div className={styles.work}>
      <Toolbar />
      <ImportBar />
      <Panes />
    </div>
  )
}

function Panes() {
  const filters = useUi((state) => state.filters)
  const record = useUi((state) => state.record)
  const open = useRecord((state) => state.id !== null)
  const barren = useImports(({ workspace, running }) => workspace?.records === 0 && running === null)
  if (barren) return <TablePane />
  return (
    <>
      <Guarded>
        <Strip />
      </Guarded>
      <div className={styles.panes} data-filters={filters} data-record={record} data-open={open}>
        {filters && (
          <Guarded>
            <FilterPane />
          </Guarded>
        )}
        <Guarded>
          <TablePane />
        </Guarded>
        {record && (
          <Guarded>
            <RecordPane />
          </Guarded>
        )}
      </div>
    </>
  )
}
