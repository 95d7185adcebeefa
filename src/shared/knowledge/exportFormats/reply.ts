/** The reply of a report as one short line, for the column in which services keep a reason. Pure. */
import type { ExportEntry } from './types.ts'

/** Characters of a reason: services cut longer ones, and some refuse them. */
const MAX_REASON = 250

const COMPLAINT = 'Reported as spam by the recipient'
const NO_REPLY = 'Not delivered'

/** `550 5.1.1 user unknown`; what stands for it where there was no reply. */
export function reasonOf({ complaint, diagnostic, replyCode, enhancedCode }: ExportEntry): string {
  if (complaint) return COMPLAINT
  const said = oneLine(diagnostic ?? '')
  if (said !== '') return said
  return [replyCode, enhancedCode, NO_REPLY].filter((part) => part !== null).join(' ')
}

/** The same without the reply code in front, for formats that have a column of its own for it. */
export function textOf(entry: ExportEntry): string {
  const { replyCode } = entry
  const reason = reasonOf(entry)
  return replyCode !== null && reason.startsWith(replyCode) ? reason.slice(3).replace(/^[\s-]+/, '') : reason
}

/** Line breaks and control characters become single blanks; what is too long ends with an ellipsis. */
function oneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
  const characters = [...line.slice(0, MAX_REASON * 2)]
  return characters.length > MAX_REASON ? `${characters.slice(0, MAX_REASON - 1).join('')}…` : line
}
