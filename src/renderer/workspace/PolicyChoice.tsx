/** How strictly the rules judge, and what the strict way costs: asked before it is chosen. */
import { useState } from 'react'
import { POLICIES, type Policy } from '../../shared/api-words.ts'
import { costSentence } from '../../shared/strictCost.ts'
import { setPolicy } from '../session/workspace.ts'
import { useImports } from '../state/stores.ts'
import { Button } from '../ui/Button.tsx'
import { useStrictCost } from './useStrictCost.ts'
import styles from './Workspace.module.css'

const WORDS: Record<Policy, { label: string; text: string }> = {
  careful: {
    label: 'Careful (advised)',
    text: 'Removes an address only when the reply is about the address itself: no such mailbox, no such domain, mailbox closed. Refusals that are about you, your server or your message leave the address alone.',
  },
  strict: {
    label: 'Strict',
    text: 'Removes every address with a hard bounce, as simple guides advise. Many of these addresses are fine and bounced through a fault of yours: you lose their readers.',
  },
}

export function PolicyChoice() {
  const policy = useImports((state) => state.workspace?.policy ?? null)
  const cost = useStrictCost()
  const [asking, setAsking] = useState(false)

  function choose(one: Policy): void {
    // As long as nobody knows what it costs, it is asked too.
    if (one === 'strict' && cost?.addresses !== 0) setAsking(true)
    else change(one)
  }

  function change(one: Policy): void {
    setAsking(false)
    if (one !== policy) void setPolicy(one)
  }

  return (
    <fieldset className={styles.policies}>
      <legend className="heard">Policy</legend>
      {POLICIES.map((one) => (
        <div key={one}>
          <label className={styles.policy}>
            <input
              type="radio"
              name="policy"
              checked={asking ? one === 'strict' : policy === one}
              aria-label={WORDS[one].label}
              onChange={() => choose(one)}
            />
            <span>
              <strong>{WORDS[one].label}</strong>
              <span className={styles.soft}>{WORDS[one].text}</span>
            </span>
          </label>
          {one === 'strict' && cost !== null && cost.addresses > 0 && (
            <p className={styles.cost} data-asking={asking}>
              {costSentence(cost, policy === 'strict' ? 'Removes' : 'Would remove')}
            </p>
          )}
        </div>
      ))}
      {asking && (
        <div className={styles.confirmStrict} role="status">
          <span>Judge every address the strict way?</span>
          <Button look="danger" onClick={() => change('strict')}>
            Switch to strict
          </Button>
          <Button onClick={() => setAsking(false)}>Stay careful</Button>
        </div>
      )}
    </fieldset>
  )
}
