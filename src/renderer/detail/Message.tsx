/** The message as text, and only ever as text: the evidence marked, searched with next and previous. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { BounceRecord } from '../../shared/bounce.ts'
import { cut, findAll, findExcerpt } from '../lib/excerpt.ts'
import { formatBytes, formatCount } from '../lib/format.ts'
import { useRecord } from '../state/stores.ts'
import { IconButton } from '../ui/Button.tsx'
import { ArrowDown, ArrowUp } from '../ui/icons.tsx'
import styles from './Message.module.css'

export function Message({ record }: { record: BounceRecord }) {
  const { source, sourceFailed } = useRecord()
  const [wanted, setWanted] = useState('')
  const [active, setActive] = useState(0)
  const view = useRef<HTMLElement>(null)
  const text = source?.text ?? ''
  const { rule } = record.evidence
  const evidence = useMemo(() => findExcerpt(text, record.evidence.excerpt), [text, record])
  const hits = useMemo(() => findAll(text, wanted), [text, wanted])
  const pieces = useMemo(() => cut(text, evidence, hits, active), [text, evidence, hits, active])

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the marks change, the one that counts comes into view
  useEffect(() => show(wanted === '' ? 'evidence' : 'active'), [pieces])

  function show(kind: 'evidence' | 'active'): void {
    view.current?.querySelector(`[data-kind=${kind}]`)?.scrollIntoView({ block: 'center' })
  }

  function step(by: number): void {
    if (hits.length > 0) setActive((active + by + hits.length) % hits.length)
  }

  if (sourceFailed !== null) return <p className={styles.failed}>{sourceFailed}</p>
  return (
    <div className={styles.message}>
      <div className={styles.bar}>
        <input
          id="find"
          type="search"
          className={styles.find}
          value={wanted}
          placeholder="Find in the message"
          aria-label="Find in the message"
          spellCheck={false}
          onChange={(event) => {
            setWanted(event.target.value)
            setActive(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
            else if (event.key === 'Escape' && wanted !== '') {
              event.stopPropagation()
              setWanted('')
            }
          }}
        />
        <span className={styles.count} aria-live="polite">
          {wanted.trim().length > 1 &&
            (hits.length === 0 ? 'Not found' : `${formatCount(active + 1)} of ${formatCount(hits.length)}`)}
        </span>
        <IconButton label="Previous hit" disabled={hits.length === 0} onClick={() => step(-1)}>
          <ArrowUp />
        </IconButton>
        <IconButton label="Next hit" disabled={hits.length === 0} onClick={() => step(1)}>
          <ArrowDown />
        </IconButton>
      </div>
      {source !== null && (
        <p className={styles.note}>
          {evidence === null ? (
            <>
              Rule <code>{rule}</code> read its words in a part that is encoded: they cannot be marked here.
            </>
          ) : (
            <>
              Marked: what rule <code>{rule}</code> read.{' '}
              <button type="button" className={styles.link} onClick={() => show('evidence')}>
                Show it
              </button>
            </>
          )}
        </p>
      )}
      {source?.truncated && (
        <p className={styles.note}>Only the beginning is held; the whole message has {formatBytes(source.size)}.</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section ref={view} className={styles.view} tabIndex={0} aria-label="Message as text" aria-busy={source === null}>
        <pre className={styles.text}>
          {pieces.map((piece, index) =>
            piece.kind === 'plain' ? (
              piece.text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
              <mark key={index} data-kind={piece.kind}>
                {piece.text}
              </mark>
            ),
          )}
        </pre>
      </section>
    </div>
  )
}
