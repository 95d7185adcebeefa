/** A window's sort as the order of a query over `records`. */
import { GROUPS, VERDICTS } from '../../shared/bounce.ts'
import type { Sort, SortField } from '../../shared/query.ts'

/** Verdicts and groups sort by gravity, everything else by its text. */
const gravity = (column: string, order: readonly string[]) =>
  `CASE ${column} ${order.map((value, index) => `WHEN '${value}' THEN ${index}`).join(' ')} END`

const SORT_EXPRESSIONS: Record<SortField, string> = {
  recipient: 'address',
  provider: 'provider',
  replyCode: 'reply_code',
  enhancedCode: 'enhanced_code',
  cause: 'cause',
  fault: 'fault',
  verdict: gravity('verdict', VERDICTS),
  addressVerdict: gravity('address_verdict', VERDICTS),
  reportedAt: 'reported_at',
  diagnostic: 'diagnostic',
  kind: 'kind',
  file: 'source_file',
  group: gravity('told', GROUPS),
  domain: 'domain',
  subject: 'original_subject',
}

/** Text for `ORDER BY`: nulls last either way, ties in the order in which the records were stored. */
export function orderBy(sort: Sort): string {
  const fields = new Map(sort.map(({ field, descending }) => [field, descending]))
  const keys = [...fields].map(([field, descending]) => {
    return `${SORT_EXPRESSIONS[field]} ${descending ? 'DESC' : 'ASC'} NULLS LAST`
  })
  return [...keys, 'n'].join(', ')
}
