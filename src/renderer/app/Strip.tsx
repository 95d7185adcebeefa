/** The numbers that matter: how many bounced for good, for now, without an answer; and what to do with how many. */
import { lazy, Suspense } from 'react'
import { GROUPS, type Group, VERDICTS, type Verdict } from '../../shared/bounce.ts'
import { groupLabel, verdictLabel } from '../../shared/knowledge/labels.ts'
import type { FacetField, Summary } from '../../shared/query.ts'
import { useCommand } from '../commands/useCommand.ts'
import { formatCount, formatShare } from '../lib/format.ts'
import { changeConditions } from '../session/query.ts'
import { stanceOf, toggleValue } from '../state/query.ts'
import { useQuery, useResult, useUi } from '../state/stores.ts'
import { SECTION_WORDS } from '../table/sections.ts'
import { IconButton } from '../ui/Button.tsx'
import { ChartsIcon } from '../ui/icons.tsx'
import { GroupMark, VerdictMark } from '../ui/Marks.tsx'
import styles from './Strip.module.css'
import { WorstFinding } from './WorstFinding.tsx'

const VERDICT_HINTS: Record<Verdict, string> = {
  remove: 'Dead addresses: take them off your list',
  review: 'Decide for yourself',
  watch: 'Keep for now; removed if it goes on',
  keep: 'These addresses are fine; something else has to be fixed',
}

/** Drawing needs a library: loaded apart, so that the first rows do not wait for it. */
const Charts = lazy(() => import('../overview/Charts.tsx'))

export function Strip() {
  const open = useUi((state) => state.charts)
  const byGroup = useResult((result) => result.byGroup)
  const byVerdict = useResult((result) => result.byVerdict)
  const bounces = GROUPS.reduce((sum, group) => sum + (recordsOf(byGroup, group) ?? 0), 0)
  return (
    <section aria-label="Overview">
      <div className={styles.strip} data-charts={open}>
        <fieldset className={styles.side} aria-label="Bounces by group">
          {GROUPS.map((group) => (
            <GroupNumber key={group} group={group} records={recordsOf(byGroup, group)} bounces={bounces} />
          ))}
        </fieldset>
        <WorstFinding />
        <fieldset className={styles.side} aria-label="Addresses by verdict">
          {VERDICTS.map((verdict) => (
            <VerdictNumber key={verdict} verdict={verdict} addresses={byVerdict?.addressVerdicts[verdict] ?? null} />
          ))}
          <span className={styles.unit}>addresses</span>
          <ChartsToggle />
        </fieldset>
      </div>
      {open && (
        <Suspense fallback={<div className={styles.waiting} />}>
          <Charts />
        </Suspense>
      )}
    </section>
  )
}

function ChartsToggle() {
  const open = useUi((state) => state.charts)
  const { label, shortcut, run } = useCommand('view.charts')
  return (
    <IconButton
      label={label}
      title={shortcut === null ? label : `${label} (${shortcut})`}
      aria-expanded={open}
      aria-controls="charts"
      className={styles.toggle}
      onClick={run}
    >
      <ChartsIcon />
    </IconButton>
  )
}

/** Null while it is not known: a nought would be a lie. */
function recordsOf(summary: Summary | null, group: Group): number | null {
  if (summary === null) return null
  return summary.sections.find((one) => one.section === group)?.records ?? 0
}

function countOrDash(count: number | null): string {
  return count === null ? '–' : formatCount(count)
}

function useToggle(field: FacetField, value: string): { pressed: boolean; toggle(): void } {
  const pressed = useQuery((query) => stanceOf(query.conditions, field, value) === 'include')
  return { pressed, toggle: () => changeConditions((now) => toggleValue(now, field, value, false)) }
}

function GroupNumber({ group, records, bounces }: { group: Group; records: number | null; bounces: number }) {
  const { pressed, toggle } = useToggle('group', group)
  return (
    <button
      type="button"
      className={styles.number}
      aria-pressed={pressed}
      title={SECTION_WORDS[group].hint}
      onClick={toggle}
    >
      <GroupMark group={group} />
      <span>{groupLabel(group)}</span>
      <strong className={styles.big}>{countOrDash(records)}</strong>
      {records !== null && <span className={styles.share}>{formatShare(records, bounces)}</span>}
    </button>
  )
}

function VerdictNumber({ verdict, addresses }: { verdict: Verdict; addresses: number | null }) {
  const { pressed, toggle } = useToggle('addressVerdict', verdict)
  return (
    <button
      type="button"
      className={styles.number}
      aria-pressed={pressed}
      title={VERDICT_HINTS[verdict]}
      onClick={toggle}
    >
      <VerdictMark verdict={verdict} />
      <span>{verdictLabel(verdict)}</span>
      <strong>{countOrDash(addresses)}</strong>
    </button>
  )
}
