/** Asks once more, in the place of the button that was pressed. */
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import styles from './Workspace.module.css'

interface ConfirmProps {
  /** What would happen. */
  children: ReactNode
  /** The button that does it. */
  label: string
  keepLabel?: string
  onConfirm(): void
  onKeep(): void
}

/** The keyboard lands on what changes nothing; Escape answers no and leaves the dialog open. */
export function Confirm({ children, label, keepLabel = 'Keep', onConfirm, onKeep }: ConfirmProps) {
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])
  return (
    <fieldset
      className={styles.confirm}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.preventDefault()
        onKeep()
      }}
    >
      <p>{children}</p>
      <div className={styles.confirmButtons}>
        <Button look="danger" onClick={onConfirm}>
          {label}
        </Button>
        <Button ref={keep} onClick={onKeep}>
          {keepLabel}
        </Button>
      </div>
    </fieldset>
  )
}
