/** The counts from which the overview draws its findings. The addresses must have been judged. */
import type { Cause } from '../../shared/bounce.ts'
import { DOMAIN_EVENT_ADDRESSES } from '../../shared/knowledge/policy.ts'
import type { OverviewInput } from '../classify/overview.ts'
import type { Cells, Database } from './database.ts'

/** Reply codes that have findings of their own. */
const TELLING_CODES = ['421', '554']
/** Sender domains looked at: forged mail has endless ones, and the rare ones change nothing. */
const MAX_SENDERS = 1_000
/** Domain events told one by one. */
const MAX_EVENTS = 50

/** Tells addresses apart where they are only counted: 64 bits, so that a million of them meet once in 30 million times. */
export const ADDRESS_KEY = 'hash(address)'
const NOT_DELIVERED = `kind IN ('bounce', 'delay')`
const DEAD_MAILBOX = `cause IN ('mailbox-unknown', 'mailbox-disabled', 'mailbox-moved')`
const TO_REMOVE = `kind = 'bounce' AND verdict = 'remove' AND address_verdict = 'remove'`

/** Reads them. `ownDomains` stays empty: nobody has named any yet. */
export async function readOverviewCounts(database: Database): Promise<OverviewInput> {
  return {
    totals: await readTotals(database),
    groups: await readGroups(database),
    codes: (
      await database.read(
        `SELECT provider, reply_code, count(*)::DOUBLE, min(reported_at)::DOUBLE, max(reported_at)::DOUBLE
         FROM records WHERE ${NOT_DELIVERED} AND reply_code IN (${TELLING_CODES.map((code) => `'${code}'`).join(', ')})
         GROUP BY provider, reply_code ORDER BY provider, reply_code`,
      )
    ).map(([provider, replyCode, records, first, last]) => ({
      ...{ provider, replyCode, records },
      ...span(first, last),
    })) as OverviewInput['codes'],
    blocklists: (
      await database.read(
        `SELECT rule, count(*)::DOUBLE FROM records WHERE ${NOT_DELIVERED} AND cause = 'blocklisted'
         GROUP BY rule ORDER BY rule`,
      )
    ).map(([rule, records]) => ({ rule, records })) as OverviewInput['blocklists'],
    events: await readEvents(database),
    senders: (
      await database.read(
        // Looked at once for each way it is written: of a million records there are few.
        `SELECT lower(regexp_extract(original_from, '@([^@<>\\s",;]+)>?\\s*$', 1)) AS sender, sum(written)::DOUBLE AS records
         FROM (SELECT original_from, count(*) AS written FROM records
           WHERE ${NOT_DELIVERED} AND original_from IS NOT NULL GROUP BY original_from)
         WHERE sender <> '' GROUP BY sender ORDER BY records DESC, sender LIMIT ${MAX_SENDERS}`,
      )
    ).map(([domain, records]) => ({ domain, records })) as OverviewInput['senders'],
    ownDomains: [],
  }
}

/** Addresses are counted apart, by hashes: as texts beside five others they take five times as long. */
async function readGroups(database: Database): Promise<OverviewInput['groups']> {
  const fields = 'provider, cause, told, kind, address_verdict'
  const from = `FROM records WHERE ${NOT_DELIVERED} AND cause IS NOT NULL AND told IS NOT NULL`
  const rows = await database.read(
    `WITH grouped AS (
       SELECT ${fields}, hash(${fields}) AS id, count(*)::DOUBLE AS records, count(DISTINCT domain)::DOUBLE AS domains,
         min(reported_at)::DOUBLE AS first, max(reported_at)::DOUBLE AS last
       ${from} GROUP BY ${fields}
     ), counted AS (
       SELECT id, count(*)::DOUBLE AS addresses FROM (
         SELECT DISTINCT hash(${fields}) AS id, ${ADDRESS_KEY} ${from} AND address IS NOT NULL)
       GROUP BY id
     )
     SELECT ${fields}, records, coalesce(addresses, 0), domains, first, last
     FROM grouped LEFT JOIN counted USING (id) ORDER BY ${fields}`,
  )
  return rows.map(([provider, cause, group, kind, verdict, records, addresses, domains, first, last]) => ({
    ...{ provider, cause, group, kind, verdict, records, addresses, domains },
    ...span(first, last),
  })) as OverviewInput['groups']
}

