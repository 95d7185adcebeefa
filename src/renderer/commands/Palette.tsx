/** Every command by name: type a few letters, Enter runs it. */
import { Dialog as Base } from '@base-ui/react/dialog'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { closeDialog } from '../app/Dialogs.tsx'
import { useSaved } from '../state/stores.ts'
import dialog from '../ui/Dialog.module.css'
import styles from './Commands.module.css'
import { showKey } from './keys.ts'
import { type Entry, fits, paletteEntries } from './palette.ts'
import { onMac } from './useCommand.ts'

export default function Palette() {
  return (
    <Base.Root open onOpenChange={(next) => next || closeDialog()}>
      <Base.Portal>
        <Base.Backdrop className={dialog.backdrop} />
        <Base.Popup className={`${dialog.popup} ${styles.palette}`} aria-label="All commands">
          <Choice onClose={closeDialog} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

function Choice({ onClose }: { onClose(): void }) {
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const { names } = useSaved()
  const found = paletteEntries(names).filter((entry) => fits(entry, typed))
  const chosen = found[Math.min(active, found.length - 1)]
  const shown = chosen?.id
  const options = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (shown !== undefined)
      options.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [shown])

  function run(command: Entry | undefined): void {
    if (!command) return
    onClose()
    // The dialog gives the focus back first; a command may want to put it elsewhere.
    setTimeout(command.run, 0)
  }

  function press(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) setActive((found.length + Math.min(active, found.length - 1) + by) % Math.max(1, found.length))
    else if (event.key === 'Enter') run(chosen)
    else return
    event.preventDefault()
  }

  return (
    <>
      <input
        role="combobox"
        className={styles.input}
        value={typed}
        placeholder="Type what you want to do"
        aria-label="Command"
        aria-expanded="true"
        aria-controls="commands"
        aria-activedescendant={chosen ? `command-${chosen.id}` : undefined}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={press}
      />
      <div ref={options} role="listbox" id="commands" aria-label="Commands" className={styles.options}>
        {found.map((command) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are taken by the field above
          // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus and points here
          <div
            key={command.id}
            id={`command-${command.id}`}
            role="option"
            aria-selected={command.id === chosen?.id}
            className={styles.option}
            onClick={() => run(command)}
          >
            <span className={styles.group}>{command.group}</span>
            <span className={styles.label}>{command.label}</span>
            {command.key && <kbd>{showKey(command.key, onMac())}</kbd>}
          </div>
        ))}
        {found.length === 0 && <p className={styles.nothing}>No such command</p>}
      </div>
    </>
  )
}
