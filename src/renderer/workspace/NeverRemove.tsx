/** Addresses and domains that stay, whatever is reported of them. */
import { useId } from 'react'
import { countOf } from '../lib/format.ts'
import { setNeverRemove } from '../session/workspace.ts'
import { useImports } from '../state/stores.ts'
import { Button } from '../ui/Button.tsx'
import { parseEntries, strangeEntries } from './neverRemove.ts'
import { useNeverRemoveDraft } from './neverRemoveDraft.ts'
import styles from './Workspace.module.css'

export function NeverRemove() {
  const kept = useImports((state) => state.workspace?.neverRemove) ?? []
  const keptText = kept.join('\n')
  const draft = useNeverRemoveDraft((state) => state.text)
  const text = draft ?? keptText
  const about = useId()
  const entries = parseEntries(text)
  const strange = strangeEntries(entries)
  const changed = entries.join('\n') !== keptText

  function setText(next: string): void {
    useNeverRemoveDraft.setState({ text: next === keptText ? null : next })
  }

  async function save(): Promise<void> {
    if (await setNeverRemove(entries)) useNeverRemoveDraft.setState({ text: null })
  }

  return (
    <>
      <p id={about} className={styles.soft}>
        Addresses and whole domains that must stay: customers, colleagues, your own. They are never judged “Remove” by
        the rules. One a line.
      </p>
      <textarea
        className={styles.textarea}
        rows={9}
        value={text}
        aria-label="Never remove"
        aria-describedby={about}
        aria-invalid={strange.length > 0}
        placeholder={'boss@example.com\nexample.org'}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.actions}>
        <p className={strange.length > 0 ? styles.problem : styles.soft} role="status">
          {strange.length > 0
            ? `Neither an address nor a domain: ${strange.slice(0, 3).join(', ')}`
            : `${countOf(entries.length, 'entry', 'entries')}${changed ? ', not saved yet' : ''}`}
        </p>
        <Button disabled={draft === null} onClick={() => setText(keptText)}>
          Undo changes
        </Button>
        <Button look="primary" disabled={!changed || strange.length > 0} onClick={() => void save()}>
          Save
        </Button>
      </div>
    </>
  )
}
