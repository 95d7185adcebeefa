/** What is to be exported, as the dialog's choices make it. Pure. */
import type { ExportFormat, ExportRequest } from '../../shared/api.ts'
import { VERDICTS, type Verdict } from '../../shared/bounce.ts'
import { type Condition, toFilter } from '../state/query.ts'

export type Scope = 'all' | 'filter'

export interface ExportChoices {
  scope: Scope
  verdicts: readonly Verdict[]
  format: ExportFormat
  lineEnd: 'lf' | 'crlf'
}

/** The removal list: what nearly everyone comes for. */
export const FIRST_CHOICES: ExportChoices = { scope: 'all', verdicts: ['remove'], format: 'plain', lineEnd: 'lf' }

export const FORMAT_WORDS: Record<ExportFormat, { label: string; hint: string; lineEnd: 'lf' | 'crlf' }> = {
  plain: { label: 'Plain list', hint: 'One address a line. Every mail system can import it.', lineEnd: 'lf' },
  audit: {
    label: 'Audit CSV',
    hint: 'Every record with code, cause, verdict and evidence, for spreadsheets.',
    lineEnd: 'crlf',
  },
}

export function toggleVerdict(choices: ExportChoices, verdict: Verdict): ExportChoices {
  const chosen = new Set(choices.verdicts)
  if (!chosen.delete(verdict)) chosen.add(verdict)
  return { ...choices, verdicts: VERDICTS.filter((one) => chosen.has(one)) }
}

/** A format brings the line end that its readers expect; it can still be changed. */
export function withFormat(choices: ExportChoices, format: ExportFormat): ExportChoices {
  return { ...choices, format, lineEnd: FORMAT_WORDS[format].lineEnd }
}

export function toRequest(choices: ExportChoices, conditions: readonly Condition[]): ExportRequest {
  const { scope, verdicts, format, lineEnd } = choices
  return { format, verdicts: [...verdicts], filter: scope === 'filter' ? toFilter(conditions) : null, lineEnd }
}
