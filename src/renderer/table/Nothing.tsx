/** What stands where the table would be empty: why, and what to do. */
import type { ReactNode } from 'react'
import { useCommand } from '../commands/useCommand.ts'
import { Guides } from '../import/Guides.tsx'
import { setConditions } from '../session/query.ts'
import { ask } from '../session/results.ts'
import { totalAccounting } from '../state/imports.ts'
import { useImports } from '../state/stores.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Nothing.module.css'

function Nothing({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.nothing} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  )
}

export function NoMatch() {
  return (
    <Nothing title="No record matches these filters">
      <p>Take one of them away above, or begin again.</p>
      <Button onClick={() => setConditions([])}>Clear all filters</Button>
    </Nothing>
  )
}

export function Unanswered({ why }: { why: string }) {
  return (
    <Nothing title="The table could not be read">
      <p>{why}</p>
      <Button onClick={() => void ask()}>Try again</Button>
    </Nothing>
  )
}

/** Reasons listed here; the dialog has the rest. */
const LISTED = 4
/** A place that says no more than the file's name does. */
const WHOLE_FILE = 'whole file'

export function NoMessages() {
  const imports = useImports((state) => state.workspace?.imports) ?? []
  const reading = useImports((state) => state.running !== null || state.copying !== null)
  const open = useCommand('file.open')
  const { unread, messages } = totalAccounting(imports)
  if (reading) {
    return (
      <Nothing title="Reading…">
        <p>The first records appear here in a moment.</p>
      </Nothing>
    )
  }
  return (
    <Nothing title={messages === 0 ? 'No messages were found' : 'Nothing to show'}>
      {unread.slice(0, LISTED).map(({ file, place, why }) => (
        <p key={`${file} ${place}`}>
          <bdi>{file}</bdi>: {why}
          {place !== WHOLE_FILE && <span className={styles.soft}> ({place})</span>}
        </p>
      ))}
      <p className={styles.soft}>Mailboxes come as mbox, .eml or Maildir, also packed as .zip, .tgz or .gz.</p>
      <Button look="primary" disabled={!open.enabled} onClick={open.run}>
        {open.label}
      </Button>
      {messages === 0 && (
        <div className={styles.guides}>
          <Guides />
        </div>
      )}
    </Nothing>
  )
}
