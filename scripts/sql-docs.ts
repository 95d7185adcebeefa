/** The files of docs/sql: what judges the sum of many runs, out of what the product itself runs. */
import { LISTABLE } from '../src/main/export/address-check.ts'
import { ADDRESS_VERDICT_SQL } from '../src/main/store/address-verdict-sql.ts'
import { KIND_STRENGTH } from '../src/shared/bounce.ts'
import { PROVIDERS } from '../src/shared/knowledge/providers/index.ts'

const MADE =
  '-- Made from the product by `node scripts/make-sql-docs.ts`; change it there. How to use it: docs/scale.md'

/** Domains at which unrelated people have mailboxes, by how they are written: `x.example`, `brand.*`, `*.x.example`. */
function mailboxDomains(): { exact: string[]; brands: string[]; parents: string[] } {
  const all = PROVIDERS.filter(({ role }) => role === 'mailbox').flatMap(({ domains }) => domains)
  const unique = [...new Set(all)].sort()
  return {
    exact: unique.filter((domain) => !domain.includes('*')),
    brands: unique.filter((domain) => domain.endsWith('.*')).map((domain) => domain.slice(0, -1)),
    parents: unique.filter((domain) => domain.startsWith('*.')).map((domain) => domain.slice(1)),
  }
}

/** Rows of one column, in SQL that every engine reads. */
function rows(column: string, values: readonly string[]): string {
  return values.map((value, index) => `SELECT '${value}'${index === 0 ? ` AS ${column}` : ''}`).join(' UNION ALL\n  ')
}

function settings(): string {
  const { exact, brands, parents } = mailboxDomains()
  return `${MADE}
-- 1. What you decide. Replace the views by tables or views of your own with the same columns.

-- careful, or strict: every hard bounce goes
CREATE VIEW judging AS SELECT 'careful' AS policy;

-- Addresses and domains that stay, whatever happens; small letters.
CREATE VIEW never_remove AS
  SELECT s.entry FROM (SELECT 'nobody@company.example' AS entry) s WHERE 1 = 0;

-- Your own verdict for an address (small letters): remove, review, watch or keep.
CREATE VIEW overrides AS
  SELECT s.address, s.verdict FROM (SELECT 'nobody@company.example' AS address, 'keep' AS verdict) s WHERE 1 = 0;

-- What the product knows of mailbox providers: what fails there is no fault of a whole company.
-- Their domains; a brand's beginning (yahoo. with one or two labels behind it); a parent's end, with one label before it.
CREATE VIEW provider_domains AS
  ${rows('domain', exact)};
CREATE VIEW provider_brands AS
  ${rows('beginning', brands)};
CREATE VIEW provider_parents AS
  ${rows('ending', parents)};
`
}

function records(): string {
  return `${MADE}
-- 2. The records, each once. Reads \`records\`: a table of them, or a view of the Parquet files:
--      CREATE VIEW records AS SELECT * FROM read_parquet('parts/*.parquet');
-- Written for DuckDB; other engines differ in how they quote "group" and make milliseconds of a timestamp (docs/scale.md).

-- A message that stands in two parts has the same ids in both: the first sighting, by file and place, counts.
CREATE VIEW distinct_records AS
  SELECT * FROM (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY id ORDER BY source.file, source.index) AS sighting FROM records
  ) s
  WHERE s.sighting = 1;

CREATE VIEW judged_records AS
  SELECT LOWER(recipient) AS address, domain, kind, "group" AS told, cause, verdict, epoch_ms("reportedAt") AS reported_at
  FROM distinct_records;

CREATE VIEW mailbox_provider_domains AS
  SELECT d.domain
  FROM (
    SELECT domain, LENGTH(domain) - LENGTH(REPLACE(domain, '.', '')) AS dots
    FROM judged_records WHERE domain IS NOT NULL GROUP BY domain
  ) d
  WHERE d.domain IN (SELECT domain FROM provider_domains)
    OR (d.dots BETWEEN 1 AND 2
      AND SUBSTR(d.domain, 1, STRPOS(d.domain, '.')) IN (SELECT beginning FROM provider_brands))
    OR SUBSTR(d.domain, STRPOS(d.domain, '.')) IN (SELECT ending FROM provider_parents);
`
}

function verdicts(): string {
  return `${MADE}
-- 3. The address verdicts: word for word what the product itself runs.
-- Reads judged_records, judging, never_remove, overrides and mailbox_provider_domains.
CREATE VIEW address_verdicts AS${ADDRESS_VERDICT_SQL};
`
}

/** A pattern of ours in the syntax of RE2 (DuckDB, BigQuery, ClickHouse). */
function re2({ source, flags }: RegExp): string {
  const written = source
    .replace(/\\u([0-9A-F]{4})/g, '\\x{$1}')
    .replaceAll('\\s', '\\s\\p{Z}')
    .replaceAll('\\/', '/')
  return `'${flags.includes('i') ? '(?i)' : ''}${written.replaceAll("'", "''")}'`
}

function results(): string {
  const strengths = KIND_STRENGTH.map((kind, index) => `WHEN '${kind}' THEN ${index}`).join(' ')
  const kinds = KIND_STRENGTH.map((kind, index) => `WHEN ${index} THEN '${kind}'`).join(' ')
  const { formula, unseen, hidden, hiddenDomain, special, domain, maxLocal, maxDomain } = LISTABLE
  return `${MADE}
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
    AND NOT regexp_matches(l.address, ${re2(formula)})
    AND NOT regexp_matches(l.address, ${re2(unseen)})
    AND SPLIT_PART(l.address, '@', 1) <> ''
    AND NOT regexp_matches(SPLIT_PART(l.address, '@', 1), ${re2(special)})
    AND NOT regexp_matches(SPLIT_PART(l.address, '@', 1), ${re2(hidden)})
    AND NOT regexp_matches(SPLIT_PART(l.address, '@', 2), ${re2(hiddenDomain)})
    AND regexp_matches(SPLIT_PART(l.address, '@', 2), ${re2(domain)})
    AND STRLEN(SPLIT_PART(l.address, '@', 1)) <= ${maxLocal}
    AND STRLEN(SPLIT_PART(l.address, '@', 2)) <= ${maxDomain}
  ORDER BY l.canonical;

-- Each message once, under the strongest of its kinds, and how often one was met again.
CREATE VIEW message_kinds AS
  SELECT CASE MIN(strength) ${kinds} END AS kind, COUNT(DISTINCT sighting) - 1 AS duplicates
  FROM (
    SELECT SUBSTR(id, 1, 32) AS message, source.file || ':' || source.index AS sighting,
      CASE kind ${strengths} END AS strength
    FROM records
  ) s
  GROUP BY message;

-- Addresses of bounces and complaints by verdict.
CREATE VIEW verdict_counts AS
  SELECT v.verdict, COUNT(*) AS addresses
  FROM address_verdicts v
  WHERE v.address IN (SELECT LOWER(recipient) FROM distinct_records WHERE kind IN ('bounce', 'complaint'))
  GROUP BY v.verdict;
`
}

/** Each file's name and text. */
export function sqlDocs(): Record<string, string> {
  return {
    '1-settings.sql': settings(),
    '2-records.duckdb.sql': records(),
    '3-address-verdicts.sql': verdicts(),
    '4-results.duckdb.sql': results(),
  }
}
