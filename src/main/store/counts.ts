/** Counts over everything that was read, for a summary in one line. */
import type { StrictCost } from '../../shared/api.ts'
import type { Group, Verdict } from '../../shared/bounce.ts'
import type { Database } from './database.ts'

export interface Counts {
  /** Bounces (delays apart) by group. */
  groups: Record<Group, number>
  /** Records by their own verdict. */
  verdicts: Record<Verdict, number>
  /** Distinct addresses of bounces and complaints by address verdict. */
  addressVerdicts: Record<Verdict, number>
}

/** Reads the counts; the addresses must have been judged. */
export async function readCounts(database: Database): Promise<Counts> {
  const counts: Counts = {
    groups: { hard: 0, soft: 0, timeout: 0 },
    verdicts: { remove: 0, review: 0, watch: 0, keep: 0 },
    addressVerdicts: { remove: 0, review: 0, watch: 0, keep: 0 },
  }
  const rows = await database.read(
    `SELECT 'groups', told, count(*)::DOUBLE FROM records WHERE kind = 'bounce' AND told IS NOT NULL GROUP BY told
     UNION ALL
     SELECT 'verdicts', verdict, count(*)::DOUBLE FROM records WHERE verdict IS NOT NULL GROUP BY verdict
     UNION ALL
     SELECT 'addressVerdicts', address_verdict, count(DISTINCT address)::DOUBLE FROM records
     WHERE kind IN ('bounce', 'complaint') AND address IS NOT NULL AND address_verdict IS NOT NULL
     GROUP BY address_verdict`,
  )
  for (const [of, value, count] of rows as unknown as [keyof Counts, string, number][]) {
    const into: Record<string, number> = counts[of]
    into[value] = count
  }
  return counts
}

/** Addresses that bounced hard though no report calls them dead; the person's own verdicts and lists are heard. */
export async function readStrictCost(database: Database): Promise<StrictCost> {
  const rows = await database.read(
    `SELECT count(*)::DOUBLE, count_if(fine)::DOUBLE FROM (
       SELECT bool_and(verdict = 'keep') AS fine FROM records
       WHERE kind IN ('bounce', 'delay', 'complaint') AND address IS NOT NULL
         AND address NOT IN (SELECT entry FROM never_remove)
         AND address NOT IN (SELECT address FROM overrides)
         AND coalesce(domain NOT IN (SELECT entry FROM never_remove), TRUE)
       GROUP BY address
       HAVING bool_or(kind = 'bounce' AND told = 'hard')
         AND NOT bool_or(verdict = 'remove' OR kind = 'complaint'))`,
  )
  const [addresses, fine] = rows[0] as [number, number]
  return { addresses, fine }
}
