/** How strictly the rules judge, and what the strict way costs. */
import { POLICIES, type Policy } from '../../shared/api-words.ts'
import { setPolicy } from '../session/workspace.ts'
import { useImports } from '../state/stores.ts'
import styles from './Workspace.module.css'

const WORDS: Record<Policy, { label: string; text: string }> = {
  careful: {
    label: 'Careful (advised)',
    text: 'Removes an address only when the reply is about the address itself: no such mailbox, no such domain, mailbox closed. Refusals that are about you, your server or your message leave the address alone.',
  },
  strict: {
    label: 'Strict',
    text: 'Removes every address with a hard bounce, as simple guides advise. Among them are many whose mailboxes are fine and that bounced through a fault of yours; you lose those readers.',
  },
}

export function PolicyChoice() {
  const policy = useImports((state) => state.workspace?.policy ?? null)
  return (
    <fieldset className={styles.policies}>
      <legend className="heard">Policy</legend>
      {POLICIES.map((one) => (
        <label key={one} className={styles.policy}>
          <input
            type="radio"
            name="policy"
            checked={policy === one}
            aria-label={WORDS[one].label}
            onChange={() => void setPolicy(one)}
          />
          <span>
            <strong>{WORDS[one].label}</strong>
            <span className={styles.soft}>{WORDS[one].text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
