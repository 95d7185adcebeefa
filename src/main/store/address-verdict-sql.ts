/**
 * The address verdict as one SQL query: what the product itself runs, and what judges the sum of many runs elsewhere.
 * It reads five relations and uses only what common SQL engines share (no dialect's dates: times are milliseconds):
 *
 *   judged_records(address, domain, kind, told, cause, verdict, reported_at)
 *     one row a record; `address` lower-cased, `told` the group, `reported_at` milliseconds since 1970 or null
 *   overrides(address, verdict)          the person's own verdicts
 *   never_remove(entry)                  addresses and domains, lower-cased
 *   mailbox_provider_domains(domain)     domains where unrelated people have mailboxes
 *   judging(policy)                      one row: `careful` or `strict`
 *
 * It gives one row for each address that bounced, was delayed or complained: what the rules say (`judged`, by `rule`),
 * and the `verdict` that counts once the person was heard.
 */
import { DOMAIN_EVENT_ADDRESSES, DOMAIN_EVENT_HOURS, WATCH_BOUNCES, WATCH_DAYS } from '../../shared/knowledge/policy.ts'

/** Which rule decided an address, in the order in which they are asked. */
export const ADDRESS_RULES = [
  'complaint',
  'remove',
  'strict',
  'domain-event',
  'review',
  'repeated',
  'watch',
  'keep',
  'delivered-later',
  'never-remove',
] as const
export type AddressRule = (typeof ADDRESS_RULES)[number]

const WATCH_SPAN_MS = WATCH_DAYS * 86_400_000
const EVENT_SPAN_MS = DOMAIN_EVENT_HOURS * 3_600_000
/** The address that makes it an event stands so many places behind the first. */
const EVENT_STEP = DOMAIN_EVENT_ADDRESSES - 1

