/** Counts by group as a sentence. Pure. */
import { GROUPS, type Group } from '../../shared/bounce.ts'
import { groupLabel } from '../../shared/knowledge/labels.ts'
import { countOf, formatCount } from '../lib/format.ts'

/** `12 bounces: 10 hard, 2 soft`; `no bounces`. */
export function groupsSentence(counts: Record<Group, number> & { total: number }): string {
  if (counts.total === 0) return 'no bounces'
  const parts = GROUPS.filter((group) => counts[group] > 0).map(
    (group) => `${formatCount(counts[group])} ${groupLabel(group).toLowerCase()}`,
  )
  return `${countOf(counts.total, 'bounce')}: ${parts.join(', ')}`
}
