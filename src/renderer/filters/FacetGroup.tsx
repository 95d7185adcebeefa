/** One field of the filter pane: its values with counts, each to choose or to leave out. */
import { useId, useState } from 'react'
import type { FacetValue } from '../../shared/query.ts'
import { formatCount } from '../lib/format.ts'
import { changeConditions } from '../session/query.ts'
import { type Condition, dropField, hasField, toggleValue } from '../state/query.ts'
import { ChevronDown, ChevronRight, Minus } from '../ui/icons.tsx'
import styles from './Filters.module.css'
import { type ListedValue, listValues, SEARCHABLE } from './facetList.ts'
import { type FieldSpec, shortValueLabel, valueLabel } from './fields.ts'

interface FacetGroupProps {
  spec: FieldSpec
  /** Null while they are not known. */
  found: readonly FacetValue[] | null
  conditions: readonly Condition[]
}

export function FacetGroup({ spec, found, conditions }: FacetGroupProps) {
  const { field, label, hint } = spec
  const [open, setOpen] = useState(spec.open)
  const [whole, setWhole] = useState(false)
  const [search, setSearch] = useState('')
  const body = useId()
  const wanted = search.trim().toLowerCase()
  const list = listValues(found ?? [], field, conditions, whole || wanted !== '', (value) =>
    valueLabel(field, value).toLowerCase().includes(wanted),
  )
  const active = hasField(conditions, field)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot hold the button that opens it
    <div role="group" aria-label={label} className={styles.group}>
      <div className={styles.groupHead}>
        <button
          type="button"
          className={styles.groupToggle}
          aria-expanded={open}
          aria-controls={body}
          title={hint}
          onClick={() => setOpen(!open)}
        >
          {open ? <ChevronDown /> : <ChevronRight />}
          {label}
        </button>
        {active && (
          <button
            type="button"
            className={styles.clear}
            onClick={() => changeConditions((now) => dropField(now, field))}
          >
            Clear<span className="heard"> {label}</span>
          </button>
        )}
      </div>
      {open && (
        <div id={body}>
          {list.total > SEARCHABLE && whole && (
            <input
              className={styles.find}
              value={search}
              placeholder={`Find in ${formatCount(list.total)}`}
              aria-label={`Find in ${label}`}
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
          <ul>
            {list.values.map((one) => (
              <FacetRow key={one.value} spec={spec} one={one} />
            ))}
          </ul>
          {list.total === 0 && (
            <p className={styles.nothing}>{found === null ? <span className={styles.bone} /> : 'Nothing here'}</p>
          )}
          {(list.hidden > 0 || whole) && (
            <button type="button" className={styles.more} onClick={() => setWhole(!whole)}>
              {whole ? 'Show fewer' : `Show ${formatCount(list.hidden)} more`}
              <span className="heard"> of {label}</span>
            </button>
          )}
        </div>
      )}
    </div>
  )
}

function FacetRow({ spec, one }: { spec: FieldSpec; one: ListedValue }) {
  const { field } = spec
  const label = valueLabel(field, one.value)
  const set = (exclude: boolean) => changeConditions((now) => toggleValue(now, field, one.value, exclude))
  return (
    <li className={styles.value} data-stance={one.stance ?? undefined}>
      <label className={styles.choice} title={label}>
        <input
          type="checkbox"
          checked={one.stance === 'include'}
          aria-label={label}
          aria-keyshortcuts="-"
          onChange={() => set(false)}
          onKeyDown={(event) => {
            if (event.key === '-') set(true)
          }}
        />
        <span className={styles.name}>
          <bdi>{shortValueLabel(field, one.value)}</bdi>
        </span>
        <span className={styles.count}>{formatCount(one.records)}</span>
      </label>
      <button
        type="button"
        className={styles.exclude}
        tabIndex={-1}
        aria-pressed={one.stance === 'exclude'}
        aria-label={`Leave out ${label}`}
        title={`Leave out ${label} (-)`}
        onClick={() => set(true)}
      >
        <Minus />
      </button>
    </li>
  )
}
