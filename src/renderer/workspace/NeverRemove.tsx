/** Addresses and domains that stay, whatever is reported of them. */
import { useEffect, useState } from 'react'
import { countOf } from '../lib/format.ts'
import { setNeverRemove } from '../session/workspace.ts'
import { useImports } from '../state/stores.ts'
import { Button } from '../ui/Button.tsx'
import { parseEntries, strangeEntries } from './neverRemove.ts'
import styles from './Workspace.module.css'

export function NeverRemove() {
  const kept = useImports((state) => state.workspace?.neverRemove) ?? []
  const keptText = kept.join('\n')
  const [text, setText] = useState(keptText)
  useEffect(() => setText(keptText), [keptText])
  const entries = parseEntries(text)
  const strange = strangeEntries(entries)
  const changed = entries.join('\n') !== keptText
  return (
    <>
      <p className={styles.soft}>
        Addresses and whole domains that must stay: customers, colleagues, your own. They are never judged “Remove” by
        the rules. One a line.
      </p>
      <textarea
        className={styles.textarea}
        rows={9}
        value={text}
        aria-label="Never remove"
        placeholder={'boss@example.com\nexample.org'}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.actions}>
        <p className={strange.length > 0 ? styles.problem : styles.soft} role="status">
          {strange.length > 0
            ? `Neither an address nor a domain: ${strange.slice(0, 3).join(', ')}`
            : countOf(entries.length, 'entry', 'entries')}
        </p>
        <Button disabled={!changed} onClick={() => setText(keptText)}>
          Undo changes
        </Button>
        <Button look="primary" disabled={!changed || strange.length > 0} onClick={() => void setNeverRemove(entries)}>
          Save
        </Button>
      </div>
    </>
  )
}
