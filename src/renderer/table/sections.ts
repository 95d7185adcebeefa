/** The sections of the table in words. */
import type { Group } from '../../shared/bounce.ts'
import type { Section } from '../../shared/query.ts'

export const SECTION_WORDS: Record<Section, { label: string; hint: string }> = {
  hard: { label: 'Hard', hint: 'Refused for good' },
  soft: { label: 'Soft', hint: 'Refused for now' },
  timeout: { label: 'Timeout', hint: 'No answer' },
  delayed: { label: 'Delayed', hint: 'Still being tried, nothing to do yet' },
  complaint: { label: 'Complaints', hint: 'Marked as spam by the reader' },
  'not-bounce': { label: 'Not bounces', hint: 'Automatic replies, receipts, ordinary mail' },
}

/** The section's group, for its mark. */
export function groupOf(section: Section): Group | null {
  return section === 'hard' || section === 'soft' || section === 'timeout' ? section : null
}
