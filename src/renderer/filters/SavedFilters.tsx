/** Filters kept under a name, each a switch. */
import { useRef } from 'react'
import { forgetFilter, toggleSaved } from '../session/saved.ts'
import type { Condition } from '../state/query.ts'
import { isSaved } from '../state/saved.ts'
import { useSaved } from '../state/stores.ts'
import { IconButton } from '../ui/Button.tsx'
import { Close } from '../ui/icons.tsx'
import styles from './Filters.module.css'

export function SavedFilters({ conditions }: { conditions: readonly Condition[] }) {
  const saved = useSaved()
  const list = useRef<HTMLUListElement>(null)
  if (saved.names.length === 0) return null

  /** The keyboard goes on at the neighbour of what is gone. */
  function forget(name: string, at: number): void {
    const buttons = list.current?.querySelectorAll<HTMLElement>('[aria-pressed]')
    ;(buttons?.[at + 1] ?? buttons?.[at - 1] ?? document.querySelector<HTMLElement>('#search'))?.focus()
    forgetFilter(name)
  }

  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Saved filters</legend>
      <ul ref={list}>
        {saved.names.map((name, at) => (
          <li key={name} className={styles.value}>
            <button
              type="button"
              id={`saved-${name}`}
              className={styles.saved}
              aria-pressed={isSaved(saved, name, { conditions })}
              onClick={() => toggleSaved(name)}
            >
              <bdi>{name}</bdi>
            </button>
            <IconButton label={`Forget ${name}`} className={styles.forget} onClick={() => forget(name, at)}>
              <Close />
            </IconButton>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
