/** What to do about a failure, how to check it, and where it is written: the same for a record and for a pasted reply. */
import type { FullExplanation } from '../../shared/knowledge/explain.ts'
import { copyText } from '../session/copy.ts'
import { IconButton } from '../ui/Button.tsx'
import { Copy } from '../ui/icons.tsx'
import styles from './Record.module.css'

export function WhatToDo({ fix, explanation }: { fix: string | null; explanation: FullExplanation }) {
  const { steps, sendAgain, checks } = explanation
  return (
    <>
      <section className={styles.section} aria-label="What to do">
        <h3>What to do</h3>
        {fix !== null && <p className={styles.fix}>{fix}</p>}
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          <span className={styles.soft}>Send again: </span>
          {sendAgain}
        </p>
      </section>
      {checks.length > 0 && (
        <section className={styles.section}>
          <h3>How to check</h3>
          {checks.map(({ label, command }) => (
            <div key={command} className={styles.check}>
              <p>{label}</p>
              <div className={styles.command}>
                <code>{command}</code>
                <IconButton label={`Copy command ${command}`} onClick={() => void copyText(command, 'Command copied.')}>
                  <Copy />
                </IconButton>
              </div>
            </div>
          ))}
        </section>
      )}
    </>
  )
}

export function ReadMore({ explanation }: { explanation: FullExplanation }) {
  if (explanation.documentation.length === 0) return null
  return (
    <section className={styles.section}>
      <h3>Read more</h3>
      <ul>
        {explanation.documentation.map(({ label, address }) => (
          <li key={`${label} ${address}`}>
            {label} <span className={styles.reference}>{address}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
