/** Every import with its counts; each can be removed with what it brought, or all of them. */
import { useEffect, useRef, useState } from 'react'
import { accountingLine, leftOutLine } from '../../shared/accounting.ts'
import type { ImportInfo } from '../../shared/query.ts'
import { pathsLabel } from '../import/sentences.ts'
import { countOf, formatBytes, formatDateTime, formatShare } from '../lib/format.ts'
import { removeImport, startAfresh } from '../session/workspace.ts'
import { useImports, useUi } from '../state/stores.ts'
import { Button } from '../ui/Button.tsx'
import { Confirm } from './Confirm.tsx'
import styles from './Workspace.module.css'

const STATE_WORDS: Record<ImportInfo['state'], string> = {
  running: 'Being read',
  complete: 'Complete',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
  failed: 'Failed',
}

export function Imports() {
  const imports = useImports((state) => state.workspace?.imports ?? null)
  const busy = useImports((state) => state.running !== null)
  /** What is being asked about: the id of an import, or all of them. */
  const [asking, setAsking] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const count = imports?.length ?? 0

  // Who removed a row has lost the button that was pressed: the keyboard goes to what is left.
  const before = useRef(count)
  useEffect(() => {
    if (count < before.current) list.current?.focus()
    before.current = count
  }, [count])

  if (imports === null) return null
  return (
    <div className={styles.imports} ref={list} tabIndex={-1}>
      {count === 0 ? (
        <p className={styles.soft}>Nothing has been read yet.</p>
      ) : (
        <ul className={styles.list} aria-label="Imports">
          {imports.toReversed().map((info) => (
            <ImportRow
              key={info.id}
              info={info}
              busy={busy}
              asking={asking === info.id}
              onAsk={(asked) => setAsking(asked ? info.id : null)}
            />
          ))}
        </ul>
      )}
      {count > 0 && (
        <Afresh
          count={count}
          busy={busy}
          asking={asking === 'all'}
          onAsk={(asked) => setAsking(asked ? 'all' : null)}
        />
      )}
    </div>
  )
}

interface Asking {
  /** Another import is being read: nothing can be removed meanwhile. */
  busy: boolean
  asking: boolean
  onAsk(asked: boolean): void
}

/** The button comes back when the question is answered with no, and with it the keyboard. */
function useReturn(asking: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  const asked = useRef(false)
  useEffect(() => {
    if (!asking && asked.current) button.current?.focus()
    asked.current = asking
  }, [asking])
  return button
}

function ImportRow({ info, busy, asking, onAsk }: Asking & { info: ImportInfo }) {
  const button = useReturn(asking)
  const label = pathsLabel(info.paths)
  const left = leftOutLine(info.accounting)
  const unread = info.accounting.unread.length
  return (
    <li className={styles.import}>
      <div className={styles.importText}>
        <p className={styles.importName} title={info.paths.join('\n')}>
          <bdi>{label}</bdi>
        </p>
        <p className={styles.soft}>
          {formatDateTime(info.startedAt)} · {STATE_WORDS[info.state]}
          {info.state !== 'complete' &&
            info.totalBytes !== null &&
            ` after ${formatBytes(info.bytes)} of ${formatBytes(info.totalBytes)} (${formatShare(info.bytes, info.totalBytes)})`}
        </p>
        <p className={styles.soft}>
          {accountingLine(info.accounting)}
          {left !== '' && `; ${left}`}
        </p>
        {unread > 0 && (
          <button type="button" className={styles.link} onClick={() => useUi.setState({ dialog: 'unread' })}>
            {countOf(unread, 'place')} could not be read
          </button>
        )}
      </div>
      {asking ? (
        <Confirm label="Remove import" onConfirm={() => void removeImport(info.id)} onKeep={() => onAsk(false)}>
          Its records go, but for messages that another import has read too.
        </Confirm>
      ) : (
        <Button
          ref={button}
          disabled={busy}
          title={busy ? 'An import is being read. Wait for its end, or cancel it.' : undefined}
          aria-label={`Remove import ${label}`}
          onClick={() => onAsk(true)}
        >
          Remove…
        </Button>
      )}
    </li>
  )
}

function Afresh({ count, busy, asking, onAsk }: Asking & { count: number }) {
  const button = useReturn(asking)
  if (asking)
    return (
      <Confirm
        label="Start afresh"
        keepLabel="Keep them"
        onConfirm={() => void startAfresh()}
        onKeep={() => onAsk(false)}
      >
        {count === 1 ? 'The import goes' : `All ${count} imports go`} with every record. Your own verdicts, the policy
        and the never-remove list stay.
      </Confirm>
    )
  return (
    <div className={styles.foot}>
      <Button ref={button} disabled={busy} onClick={() => onAsk(true)}>
        Start afresh…
      </Button>
      <p className={styles.soft}>
        {busy
          ? 'An import is being read: nothing can be removed until it ends or is cancelled.'
          : 'Takes out all imports. Your own verdicts, the policy and the never-remove list stay.'}
      </p>
    </div>
  )
}
