/** What goes into the list: from where, which list, which verdicts. */
import type { ListSizes } from '../../shared/api.ts'
import { VERDICTS } from '../../shared/bounce.ts'
import { verdictLabel } from '../../shared/knowledge/labels.ts'
import { countOf, formatCount } from '../lib/format.ts'
import { VerdictMark } from '../ui/Marks.tsx'
import styles from './Export.module.css'
import { Radio } from './Radio.tsx'
import { type ExportChoices, type Scope, toggleVerdict, withList } from './request.ts'

interface ChoicesProps {
  choices: ExportChoices
  choose(next: ExportChoices): void
  /** Rows that are selected. */
  selected: number
  filtered: boolean
  sizes: ListSizes | null
}

export function Choices({ choices, choose, selected, filtered, sizes }: ChoicesProps) {
  const scopes: { scope: Scope; label: string }[] = [{ scope: 'all', label: 'Everything' }]
  if (filtered) scopes.push({ scope: 'filter', label: 'What the filters show' })
  if (selected > 0) scopes.push({ scope: 'selection', label: `The selection (${countOf(selected, 'row')})` })
  const resend = choices.list === 'resend'
  return (
    <>
      {scopes.length > 1 && (
        <fieldset className={styles.field}>
          <legend>From</legend>
          {scopes.map(({ scope, label }) => (
            <Radio
              key={scope}
              name="scope"
              label={label}
              checked={choices.scope === scope}
              onChange={() => choose({ ...choices, scope })}
            />
          ))}
        </fieldset>
      )}
      <fieldset className={styles.field}>
        <legend>List</legend>
        <Radio
          name="list"
          label="Removal list"
          checked={!resend}
          onChange={() => choose(withList(choices, 'remove'))}
        />
        <fieldset className={styles.verdicts} disabled={resend} aria-label="Verdicts in the removal list">
          {VERDICTS.map((verdict) => (
            <label key={verdict} className={styles.option}>
              <input
                type="checkbox"
                checked={choices.verdicts.includes(verdict)}
                onChange={() => choose(toggleVerdict(choices, verdict))}
              />
              <VerdictMark verdict={verdict} />
              <span className={styles.optionLabel}>{verdictLabel(verdict)}</span>
              <span className={styles.number}>{sizes === null ? '' : formatCount(sizes.verdicts[verdict])}</span>
            </label>
          ))}
        </fieldset>
        <Radio
          name="list"
          label="Send again once fixed"
          hint="Bounced through your own fault or their server’s. Never suppress these."
          number={sizes === null ? '' : formatCount(sizes.resend)}
          checked={resend}
          onChange={() => choose(withList(choices, 'resend'))}
        />
      </fieldset>
    </>
  )
}