/** In one pass over the addresses, of which counting is the costly part, and one over the rest. */
async function readTotals(database: Database): Promise<OverviewInput['totals']> {
  // Repeated: removed though no single report asks for it, nor a complaint, nor the strict policy.
  const ofAddresses = await database.read(
    `SELECT count_if(not_delivered)::DOUBLE, count_if(dead)::DOUBLE, count_if(gone)::DOUBLE,
       count_if(complained)::DOUBLE, count_if(repeated)::DOUBLE
     FROM (
       SELECT bool_or(${NOT_DELIVERED}) AS not_delivered,
         bool_or(${TO_REMOVE} AND ${DEAD_MAILBOX}) AS dead,
         bool_or(${TO_REMOVE} AND cause = 'domain-unknown') AS gone,
         bool_or(kind = 'complaint') AS complained,
         max(address_verdict) = 'remove' AND NOT bool_or(overridden)
           AND count_if(verdict = 'remove') = 0 AND NOT bool_or(kind = 'complaint')
           AND (count_if(told = 'hard') = 0 OR (SELECT value FROM meta WHERE key = 'policy') = 'careful') AS repeated
       FROM records WHERE address IS NOT NULL GROUP BY ${ADDRESS_KEY})`,
  )
  const ofRecords = await database.read(
    `SELECT
       count(*) FILTER (${NOT_DELIVERED})::DOUBLE,
       count(DISTINCT domain) FILTER (${TO_REMOVE} AND ${DEAD_MAILBOX})::DOUBLE,
       count(DISTINCT domain) FILTER (${TO_REMOVE} AND cause = 'domain-unknown')::DOUBLE,
       count(*) FILTER (kind = 'bounce' AND (cause = 'unknown' OR recipient IS NULL))::DOUBLE
     FROM records`,
  )
  const [addresses, dead, gone, complaints, repeated] = ofAddresses[0] as [number, number, number, number, number]
  const [records, deadIn, goneDomains, unexplained] = ofRecords[0] as [number, number, number, number]
  return {
    ...{ records, addresses, complaints, unexplained, repeated },
    deadMailboxes: { addresses: dead, domains: deadIn },
    deadDomains: { addresses: gone, domains: goneDomains },
  }
}

/** Domains whose dead addresses are held for review: see the domain event in `address-verdict-sql.ts`. */
async function readEvents(database: Database): Promise<OverviewInput['events']> {
  const rows = await database.read(
    `SELECT domain, min(cause), count(DISTINCT address)::DOUBLE AS addresses,
       min(reported_at)::DOUBLE, max(reported_at)::DOUBLE
     FROM records
     WHERE kind = 'bounce' AND verdict = 'remove' AND address_verdict = 'review' AND NOT overridden
     GROUP BY domain HAVING addresses >= ${DOMAIN_EVENT_ADDRESSES}
     ORDER BY addresses DESC, domain LIMIT ${MAX_EVENTS}`,
  )
  return rows.map(([domain, cause, addresses, first, last]) => ({
    ...{ domain: String(domain), cause: cause as Cause, addresses: Number(addresses) },
    ...span(first, last),
  }))
}

/** Milliseconds as ISO 8601 UTC. */
function span(first: Cells[number] | undefined, last: Cells[number] | undefined) {
  const iso = (at: Cells[number] | undefined) => (typeof at === 'number' ? new Date(at).toISOString() : null)
  return { first: iso(first), last: iso(last) }
}
