-- Made from the product by `node scripts/make-sql-docs.ts`; change it there. How to use it: docs/scale.md
-- 3. The address verdicts: word for word what the product itself runs.
-- Reads judged_records, judging, never_remove, overrides and mailbox_provider_domains.
CREATE VIEW address_verdicts AS
WITH deliveries AS (
  SELECT address, MAX(reported_at) AS delivered_at
  FROM judged_records
  WHERE kind = 'delivered' AND address IS NOT NULL
  GROUP BY address
),
-- Watched addresses that bounced often enough, for long enough, and were not delivered to since. Delays do not count,
-- nor does a second report of the same moment.
repeats AS (
  SELECT r.address
  FROM judged_records r
  LEFT JOIN deliveries d ON d.address = r.address
  WHERE r.kind = 'bounce' AND r.verdict = 'watch' AND r.address IS NOT NULL AND r.reported_at IS NOT NULL
    AND (d.delivered_at IS NULL OR d.delivered_at <= r.reported_at)
  GROUP BY r.address
  HAVING COUNT(*) >= 3
    AND MAX(r.reported_at) - MIN(r.reported_at) >= 1209600000
    AND COUNT(DISTINCT r.reported_at) >= 3
),
-- Domains of which nothing is known but one cause.
single_cause_domains AS (
  SELECT domain
  FROM judged_records
  WHERE domain IS NOT NULL AND domain NOT IN (SELECT domain FROM mailbox_provider_domains)
  GROUP BY domain
  HAVING MAX(CASE WHEN kind IN ('bounce', 'delay') THEN 0 ELSE 1 END) = 0
    AND MIN(cause) = MAX(cause)
    AND COUNT(*) >= 5
),
spans AS (
  SELECT domain, address, MIN(reported_at) AS first_at, MAX(reported_at) AS last_at
  FROM judged_records
  WHERE kind = 'bounce' AND address IS NOT NULL AND reported_at IS NOT NULL
    AND domain IN (SELECT domain FROM single_cause_domains)
  GROUP BY domain, address
),
steps AS (
  SELECT domain, first_at, last_at,
    LEAD(first_at, 4) OVER (PARTITION BY domain ORDER BY first_at) AS nth_first_at,
    LEAD(last_at, 4) OVER (PARTITION BY domain ORDER BY last_at) AS nth_last_at
  FROM spans
),
-- Domains where enough addresses began to fail, or failed last, within the same hours.
events AS (
  SELECT DISTINCT domain
  FROM steps
  WHERE nth_first_at - first_at <= 172800000 OR nth_last_at - last_at <= 172800000
),
-- What each report of trouble says, gravest highest. A removal outlived by a delivery says little; a delay never removes.
ranked AS (
  SELECT r.address,
    CASE
      WHEN r.kind = 'complaint' THEN 70
      WHEN r.kind = 'bounce' AND r.verdict = 'remove'
        AND (d.delivered_at IS NULL OR r.reported_at IS NULL OR d.delivered_at <= r.reported_at) THEN 60
      WHEN r.kind = 'bounce' AND r.told = 'hard' AND j.policy = 'strict' THEN 50
      WHEN r.verdict = 'review' THEN 40
      WHEN r.kind = 'bounce' AND r.verdict = 'remove' THEN 10
      WHEN r.verdict IN ('watch', 'remove') THEN 20
      ELSE 0
    END AS weight,
    CASE WHEN r.domain IN (SELECT domain FROM events) THEN 1 ELSE 0 END AS in_event,
    CASE WHEN r.domain IN (SELECT entry FROM never_remove) THEN 1 ELSE 0 END AS in_protected
  FROM judged_records r
  CROSS JOIN judging j
  LEFT JOIN deliveries d ON d.address = r.address
  WHERE r.kind IN ('bounce', 'delay', 'complaint') AND r.address IS NOT NULL
),
weighed AS (
  SELECT address, MAX(weight) AS weight, MAX(in_event) AS in_event, MAX(in_protected) AS in_protected
  FROM ranked
  GROUP BY address
),
plain AS (
  SELECT w.address,
    CASE
      WHEN w.weight = 70 THEN 'complaint'
      WHEN w.weight = 60 AND (w.in_event = 0 OR j.policy = 'strict') THEN 'remove'
      WHEN w.weight = 50 THEN 'strict'
      WHEN w.weight = 60 THEN 'domain-event'
      WHEN w.weight = 40 THEN 'review'
      WHEN w.weight = 20 AND w.address IN (SELECT address FROM repeats) THEN
        CASE WHEN w.in_event = 1 AND j.policy <> 'strict' THEN 'domain-event' ELSE 'repeated' END
      WHEN w.weight = 20 THEN 'watch'
      WHEN w.weight = 10 THEN 'delivered-later'
      ELSE 'keep'
    END AS rule,
    CASE WHEN w.in_protected = 1 OR w.address IN (SELECT entry FROM never_remove) THEN 1 ELSE 0 END AS protected
  FROM weighed w
  CROSS JOIN judging j
),
ruled AS (
  SELECT address,
    CASE WHEN protected = 1 AND rule IN ('complaint', 'remove', 'strict', 'domain-event', 'repeated')
      THEN 'never-remove' ELSE rule END AS rule
  FROM plain
),
judged AS (
  SELECT address, rule,
    CASE
      WHEN rule IN ('complaint', 'remove', 'strict', 'repeated') THEN 'remove'
      WHEN rule IN ('domain-event', 'review') THEN 'review'
      WHEN rule = 'watch' THEN 'watch'
      ELSE 'keep'
    END AS judged
  FROM ruled
)
SELECT j.address, j.rule, j.judged,
  COALESCE(o.verdict, j.judged) AS verdict,
  CASE WHEN o.verdict IS NULL THEN 0 ELSE 1 END AS overridden
FROM judged j
LEFT JOIN overrides o ON o.address = j.address;
