/** Who it is about and what is to be done: the address, the verdict, and the person's own say in it. */
import { VERDICTS, type Verdict } from '../../shared/bounce.ts'
import { groupLabel, kindLabel, verdictLabel } from '../../shared/knowledge/labels.ts'
import type { RecordDetail } from '../../shared/query.ts'
import { copyText } from '../session/copy.ts'
import { giveVerdict } from '../session/verdicts.ts'
import type { OwnVerdict } from '../state/history.ts'
import { IconButton } from '../ui/Button.tsx'
import { Copy } from '../ui/icons.tsx'
import { GroupMark, VerdictMark } from '../ui/Marks.tsx'
import styles from './Record.module.css'

export function RecordHead({ detail }: { detail: RecordDetail }) {
  const { record, address, overridden } = detail
  const { recipient, addressVerdict, group, kind } = record
  const own: OwnVerdict = overridden ? addressVerdict : null

  function give(verdict: OwnVerdict): void {
    if (address !== null) void giveVerdict(new Map([[address, own]]), verdict)
  }

  return (
    <header className={styles.head}>
      <p className={styles.kind}>
        {group !== null && <GroupMark group={group} />}
        {group === null ? kindLabel(kind) : `${groupLabel(group)} ${kindLabel(kind).toLowerCase()}`}
      </p>
      <h2 className={styles.address}>
        {recipient === null ? 'Recipient not named' : <bdi>{recipient}</bdi>}
        {recipient !== null && (
          <IconButton
            label="Copy address"
            className={styles.copy}
            onClick={() => void copyText(recipient, 'Address copied.')}
          >
            <Copy />
          </IconButton>
        )}
      </h2>
      {addressVerdict !== null && address !== null && (
        <fieldset className={styles.verdicts} aria-label="Verdict for this address">
          {VERDICTS.map((verdict) => (
            <VerdictButton
              key={verdict}
              verdict={verdict}
              chosen={verdict === addressVerdict}
              onChoose={() => give(verdict)}
            />
          ))}
        </fieldset>
      )}
      {overridden && (
        <p className={styles.own}>
          This verdict is yours.{' '}
          <button type="button" className={styles.link} onClick={() => give(null)}>
            Back to the rules’ verdict
          </button>
        </p>
      )}
    </header>
  )
}

interface VerdictButtonProps {
  verdict: Verdict
  chosen: boolean
  onChoose(): void
}

function VerdictButton({ verdict, chosen, onChoose }: VerdictButtonProps) {
  return (
    <button type="button" className={styles.verdict} data-verdict={verdict} aria-pressed={chosen} onClick={onChoose}>
      <VerdictMark verdict={verdict} />
      {verdictLabel(verdict)}
    </button>
  )
}
