/** A window's sort as the order of a query over `records`. */
import { VERDICTS } from '../../shared/bounce.ts'
import type { Sort, SortField } from '../../shared/query.ts'

/** Verdicts sort by gravity, everything else by its text. */
const gravity = (column: string) =>
  `CASE ${column} ${VERDICTS.map((verdict, index) => `WHEN '${verdict}' THEN ${index}`).join(' ')} END`

const SORT_EXPRESSIONS: Record<SortField, string> = {
  recipient: 'address',
  provider: 'provider',
  replyCode: 'reply_code',
  enhancedCode: 'enhanced_code',
  cause: 'cause',
  fault: 'fault',
  verdict: gravity('verdict'),
  addressVerdict: gravity('address_verdict'),
  reportedAt: 'reported_at',
  diagnostic: 'diagnostic',
  kind: 'kind',
  file: 'source_file',
}

/** Text for `ORDER BY`: nulls last either way, ties broken by the record's id. */
export function orderBy(sort: Sort): string {
  const fields = new Map(sort.map(({ field, descending }) => [field, descending]))
  const keys = [...fields].map(([field, descending]) => {
    return `${SORT_EXPRESSIONS[field]} ${descending ? 'DESC' : 'ASC'} NULLS LAST`
  })
  return [...keys, 'hash', 'recipient_index'].join(', ')
}
