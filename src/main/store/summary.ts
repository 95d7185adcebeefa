/** The counts of a filter. */
import type { Verdict } from '../../shared/bounce.ts'
import { SECTIONS, type Section, type Summary } from '../../shared/query.ts'
import type { Database } from './database.ts'
import { Values, whereFilter } from './filter.ts'
import type { FoundFilter } from './found-text.ts'
import { ADDRESS_KEY } from './overview-counts.ts'

/** Reads them in two passes: over the records, and over the distinct addresses, of which counting is the costly part. */
export async function readSummary(database: Database, filter: FoundFilter): Promise<Summary> {
  const values = new Values()
  const where = whereFilter(filter, values)
  // Every message has a first record; only a filter can leave that one out.
  const messages = where === 'TRUE' ? 'count_if(recipient_index = 0)' : 'count(DISTINCT message)'
  const counting = `SELECT section, count(*)::DOUBLE FROM records WHERE ${where} GROUP BY section
     UNION ALL SELECT NULL, ${messages}::DOUBLE FROM records WHERE ${where}`
  // One bit for each section: one number an address in place of a truth value for each.
  const bits = SECTIONS.map((section, bit) => `WHEN '${section}' THEN ${1 << bit}`).join(' ')
  const telling = `SELECT ${SECTIONS.map((_, bit) => `count_if(sections & ${1 << bit} <> 0)::DOUBLE`).join(', ')}, count(*)::DOUBLE,
       ${COUNTED_VERDICTS.map((verdict) => `count_if(judged = '${verdict}')::DOUBLE`).join(', ')}
     FROM (SELECT bit_or(CASE section ${bits} END) AS sections, max(CASE WHEN kind IN ('bounce', 'complaint') THEN address_verdict END) AS judged
       FROM records WHERE address IS NOT NULL AND ${where} GROUP BY ${ADDRESS_KEY})`
  const [counted = [], distinct = []] = await database.readTogether(
    [counting, telling].map((sql) => ({ sql, params: values.list })),
  )
  const records = new Map(counted as unknown as [Section | null, number][])
  const addresses = (distinct[0] ?? []) as number[]
  const messageCount = records.get(null) ?? 0
  records.delete(null)
  return {
    sections: SECTIONS.map((section, index) => ({
      section,
      records: records.get(section) ?? 0,
      addresses: addresses[index] ?? 0,
    })),
    records: [...records.values()].reduce((sum, count) => sum + count, 0),
    messages: messageCount,
    addresses: addresses[SECTIONS.length] ?? 0,
    addressVerdicts: Object.fromEntries(
      COUNTED_VERDICTS.map((verdict, index) => [verdict, addresses[SECTIONS.length + 1 + index] ?? 0]),
    ) as Record<Verdict, number>,
  }
}

const COUNTED_VERDICTS: readonly Verdict[] = ['remove', 'review', 'watch', 'keep']
