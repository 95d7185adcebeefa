/** Verdict and group in shape, colour and word. */
import type { Group, Verdict } from '../../shared/bounce.ts'
import { groupLabel, verdictLabel } from '../../shared/knowledge/labels.ts'
import { HardMark, KeepMark, RemoveMark, ReviewMark, SoftMark, TimeoutMark, WatchMark } from './icons.tsx'
import styles from './Marks.module.css'

const VERDICT_MARKS: Record<Verdict, () => React.ReactNode> = {
  remove: RemoveMark,
  review: ReviewMark,
  watch: WatchMark,
  keep: KeepMark,
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
      {own && <span className={styles.own}>yours</span>}
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
