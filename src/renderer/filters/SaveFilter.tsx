/** Beside the chips: keeps what they say under a name. */
import { type FormEvent, useEffect } from 'react'
import { nameFilter, saveFilter } from '../session/saved.ts'
import type { Condition } from '../state/query.ts'
import { isSaved } from '../state/saved.ts'
import { useSaved, useUi } from '../state/stores.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Chips.module.css'

/** The button; where the focus goes back to when no name is given. */
const BUTTON = 'save-filter'

export function SaveFilter({ conditions }: { conditions: readonly Condition[] }) {
  const saved = useSaved()
  const naming = useUi((ui) => ui.naming)
  // Where the filters are let go of, there is nothing left to name.
  useEffect(() => () => stopNaming(), [])
  if (naming) return <NameField />
  if (saved.names.some((name) => isSaved(saved, name, { conditions }))) return null
  return (
    <button type="button" id={BUTTON} className={styles.all} onClick={nameFilter}>
      Save this filter…
    </button>
  )
}

function stopNaming(): void {
  useUi.setState({ naming: false })
}

/** Once the field is gone, the keyboard goes on at what it was about. */
function focusSoon(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus(), 0)
}

function NameField() {
  function giveUp(): void {
    stopNaming()
    focusSoon(BUTTON)
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    if (name === '') {
      giveUp()
      return
    }
    saveFilter(name)
    stopNaming()
    focusSoon(`saved-${name}`)
  }

  return (
    <form className={styles.naming} onSubmit={submit}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to name it
        autoFocus
        name="name"
        placeholder="Name of this filter"
        aria-label="Name of this filter"
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          giveUp()
        }}
      />
      <Button type="submit">Save</Button>
    </form>
  )
}
