/** Joining what several detectors state about one recipient. */
import { sameAddress } from './statement.ts'
import type { Statement } from './types.ts'

/** Fields that a later statement may fill where an earlier one is silent. */
const FILLED = [
  'replyCode',
  'enhancedCode',
  'diagnostic',
  'remoteMta',
  'reportingMta',
  'stage',
  'originalRecipient',
] as const

function fill(into: Statement, from: Statement): void {
  for (const field of FILLED) {
    if (into[field] !== null || from[field] === null) continue
    if (field === 'originalRecipient' && sameAddress(from.originalRecipient, into.recipient)) continue
    Object.assign(into, { [field]: from[field] })
  }
  // A status that only names its class gives way to the code that the text quotes, if that is of the same class.
  if (from.enhancedCode !== null && isBareClass(into.enhancedCode) && from.enhancedCode[0] === into.enhancedCode?.[0]) {
    into.enhancedCode = from.enhancedCode
  }
}

function isBareClass(code: string | null): boolean {
  return code !== null && /^[245]\.0\.0$/.test(code)
}

/** About the same recipient: named by either of its addresses. */
function about(a: Statement, b: Statement): boolean {
  return (
    sameAddress(a.recipient, b.recipient) ||
    sameAddress(a.originalRecipient, b.recipient) ||
    sameAddress(a.recipient, b.originalRecipient)
  )
}

/** One statement for each recipient and kind, in order of first mention; the first one's fields stand. */
export function mergeStatements(statements: readonly Statement[]): Statement[] {
  const merged = new Map<string, Statement>()
  for (const statement of statements) {
    const key = `${statement.kind} ${statement.recipient?.toLowerCase() ?? ''}`
    const same = merged.get(key)
    if (same) fill(same, statement)
    else merged.set(key, { ...statement })
  }
  return [...merged.values()]
}

/**
 * What a text says beside a structured report: it fills what the report leaves open for the same recipient, names a
 * recipient that the report hides where there is exactly one of each, and adds nobody.
 */
export function enrich(structured: readonly Statement[], texts: readonly Statement[]): Statement[] {
  const out = structured.map((statement) => ({ ...statement }))
  for (const text of texts) {
    const same = out.find((statement) => about(statement, text))
    if (same) fill(same, text)
  }
  const only = out[0]
  const named = texts[0]
  if (out.length === 1 && only?.recipient === null && texts.length === 1 && named && named.recipient !== null) {
    fill(only, named)
    only.recipient = named.recipient
    only.remark = null
  }
  return out
}
