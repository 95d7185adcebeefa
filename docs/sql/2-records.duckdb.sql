-- Made from the product by `node scripts/make-sql-docs.ts`; change it there. How to use it: docs/scale.md
-- 2. The records, each once. Reads `records`: a table of them, or a view of the Parquet files:
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
