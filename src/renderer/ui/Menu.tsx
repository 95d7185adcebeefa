/** A menu of commands under a button. */
import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import styles from './Menu.module.css'

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement
  children: ReactNode
  align?: 'start' | 'end'
}

export function Menu({ trigger, children, align = 'start' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={4} align={align}>
          <Base.Popup className={styles.popup}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface MenuItemProps {
  onClick(): void
  children: ReactNode
  shortcut?: string | null
  disabled?: boolean
}

export function MenuItem({ onClick, children, shortcut, disabled }: MenuItemProps) {
  return (
    <Base.Item className={styles.item} onClick={onClick} disabled={disabled}>
      <span className={styles.label}>{children}</span>
      {shortcut && <kbd className={styles.shortcut}>{shortcut}</kbd>}
    </Base.Item>
  )
}

interface MenuCheckProps {
  checked: boolean
  disabled?: boolean
  onChange(checked: boolean): void
  children: ReactNode
}

export function MenuCheck({ checked, disabled = false, onChange, children }: MenuCheckProps) {
  return (
    <Base.CheckboxItem
      className={styles.item}
      checked={checked}
      disabled={disabled}
      closeOnClick={false}
      onCheckedChange={onChange}
    >
      <span className={styles.tick}>{checked && '✓'}</span>
      <span className={styles.label}>{children}</span>
    </Base.CheckboxItem>
  )
}

export function MenuSeparator() {
  return <Base.Separator className={styles.separator} />
}
