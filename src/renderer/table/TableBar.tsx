/** Above the table: how much of how much is shown, or what can be done with the selected rows. */
import { useEffect, useRef } from 'react'
import { VERDICTS } from '../../shared/bounce.ts'
import { verdictLabel } from '../../shared/knowledge/labels.ts'
import { CommandItem } from '../app/Toolbar.tsx'
import { commandOf, judge } from '../commands/commands.ts'
import { countOf, formatCount } from '../lib/format.ts'
import { selectNone } from '../session/selection.ts'
import { totalAccounting } from '../state/imports.ts'
import { countSelected } from '../state/selection.ts'
import { useImports, useResult, useSelection, useUi } from '../state/stores.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { ChevronDown, Close, Columns as ColumnsIcon } from '../ui/icons.tsx'
import { VerdictMark } from '../ui/Marks.tsx'
import { Menu, MenuCheck, MenuItem, MenuSeparator } from '../ui/Menu.tsx'
import { onShowColumns } from './showColumns.ts'
import styles from './TableBar.module.css'
import { type Columns, resetColumns, specOf } from './useColumns.ts'

export function TableBar({ table }: { table: Columns }) {
  const summary = useResult((result) => result.summary)
  const selection = useSelection((state) => state.selection)
  const selected = countSelected(selection, summary?.records ?? 0)
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => onShowColumns(() => bar.current?.querySelector<HTMLElement>('[aria-label="Columns"]')?.click()), [])
  return (
    <div ref={bar} className={styles.bar}>
      {selected > 0 ? <Selected count={selected} /> : <Shown />}
      <ColumnsMenu table={table} />
    </div>
  )
}

/** All three figures of one counting: the table's rows are known earlier, and a line that is half new reads wrong. */
function Shown() {
  const counted = useResult((result) => result.counted)
  const imports = useImports((state) => state.workspace?.imports)
  const running = useImports((state) => state.running)
  if (counted === null) return <p className={styles.text} />
  const { messages, records, addresses } = counted
  const inAll = Math.max(totalAccounting(imports ?? []).messages, messages, running?.messages ?? 0)
  return (
    <p className={styles.text}>
      <strong>
        {formatCount(messages)} of {countOf(inAll, 'message')}
      </strong>
      {records !== messages && (
        <span className={styles.soft} title="A message that names several recipients has a row for each.">
          {countOf(records, 'row')}
        </span>
      )}
      <span className={styles.soft}>{countOf(addresses, 'address', 'addresses')}</span>
    </p>
  )
}

function Selected({ count }: { count: number }) {
  return (
    <div className={styles.selected} role="toolbar" aria-label="Selected rows">
      <strong>{formatCount(count)} selected</strong>
      {VERDICTS.map((verdict) => (
        <Button key={verdict} look="quiet" icon={<VerdictMark verdict={verdict} />} onClick={() => void judge(verdict)}>
          {verdictLabel(verdict)}
        </Button>
      ))}
      <Button look="quiet" onClick={() => void judge(null)}>
        {commandOf('verdict.rules').label}
      </Button>
      <Menu
        trigger={
          <Button look="quiet">
            Copy
            <ChevronDown />
          </Button>
        }
      >
        <CommandItem id="edit.copy" />
        <CommandItem id="edit.copyCells" />
        <CommandItem id="edit.copyCsv" />
      </Menu>
      <IconButton label="Clear selection" onClick={selectNone}>
        <Close />
      </IconButton>
    </div>
  )
}

function ColumnsMenu({ table }: { table: Columns }) {
  const density = useUi((state) => state.density)
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="Columns">
          <ColumnsIcon />
        </IconButton>
      }
    >
      {table.getAllLeafColumns().map((column) => (
        <MenuCheck
          key={column.id}
          checked={column.getIsVisible()}
          // Without it no row would say whom it is about.
          disabled={column.id === 'recipient'}
          onChange={(visible) => column.toggleVisibility(visible)}
        >
          {specOf(column.id).label}
        </MenuCheck>
      ))}
      <MenuSeparator />
      <MenuCheck
        checked={density === 'comfortable'}
        onChange={(roomy) => useUi.setState({ density: roomy ? 'comfortable' : 'compact' })}
      >
        Roomier rows
      </MenuCheck>
      <MenuItem onClick={() => resetColumns(table)}>Columns as they were</MenuItem>
    </Menu>
  )
}
