/** Selected rows as text for the clipboard. */
import type { Row } from '../../shared/query.ts'

export type CopyFormat = 'tsv' | 'csv'

const COLUMNS: { head: string; value(row: Row): string | null }[] = [
  { head: 'recipient', value: (row) => row.recipient },
  { head: 'verdict', value: (row) => row.addressVerdict },
  { head: 'cause', value: (row) => row.cause },
  { head: 'reply code', value: (row) => row.replyCode },
  { head: 'enhanced code', value: (row) => row.enhancedCode },
  { head: 'provider', value: (row) => row.provider },
  { head: 'reported', value: (row) => row.reportedAt },
  { head: 'diagnostic', value: (row) => row.diagnostic },
]

/** Each address once, one a line. */
export function addressList(rows: readonly Row[]): { text: string; count: number } {
  const seen = new Map<string, string>()
  for (const { address, recipient } of rows) {
    if (address !== null && recipient !== null && !seen.has(address)) seen.set(address, recipient)
  }
  return { text: [...seen.values()].join('\n'), count: seen.size }
}

/** A head line and a line a row; cells that a spreadsheet would run as formulas are defused with an apostrophe. */
export function tableText(rows: readonly Row[], format: CopyFormat): string {
  const lines = rows.map((row) => COLUMNS.map((column) => defuse(column.value(row) ?? '')))
  const all = [COLUMNS.map((column) => column.head), ...lines]
  return format === 'tsv' ? all.map(tsvLine).join('\n') : all.map(csvLine).join('\r\n')
}

/** The first characters that spreadsheets take for a formula. */
function defuse(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function tsvLine(cells: string[]): string {
  return cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t')
}

/** RFC 4180. */
function csvLine(cells: string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}
