/** Filters kept under a name: the query as its address, in the window's own storage. */
import { useState } from 'react'
import { loadPreference, savePreference } from '../lib/preferences.ts'
import { setQuery } from '../session/query.ts'
import { decodeQuery, encodeQuery } from '../state/hash.ts'
import type { Condition } from '../state/query.ts'
import { useQuery } from '../state/stores.ts'
import { IconButton } from '../ui/Button.tsx'
import { Close } from '../ui/icons.tsx'
import styles from './Filters.module.css'

interface Saved {
  names: string[]
  queries: string[]
}

const NONE_SAVED: Saved = { names: [], queries: [] }

export function SavedFilters({ conditions }: { conditions: readonly Condition[] }) {
  const [saved, setSaved] = useState(() => loadPreference('filters', NONE_SAVED))
  const [naming, setNaming] = useState<string | null>(null)

  function keep(next: Saved): void {
    setSaved(next)
    savePreference('filters', next)
  }

  function save(name: string): void {
    setNaming(null)
    if (name.trim() === '') return
    const others = without(saved, saved.names.indexOf(name.trim()))
    keep({ names: [...others.names, name.trim()], queries: [...others.queries, encodeQuery(useQuery.getState())] })
  }

  if (saved.names.length === 0 && conditions.length === 0) return null
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Saved filters</legend>
      <ul>
        {saved.names.map((name, index) => (
          <li key={name} className={styles.value}>
            <button
              type="button"
              className={styles.saved}
              onClick={() => setQuery(decodeQuery(saved.queries[index] ?? ''))}
            >
              {name}
            </button>
            <IconButton label={`Forget ${name}`} className={styles.forget} onClick={() => keep(without(saved, index))}>
              <Close />
            </IconButton>
          </li>
        ))}
      </ul>
      {naming !== null && (
        <input
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to name it
          autoFocus
          className={styles.find}
          value={naming}
          placeholder="Name of this filter"
          aria-label="Name of this filter"
          onChange={(event) => setNaming(event.target.value)}
          onBlur={() => setNaming(null)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') save(naming)
            if (event.key === 'Escape') {
              event.stopPropagation()
              setNaming(null)
            }
          }}
        />
      )}
      {naming === null && conditions.length > 0 && (
        <button type="button" className={styles.more} onClick={() => setNaming('')}>
          Save this filter…
        </button>
      )}
    </fieldset>
  )
}

function without(saved: Saved, index: number): Saved {
  if (index < 0) return saved
  return { names: saved.names.toSpliced(index, 1), queries: saved.queries.toSpliced(index, 1) }
}
