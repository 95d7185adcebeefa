/** Verdict, group and severity in shape, colour and word. */
import type { Group, Verdict } from '../../shared/bounce.ts'
import { groupLabel, verdictLabel } from '../../shared/knowledge/labels.ts'
import type { Severity } from '../../shared/overview.ts'
import {
  HardMark,
  Info,
  KeepMark,
  Pencil,
  RemoveMark,
  ReviewMark,
  SoftMark,
  TimeoutMark,
  Urgent,
  Warning,
  WatchMark,
} from './icons.tsx'
import styles from './Marks.module.css'

const VERDICT_MARKS: Record<Verdict, () => React.ReactNode> = {
  remove: RemoveMark,
  review: ReviewMark,
  watch: WatchMark,
  keep: KeepMark,
}
const SEVERITY_MARKS: Record<Severity, () => React.ReactNode> = { urgent: Urgent, warning: Warning, notice: Info }
export const SEVERITY_WORDS: Record<Severity, string> = {
  urgent: 'Urgent',
  warning: 'Act soon',
  notice: 'Good to know',
}
const GROUP_MARKS: Record<Group, () => React.ReactNode> = { hard: HardMark, soft: SoftMark, timeout: TimeoutMark }

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const Mark = VERDICT_MARKS[verdict]
  return (
    <span className={`${styles.mark} ${styles[verdict]}`}>
      <Mark />
    </span>
  )
}

export function VerdictWord({ verdict, own = false }: { verdict: Verdict; own?: boolean }) {
  return (
    <span className={`${styles.word} ${styles[verdict]}`}>
      <VerdictMark verdict={verdict} />
      {verdictLabel(verdict)}
      {own && (
        <span className={styles.own} title="Your own verdict">
          <Pencil />
          <span className="heard"> yours</span>
        </span>
      )}
    </span>
  )
}

export function GroupMark({ group }: { group: Group }) {
  const Mark = GROUP_MARKS[group]
  return (
    <span className={`${styles.mark} ${styles[group]}`}>
      <Mark />
    </span>
  )
}

export function GroupWord({ group }: { group: Group }) {
  return (
    <span className={styles.word}>
      <GroupMark group={group} />
      {groupLabel(group)}
    </span>
  )
}

export function SeverityMark({ severity }: { severity: Severity }) {
  const Mark = SEVERITY_MARKS[severity]
  return (
    <span className={`${styles.mark} ${styles[severity]}`}>
      <Mark />
    </span>
  )
}
