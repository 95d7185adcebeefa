-- Made from the product by `node scripts/make-sql-docs.ts`; change it there. How to use it: docs/scale.md
-- 4. What it comes to. The patterns are RE2's.

-- The removal list: addresses of bounces and complaints to remove, without those that no list can carry.
CREATE VIEW removal_list AS
  SELECT l.address
  FROM (
    SELECT MAX(r.recipient) AS address, v.address AS canonical
    FROM distinct_records r
    JOIN address_verdicts v ON v.address = LOWER(r.recipient)
    WHERE r.kind IN ('bounce', 'complaint') AND v.verdict = 'remove'
    GROUP BY v.address
  ) l
  WHERE LENGTH(l.address) - LENGTH(REPLACE(l.address, '@', '')) = 1
    AND NOT regexp_matches(l.address, '^[=+\-@\t\r\n\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}]')
    AND NOT regexp_matches(l.address, '[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\x{115F}\x{1160}\x{3164}]')
    AND SPLIT_PART(l.address, '@', 1) <> ''
    AND NOT regexp_matches(SPLIT_PART(l.address, '@', 1), '[\s\p{Z}"(),:;<>[\]\\]')
    AND NOT regexp_matches(SPLIT_PART(l.address, '@', 1), '(?i)\.\.\.|…|\*\*|^(redacted|undisclosed|undisclosed[-_.]recipients?|hidden|removed)$')
    AND NOT regexp_matches(SPLIT_PART(l.address, '@', 2), '(?i)(^|\.)invalid$|^(redacted|undisclosed|hidden)(\.|$)')
    AND regexp_matches(SPLIT_PART(l.address, '@', 2), '^(?:[\p{L}\p{N}\p{M}_-]+(?:\.[\p{L}\p{N}\p{M}_-]+)*|\[[0-9a-fA-F:.]+\])$')
    AND STRLEN(SPLIT_PART(l.address, '@', 1)) <= 64
    AND STRLEN(SPLIT_PART(l.address, '@', 2)) <= 255
  ORDER BY l.canonical;

-- Each message once, under the strongest of its kinds, and how often one was met again.
CREATE VIEW message_kinds AS
  SELECT CASE MIN(strength) WHEN 0 THEN 'bounce' WHEN 1 THEN 'delay' WHEN 2 THEN 'complaint' WHEN 3 THEN 'delivered' WHEN 4 THEN 'auto-reply' WHEN 5 THEN 'challenge' WHEN 6 THEN 'receipt' WHEN 7 THEN 'list-notice' WHEN 8 THEN 'other' WHEN 9 THEN 'unreadable' END AS kind, COUNT(DISTINCT sighting) - 1 AS duplicates
  FROM (
    SELECT SUBSTR(id, 1, 32) AS message, source.file || ':' || source.index AS sighting,
      CASE kind WHEN 'bounce' THEN 0 WHEN 'delay' THEN 1 WHEN 'complaint' THEN 2 WHEN 'delivered' THEN 3 WHEN 'auto-reply' THEN 4 WHEN 'challenge' THEN 5 WHEN 'receipt' THEN 6 WHEN 'list-notice' THEN 7 WHEN 'other' THEN 8 WHEN 'unreadable' THEN 9 END AS strength
    FROM records
  ) s
  GROUP BY message;

-- Addresses of bounces and complaints by verdict.
CREATE VIEW verdict_counts AS
  SELECT v.verdict, COUNT(*) AS addresses
  FROM address_verdicts v
  WHERE v.address IN (SELECT LOWER(recipient) FROM distinct_records WHERE kind IN ('bounce', 'complaint'))
  GROUP BY v.verdict;
