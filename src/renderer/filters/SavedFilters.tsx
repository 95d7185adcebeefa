/** Filters kept under a name: each a switch, and a field to name what is filtered by now. */
import { type FormEvent, useEffect, useRef } from 'react'
import { forgetFilter, nameFilter, saveFilter, toggleSaved } from '../session/saved.ts'
import type { Condition } from '../state/query.ts'
import { isSaved } from '../state/saved.ts'
import { useSaved, useUi } from '../state/stores.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Close } from '../ui/icons.tsx'
import styles from './Filters.module.css'

export function SavedFilters({ conditions }: { conditions: readonly Condition[] }) {
  const saved = useSaved()
  const naming = useUi((ui) => ui.naming)
  const group = useRef<HTMLFieldSetElement>(null)
  /** What takes the focus once it is drawn: what had it is gone by then. */
  const next = useRef<string | null>(null)
  useEffect(() => {
    if (next.current === null) return
    const wanted = [...(group.current?.querySelectorAll('button') ?? [])].find((one) => one.name === next.current)
    next.current = null
    wanted?.focus()
  })

  function save(name: string): void {
    next.current = `saved ${name.trim()}`
    saveFilter(name)
    useUi.setState({ naming: false })
  }

  function giveUp(): void {
    next.current = 'save'
    useUi.setState({ naming: false })
  }

  function forget(name: string, index: number): void {
    const other = saved.names[index + 1] ?? saved.names[index - 1]
    next.current = other === undefined ? 'save' : `saved ${other}`
    forgetFilter(name)
  }

  // The filter that was to be named is gone.
  const nothing = conditions.length === 0
  useEffect(() => {
    if (naming && nothing) useUi.setState({ naming: false })
  }, [naming, nothing])

  const known = saved.names.some((name) => isSaved(saved, name, { conditions }))
  const canSave = !nothing && !known
  if (saved.names.length === 0 && !canSave && !naming) return null
  return (
    <fieldset ref={group} className={styles.group}>
      <legend className={styles.legend}>Saved filters</legend>
      <ul>
        {saved.names.map((name, index) => (
          <li key={name} className={styles.value}>
            <button
              type="button"
              name={`saved ${name}`}
              className={styles.saved}
              aria-pressed={isSaved(saved, name, { conditions })}
              onClick={() => toggleSaved(name)}
            >
              <bdi>{name}</bdi>
            </button>
            <IconButton label={`Forget ${name}`} className={styles.forget} onClick={() => forget(name, index)}>
              <Close />
            </IconButton>
          </li>
        ))}
      </ul>
      {naming && <NameField onSave={save} onGiveUp={giveUp} />}
      {!naming && canSave && (
        <button type="button" name="save" className={styles.more} onClick={nameFilter}>
          Save this filter…
        </button>
      )}
    </fieldset>
  )
}

function NameField({ onSave, onGiveUp }: { onSave(name: string): void; onGiveUp(): void }) {
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '')
    if (name.trim() === '') onGiveUp()
    else onSave(name)
  }
  return (
    <form className={styles.naming} onSubmit={submit}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to name it
        autoFocus
        name="name"
        className={styles.find}
        placeholder="Name of this filter"
        aria-label="Name of this filter"
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onGiveUp()
        }}
      />
      <Button type="submit">Save</Button>
    </form>
  )
}
