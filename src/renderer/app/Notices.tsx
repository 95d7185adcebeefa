/** Sentences that come and go at the foot of the window. */
import { commandOf } from '../commands/commands.ts'
import { dismissNotice } from '../session/notices.ts'
import { useUi } from '../state/stores.ts'
import type { Notice } from '../state/ui.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Close, Warning } from '../ui/icons.tsx'
import styles from './Notices.module.css'

export function Notices() {
  const notices = useUi((state) => state.notices)
  return (
    <section className={styles.stack} aria-label="Notices" aria-live="polite">
      <ul>
        {notices.map((notice) => (
          <Sentence key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  )
}

function Sentence({ notice }: { notice: Notice }) {
  const { id, tone, text, action } = notice
  return (
    <li className={styles.notice} data-tone={tone}>
      {tone === 'error' && <Warning />}
      <span className={styles.text}>{text}</span>
      {action !== null && (
        <Button
          look="quiet"
          className={styles.action}
          onClick={() => {
            commandOf(action.command).run()
            dismissNotice(id)
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" onClick={() => dismissNotice(id)}>
        <Close />
      </IconButton>
    </li>
  )
}
