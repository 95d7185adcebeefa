/** The timeline in figures, latest first: what stands behind the drawing. */
import { GROUPS } from '../../shared/bounce.ts'
import { groupLabel } from '../../shared/knowledge/labels.ts'
import { formatCount } from '../lib/format.ts'
import { GroupMark } from '../ui/Marks.tsx'
import { type Bucket, bucketLabel, type Timeline } from './buckets.ts'
import styles from './Charts.module.css'

const HEADS: Record<Timeline['unit'], string> = { day: 'Day', week: 'Week', month: 'Month', year: 'Year' }

interface TimelineTableProps {
  title: string
  timeline: Timeline
  chosen: { first: number; last: number } | null
  onChoose(first: Bucket, last: Bucket): void
}

export function TimelineTable({ title, timeline, chosen, onChoose }: TimelineTableProps) {
  const { buckets, unit } = timeline
  const rows = buckets.map((bucket, index) => ({ bucket, index })).filter(({ bucket }) => bucket.total > 0)
  return (
    <div className={styles.scroll}>
      <table className={styles.figures}>
        <caption className="heard">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{HEADS[unit]}</th>
            {GROUPS.map((group) => (
              <th key={group} scope="col">
                <span className={styles.legend}>
                  <GroupMark group={group} />
                  {groupLabel(group)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map(({ bucket, index }) => (
            <tr key={bucket.from}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.day}
                  aria-pressed={chosen !== null && index >= chosen.first && index <= chosen.last}
                  onClick={() => onChoose(bucket, bucket)}
                >
                  {bucketLabel(bucket, unit)}
                </button>
              </th>
              {GROUPS.map((group) => (
                <td key={group}>{formatCount(bucket[group])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