export const ADDRESS_VERDICT_SQL = `
WITH deliveries AS (
  SELECT address, MAX(reported_at) AS delivered_at
  FROM judged_records
  WHERE kind = 'delivered' AND address IS NOT NULL
  GROUP BY address
),
-- Each report of trouble, and whether mail to the address was delivered after it.
reports AS (
  SELECT r.address, r.domain, r.kind, r.told, r.cause, r.verdict, r.reported_at, d.delivered_at,
    CASE WHEN d.delivered_at > r.reported_at THEN 1 ELSE 0 END AS outlived
  FROM judged_records r
  LEFT JOIN deliveries d ON d.address = r.address
  WHERE r.kind IN ('bounce', 'delay', 'complaint') AND r.address IS NOT NULL
),
tallies AS (
  SELECT address,
    MIN(domain) AS domain,
    MAX(delivered_at) AS delivered_at,
    SUM(CASE WHEN kind = 'bounce' THEN 1 ELSE 0 END) AS bounces,
    MIN(CASE WHEN kind = 'bounce' THEN reported_at END) AS first_at,
    MAX(CASE WHEN kind = 'bounce' THEN reported_at END) AS last_at,
    MAX(CASE WHEN kind = 'complaint' THEN 1 ELSE 0 END) AS complained,
    MAX(CASE WHEN kind = 'bounce' AND told = 'hard' THEN 1 ELSE 0 END) AS hard,
    MAX(CASE WHEN kind = 'bounce' AND verdict = 'remove' AND outlived = 0 THEN 1 ELSE 0 END) AS removes,
    MAX(CASE WHEN kind = 'bounce' AND verdict = 'remove' AND outlived = 1 THEN 1 ELSE 0 END) AS outlives,
    MAX(CASE WHEN kind <> 'complaint' AND verdict = 'review' THEN 1 ELSE 0 END) AS reviews,
    -- A delay never removes, whatever it says.
    MAX(CASE WHEN verdict = 'watch' OR (kind = 'delay' AND verdict = 'remove') THEN 1 ELSE 0 END) AS watches
  FROM reports
  GROUP BY address
),
-- Watched addresses that bounced often enough, for long enough, and were not delivered to since. Delays do not count.
repeats AS (
  SELECT address
  FROM reports
  WHERE kind = 'bounce' AND verdict = 'watch' AND outlived = 0 AND reported_at IS NOT NULL
  GROUP BY address
  HAVING COUNT(*) >= ${WATCH_BOUNCES}
    AND MAX(reported_at) - MIN(reported_at) >= ${WATCH_SPAN_MS}
    AND COUNT(DISTINCT reported_at) >= ${WATCH_BOUNCES}
),
-- Domains of which nothing is known but one cause.
single_cause_domains AS (
  SELECT domain
  FROM judged_records
  WHERE domain IS NOT NULL AND domain NOT IN (SELECT domain FROM mailbox_provider_domains)
  GROUP BY domain
  HAVING MAX(CASE WHEN kind IN ('bounce', 'delay') THEN 0 ELSE 1 END) = 0
    AND MIN(cause) = MAX(cause)
    AND COUNT(*) >= ${DOMAIN_EVENT_ADDRESSES}
),
spans AS (
  SELECT r.domain, r.address, MIN(r.reported_at) AS first_at, MAX(r.reported_at) AS last_at
  FROM reports r
  JOIN single_cause_domains s ON s.domain = r.domain
  WHERE r.kind = 'bounce' AND r.reported_at IS NOT NULL
  GROUP BY r.domain, r.address
),
steps AS (
  SELECT domain, first_at, last_at,
    LEAD(first_at, ${EVENT_STEP}) OVER (PARTITION BY domain ORDER BY first_at) AS nth_first_at,
    LEAD(last_at, ${EVENT_STEP}) OVER (PARTITION BY domain ORDER BY last_at) AS nth_last_at
  FROM spans
),
-- Domains where enough addresses began to fail, or failed last, within the same hours.
events AS (
  SELECT DISTINCT domain
  FROM steps
  WHERE nth_first_at - first_at <= ${EVENT_SPAN_MS} OR nth_last_at - last_at <= ${EVENT_SPAN_MS}
),
ruled AS (
  SELECT t.*,
    CASE
      WHEN t.complained = 1 THEN 'complaint'
      WHEN j.policy = 'strict' AND t.removes = 1 THEN 'remove'
      WHEN j.policy = 'strict' AND t.hard = 1 THEN 'strict'
      WHEN t.removes = 1 AND e.domain IS NOT NULL THEN 'domain-event'
      WHEN t.removes = 1 THEN 'remove'
      WHEN t.reviews = 1 THEN 'review'
      WHEN r.address IS NOT NULL AND e.domain IS NOT NULL THEN 'domain-event'
      WHEN r.address IS NOT NULL THEN 'repeated'
      WHEN t.watches = 1 THEN 'watch'
      WHEN t.outlives = 1 THEN 'delivered-later'
      ELSE 'keep'
    END AS plain_rule,
    CASE WHEN t.address IN (SELECT entry FROM never_remove) OR t.domain IN (SELECT entry FROM never_remove)
      THEN 1 ELSE 0 END AS protected
  FROM tallies t
  CROSS JOIN judging j
  LEFT JOIN repeats r ON r.address = t.address
  LEFT JOIN events e ON e.domain = t.domain
),
decided AS (
  SELECT address, domain, bounces, first_at, last_at, delivered_at, plain_rule,
    CASE WHEN protected = 1 AND plain_rule IN ('complaint', 'remove', 'strict', 'domain-event', 'repeated')
      THEN 'never-remove' ELSE plain_rule END AS rule
  FROM ruled
),
judged AS (
  SELECT address, domain, bounces, first_at, last_at, delivered_at, plain_rule, rule,
    CASE
      WHEN rule IN ('complaint', 'remove', 'strict', 'repeated') THEN 'remove'
      WHEN rule IN ('domain-event', 'review') THEN 'review'
      WHEN rule = 'watch' THEN 'watch'
      ELSE 'keep'
    END AS judged
  FROM decided
)
SELECT j.address, j.domain, j.bounces, j.first_at, j.last_at, j.delivered_at, j.plain_rule, j.rule, j.judged,
  COALESCE(o.verdict, j.judged) AS verdict,
  CASE WHEN o.verdict IS NULL THEN 0 ELSE 1 END AS overridden
FROM judged j
LEFT JOIN overrides o ON o.address = j.address`
