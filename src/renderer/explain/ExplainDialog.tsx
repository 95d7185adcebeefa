/** One reply, judged without a mailbox around it: paste it, and read what it means. */
import { type KeyboardEvent, useState } from 'react'
import { closeDialog } from '../app/Dialogs.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Answer } from './Answer.tsx'
import styles from './Explain.module.css'
import { useAnswer } from './useAnswer.ts'

/** As many characters as the engine takes. */
const MAX_REPLY = 64_000
const MAX_FIELD = 2_000

export default function ExplainDialog() {
  const [reply, setReply] = useState('')
  const [remoteMta, setRemoteMta] = useState('')
  const [recipient, setRecipient] = useState('')
  const { answer, failed, waiting, ask } = useAnswer()
  const ready = reply.trim() !== ''

  function explain(): void {
    if (ready) void ask({ reply, remoteMta: remoteMta.trim(), recipient: recipient.trim() })
  }

  function press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    explain()
  }

  return (
    <Dialog
      open
      onClose={closeDialog}
      title="Explain a reply"
      description="Paste a server’s reply, a line of your log or a whole bounce. It stays on this computer."
    >
      <form
        className={styles.form}
        onKeyDown={press}
        onSubmit={(event) => {
          event.preventDefault()
          explain()
        }}
      >
        <textarea
          className={styles.reply}
          rows={5}
          aria-label="Reply"
          placeholder="550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown"
          maxLength={MAX_REPLY}
          spellCheck={false}
          value={reply}
          onChange={(event) => setReply(event.target.value)}
        />
        <div className={styles.fields}>
          <Field label="Remote server" example="mx.example.com" value={remoteMta} onChange={setRemoteMta} />
          <Field label="Recipient" example="anna@example.com" value={recipient} onChange={setRecipient} />
          <Button type="submit" look="primary" disabled={!ready} title="Explain (Ctrl+Enter)" aria-busy={waiting}>
            Explain
          </Button>
        </div>
      </form>
      <div role="status">{failed !== null && <p className={styles.failed}>{failed}</p>}</div>
      {answer !== null && <Answer answer={answer} />}
    </Dialog>
  )
}

interface FieldProps {
  label: string
  example: string
  value: string
  onChange(value: string): void
}

function Field({ label, example, value, onChange }: FieldProps) {
  return (
    <label className={styles.field}>
      <span>
        {label}{' '}
        <span className={styles.soft} aria-hidden="true">
          (if known)
        </span>
      </span>
      <input
        className={styles.input}
        aria-label={label}
        placeholder={example}
        maxLength={MAX_FIELD}
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
