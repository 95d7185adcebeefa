/** What is to be exported, as the dialog's choices make it. Pure. */
import type { ExportRequest } from '../../shared/api.ts'
import type { ExportFormat, ExportList } from '../../shared/api-words.ts'
import { VERDICTS, type Verdict } from '../../shared/bounce.ts'
import { carriesResend, FORMAT_INFO } from '../../shared/knowledge/exportFormats/index.ts'
import { type Condition, toFilter } from '../state/query.ts'
import type { Selection } from '../state/selection.ts'

export type Scope = 'all' | 'filter' | 'selection'

export interface ExportChoices {
  scope: Scope
  list: ExportList
  verdicts: readonly Verdict[]
  format: ExportFormat
  lineEnd: 'lf' | 'crlf'
}

/** The removal list, what nearly everyone comes for: of the rows that were selected, or of everything. */
export function firstChoices(selected: number, format: ExportFormat = 'plain'): ExportChoices {
  const { lineEnd } = FORMAT_INFO[format]
  return { scope: selected > 0 ? 'selection' : 'all', list: 'remove', verdicts: ['remove'], format, lineEnd }
}

export function toggleVerdict(choices: ExportChoices, verdict: Verdict): ExportChoices {
  const chosen = new Set(choices.verdicts)
  if (!chosen.delete(verdict)) chosen.add(verdict)
  return { ...choices, verdicts: VERDICTS.filter((one) => chosen.has(one)) }
}

/** Addresses that are to be written to again never go to where mail to them would be stopped. */
export function withList(choices: ExportChoices, list: ExportList): ExportChoices {
  const next = { ...choices, list }
  return list === 'resend' && !carriesResend(choices.format) ? withFormat(next, 'plain') : next
}

/** A format brings the line end that its readers expect; it can still be changed. */
export function withFormat(choices: ExportChoices, format: ExportFormat): ExportChoices {
  return { ...choices, format, lineEnd: FORMAT_INFO[format].lineEnd }
}

export function toRequest(
  choices: ExportChoices,
  conditions: readonly Condition[],
  selection: Selection,
): ExportRequest {
  const { list, verdicts, format, lineEnd } = choices
  return {
    format,
    list,
    verdicts: list === 'remove' ? [...verdicts] : [],
    lineEnd,
    ...within(choices, conditions, selection),
  }
}

function within(
  { scope }: ExportChoices,
  conditions: readonly Condition[],
  selection: Selection,
): Pick<ExportRequest, 'filter' | 'selection'> {
  if (scope === 'all') return { filter: null, selection: null }
  if (scope === 'filter') return { filter: toFilter(conditions), selection: null }
  if (selection.is === 'some') return { filter: null, selection: { is: 'only', ids: [...selection.rows.keys()] } }
  const ids = [...selection.except.keys()]
  return { filter: toFilter(conditions), selection: ids.length > 0 ? { is: 'except', ids } : null }
}
