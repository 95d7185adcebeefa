/** One look for all dialogs: a title, a body that scrolls, a row of buttons. */
import { Dialog as Base } from '@base-ui/react/dialog'
import { type ReactNode, useRef } from 'react'
import { IconButton } from './Button.tsx'
import styles from './Dialog.module.css'
import { Close } from './icons.tsx'

const STOPS = 'input, select, textarea, button:not([tabindex="-1"])'

/** What a dialog is about takes the focus, not the button that closes it: Enter must not undo what opened it. */
function firstStop(popup: HTMLElement | null): HTMLElement | null {
  const parts = [popup?.querySelector('[data-part=body]'), popup?.querySelector('footer')]
  const stop = parts.flatMap((part) => [...(part?.querySelectorAll<HTMLElement>(STOPS) ?? [])])[0]
  if (!(stop instanceof HTMLInputElement) || stop.type !== 'radio') return stop ?? null
  return popup?.querySelector<HTMLElement>(`input[name="${stop.name}"]:checked`) ?? stop
}

interface DialogProps {
  open: boolean
  onClose(): void
  title: string
  description?: ReactNode
  children: ReactNode
  footer?: ReactNode
  size?: 'small' | 'medium' | 'large'
}

export function Dialog({ open, onClose, title, description, children, footer, size = 'medium' }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          ref={popup}
          className={`${styles.popup} ${styles[size]}`}
          initialFocus={() => firstStop(popup.current) ?? true}
        >
          <header className={styles.head}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <Base.Close render={<IconButton label="Close" />}>
              <Close />
            </Base.Close>
          </header>
          {description && <Base.Description className={styles.description}>{description}</Base.Description>}
          <div data-part="body" className={styles.body}>
            {children}
          </div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
