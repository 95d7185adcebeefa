import { accountingLine, leftOutLine } from '../../../shared/accounting.ts'
import type { Accounting, Kind, Verdict } from '../../../shared/bounce.ts'
import { VERDICTS } from '../../../shared/bounce.ts'
import { CAUSE_INFO, causeLabel, verdictLabel } from '../../../shared/knowledge/index.ts'
import { EMPTY_FILTER } from '../../../shared/query.ts'
import { countOf } from '../../../shared/words.ts'
import { findingsOf } from '../../classify/overview.ts'
import type { Store } from '../../store/index.ts'
import type { Printer } from './index.ts'

/** What a terminal prints is read by scripts too: alike on every machine. */
const LOCALE = 'en'

/** Unrecognised bounces that are listed; all are counted, and a report holds them. */
const MAX_LISTED = 10

/** Kinds that are shown by cause. */
const JUDGED: string[] = ['bounce', 'delay'] satisfies Kind[]

/** What a person reads: what stands out, the causes with their counts and fixes, the addresses by verdict, then the accounting line. */
export const printTable: Printer = async (store, accounting, out) => {
  const filter = { ...EMPTY_FILTER, include: { kind: JUDGED } }
  const { cause: causes } = await store.facets(filter)
  const { addressVerdicts } = await store.counts()
  const lines: string[] = []
  const findings = findingsOf(await store.overviewCounts())
  if (findings.length) lines.push('What stands out', '')
  for (const { severity, title, action } of findings)
    lines.push(`${severity.padStart(7)}  ${title}`, `         ${action}`)
  if (causes.length) lines.push('', 'Bounces and delays by cause', '')
  for (const { value, records } of causes) {
    if (!(value in CAUSE_INFO)) continue
    const cause = value as keyof typeof CAUSE_INFO
    lines.push(`${count(records, 7)}  ${causeLabel(cause)}`, `         ${CAUSE_INFO[cause].fix}`)
  }
  if (accounting.unrecognised) lines.push('', ...(await unrecognisedLines(store, accounting.unrecognised)))
  lines.push('', addressLine(addressVerdicts), accountingSentence(accounting))
  await out.write(`${lines.join('\n').trimStart()}\n`)
}

/** Where the bounces lie that no detector knows, and what they call themselves. */
async function unrecognisedLines(store: Store, total: number): Promise<string[]> {
  const lines = ['Bounces that were not recognised (--unrecognised FILE saves them for a report)', '']
  const filter = { ...EMPTY_FILTER, unrecognised: true }
  for await (const records of store.records({ filter, verdicts: null })) {
    for (const { source, evidence } of records) {
      if (lines.length - 2 === MAX_LISTED) return [...lines, `         … and ${count(total - MAX_LISTED)} more`]
      const subject = evidence.excerpt.split('\n', 1)[0]?.trim() || '(no subject)'
      lines.push(`         ${source.file}: message ${source.index + 1}: ${subject}`)
    }
  }
  return lines
}

/** `Addresses: 32 remove, 2 review, 18 watch, 23 keep`. */
export function addressLine(verdicts: Record<Verdict, number>): string {
  return `Addresses: ${VERDICTS.map((verdict) => `${count(verdicts[verdict])} ${verdictLabel(verdict).toLowerCase()}`).join(', ')}`
}

/** The accounting as one line: always adds up. What was set apart before, or left something open, follows. */
export function accountingSentence(accounting: Accounting): string {
  const { unrecognised, unread } = accounting
  const rest = [
    leftOutLine(accounting, LOCALE),
    unrecognised ? `${countOf(unrecognised, 'bounce', 'bounces', LOCALE)} not recognised` : '',
    unread.length ? `${countOf(unread.length, 'place', 'places', LOCALE)} could not be read` : '',
  ].filter(Boolean)
  return [accountingLine(accounting, LOCALE), ...rest].join('; ')
}

function count(number: number, width = 0): string {
  return number.toLocaleString(LOCALE).padStart(width)
}
