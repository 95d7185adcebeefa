/** The fields people filter by, in the order of the pane, and their values in words. */
import type { Cause, Fault, Group, Kind, Verdict } from '../../shared/bounce.ts'
import {
  causeLabel,
  faultLabel,
  groupLabel,
  kindLabel,
  providerLabel,
  providerName,
  verdictLabel,
} from '../../shared/knowledge/labels.ts'
import { type FacetField, NONE } from '../../shared/query.ts'
import { formatDay, formatDays } from '../lib/format.ts'
import type { Condition } from '../state/query.ts'

export interface FieldSpec {
  field: FacetField
  label: string
  hint: string
  /** Shown when the window opens first. */
  open: boolean
}

export const FIELDS: readonly FieldSpec[] = [
  { field: 'addressVerdict', label: 'Verdict', hint: 'What to do with the address', open: true },
  { field: 'cause', label: 'Cause', hint: 'What happened', open: true },
  { field: 'provider', label: 'Provider', hint: 'Who runs the mailbox', open: true },
  {
    field: 'group',
    label: 'Group',
    hint: 'Hard: refused for good. Soft: refused for now. Timeout: no answer',
    open: true,
  },
  {
    field: 'fault',
    label: 'Who can mend it',
    hint: 'The address itself, its owner, you, the network, their server',
    open: false,
  },
  { field: 'replyCode', label: 'Reply code', hint: 'Three digits: 5xx refused for good, 4xx for now', open: false },
  { field: 'enhancedCode', label: 'Enhanced code', hint: 'A finer reason in three numbers', open: false },
  { field: 'domain', label: 'Domain', hint: 'What stands behind the @', open: false },
  { field: 'kind', label: 'Kind', hint: 'Bounce, delay, complaint, automatic reply and so on', open: false },
  { field: 'file', label: 'File', hint: 'Where the message lies', open: false },
]

/** What a field is called on a chip; the pane's label. */
export function fieldLabel(field: FacetField): string {
  return FIELDS.find((one) => one.field === field)?.label ?? field
}

/** Fields that only bounces have: without a value it is none. */
const NONE_LABELS: Partial<Record<FacetField, string>> = {
  cause: 'Not a bounce',
  addressVerdict: 'No verdict',
  group: 'Not a bounce',
  fault: 'Nobody, not a bounce',
}

/** A value as people read it. */
export function valueLabel(field: FacetField, value: string): string {
  if (value === NONE) return NONE_LABELS[field] ?? 'Not stated'
  switch (field) {
    case 'provider':
      return providerLabel(value)
    case 'cause':
      return causeLabel(value as Cause)
    case 'fault':
      return faultLabel(value as Fault)
    case 'addressVerdict':
      return verdictLabel(value as Verdict)
    case 'group':
      return groupLabel(value as Group)
    case 'kind':
      return kindLabel(value as Kind)
    default:
      return value
  }
}

/** The same where there is little room: a provider by its short name, as the table and the charts have it. */
export function shortValueLabel(field: FacetField, value: string): string {
  return field === 'provider' && value !== NONE ? providerName(value) : valueLabel(field, value)
}

/** A condition in words. */
export function conditionLabel(condition: Condition, locale?: string, label = valueLabel): string {
  switch (condition.is) {
    case 'value':
      return `${fieldLabel(condition.field)}${condition.exclude ? ' is not' : ''}: ${label(condition.field, condition.value)}`
    case 'text':
      return `Search: “${condition.text.trim()}”`
    case 'address':
      return `Address: ${condition.address}`
    case 'unrecognised':
      return 'Bounces not recognised'
    case 'dates':
      return `Reported${daysLabel(condition, locale)}`
  }
}

/** The same as its chip shows it, where several share a line. */
export function chipLabel(condition: Condition): string {
  return conditionLabel(condition, undefined, shortValueLabel)
}

/** `: 2–8 Nov 2026`, `: 2 Nov 2026`, ` since 2 Nov 2026`, ` until 8 Nov 2026`. */
function daysLabel({ from, to }: Extract<Condition, { is: 'dates' }>, locale?: string): string {
  if (from !== null && to !== null) return `: ${formatDays(from, to, locale)}`
  return from === null ? ` until ${formatDay(to ?? '', locale)}` : ` since ${formatDay(from, locale)}`
}
