/** The counts of a filter. */
import type { Verdict } from '../../shared/bounce.ts'
import { SECTIONS, type Section, type Summary } from '../../shared/query.ts'
import type { Database } from './database.ts'
import { Values, whereFilter } from './filter.ts'
import type { FoundFilter } from './found-text.ts'

/** Reads them in two passes: over the records, and over the distinct addresses, of which counting is the costly part. */
export async function readSummary(database: Database, filter: FoundFilter): Promise<Summary> {
  const values = new Values()
  const where = whereFilter(filter, values)
  const counted = await database.read(
    `SELECT section, count(*)::DOUBLE FROM records WHERE ${where} GROUP BY section
     UNION ALL SELECT NULL, count(DISTINCT message)::DOUBLE FROM records WHERE ${where}`,
    values.list,
  )
  const inSection = SECTIONS.map((section) => `max(section = '${section}') AS "${section}"`).join(', ')
  const distinct = await database.read(
    `SELECT ${SECTIONS.map((section) => `count_if("${section}")::DOUBLE`).join(', ')}, count(*)::DOUBLE,
       ${COUNTED_VERDICTS.map((verdict) => `count_if(judged = '${verdict}')::DOUBLE`).join(', ')}
     FROM (SELECT ${inSection}, max(CASE WHEN kind IN ('bounce', 'complaint') THEN address_verdict END) AS judged
       FROM records WHERE address IS NOT NULL AND ${where} GROUP BY address)`,
    values.list,
  )
  const records = new Map(counted as unknown as [Section | null, number][])
  const addresses = (distinct[0] ?? []) as number[]
  const messages = records.get(null) ?? 0
  records.delete(null)
  return {
    sections: SECTIONS.map((section, index) => ({
      section,
      records: records.get(section) ?? 0,
      addresses: addresses[index] ?? 0,
    })),
    records: [...records.values()].reduce((sum, count) => sum + count, 0),
    messages,
    addresses: addresses[SECTIONS.length] ?? 0,
    addressVerdicts: Object.fromEntries(
      COUNTED_VERDICTS.map((verdict, index) => [verdict, addresses[SECTIONS.length + 1 + index] ?? 0]),
    ) as Record<Verdict, number>,
  }
}

const COUNTED_VERDICTS: readonly Verdict[] = ['remove', 'review', 'watch', 'keep']
