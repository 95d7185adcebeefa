/** What the files of an export are called. Pure. */
import type { ExportFormat, ExportList } from './api-words.ts'
import { FORMAT_INFO } from './knowledge/exportFormats/index.ts'

/**
 * `bounce-triage-remove-2026-11-24.txt`, `bounce-triage-send-again-…`; a service's list carries its name. The day is the
 * one on the person's own clock.
 */
export function exportFileName({ format, list }: { format: ExportFormat; list: ExportList }, now: Date): string {
  const { group, extension } = FORMAT_INFO[format]
  const parts = ['bounce-triage', list === 'resend' ? 'send-again' : group === 'file' ? null : 'remove']
  if (group !== 'list') parts.push(format)
  return `${parts.filter((part) => part !== null).join('-')}-${dayOf(now)}.${extension}`
}

/** `bounce-triage-unrecognised-2026-11-24.mbox`: a report on bounces of unknown form. */
export function reportFileName(now: Date): string {
  return `bounce-triage-unrecognised-${dayOf(now)}.mbox`
}

function dayOf(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The name of one part of a split list: `remove.csv` becomes `remove-1-of-3.csv`. Takes paths as well. */
export function partName(name: string, part: number, parts: number): string {
  if (parts === 1) return name
  const dot = name.lastIndexOf('.')
  const folder = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'))
  const end = dot > folder + 1 ? dot : name.length
  return `${name.slice(0, end)}-${part}-of-${parts}${name.slice(end)}`
}
