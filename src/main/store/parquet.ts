/**
 * The records as Parquet: the fields of `BounceRecord` under their names, in its order; `source`, `original` and
 * `evidence` are structs, times are UTC timestamps, everything else is text. The same shape as the lines of NDJSON.
 */
import { type Database, quoted } from './database.ts'

/** Raise it when a column goes, changes its type or its meaning; a new one at the end leaves it as it is. */
export const PARQUET_SCHEMA_VERSION = 1

/** Rows gathered before they are written: the format's usual six times as many do not fit into the database's memory. */
const ROW_GROUP = 20_480

/** What becomes of each field: its name, and its value in SQL over a row of `records` (or of a later sighting). */
const FIELDS: readonly (readonly [name: string, sql: string])[] = [
  ['id', `lpad(lower(to_hex(hash)), 32, '0') || ':' || recipient_index`],
  ['source', `{'file': source_file, 'index': source_index, 'offset': source_offset}`],
  ['kind', 'kind'],
  ['recipient', 'recipient'],
  ['originalRecipient', 'original_recipient'],
  ['domain', 'domain'],
  ['provider', 'provider'],
  ['replyCode', 'reply_code'],
  ['enhancedCode', 'enhanced_code'],
  ['group', 'told'],
  ['cause', 'cause'],
  ['fault', 'fault'],
  ['verdict', 'verdict'],
  ['addressVerdict', 'address_verdict'],
  ['why', 'why'],
  ['fix', 'fix'],
  ['diagnostic', 'diagnostic'],
  ['remoteMta', 'remote_mta'],
  ['reportingMta', 'reporting_mta'],
  ['action', 'action'],
  ['reportedAt', 'make_timestamptz(reported_at * 1000)'],
  [
    'original',
    `{'from': original_from, 'subject': original_subject, 'messageId': original_message_id,
      'date': original_date::TIMESTAMPTZ}`,
  ],
  ['evidence', `{'detector': detector, 'rule': rule, 'part': part, 'excerpt': excerpt}`],
  ['remark', 'remark'],
]

/**
 * The records of messages that were met again, once for each further time. Only those messages are joined: all of them
 * would not fit into the database's memory.
 */
const REPEATS = `
  WITH again AS (SELECT message FROM sightings GROUP BY message HAVING count(*) > 1),
  later AS (
    SELECT *, row_number() OVER (PARTITION BY message ORDER BY seq) AS time
    FROM sightings WHERE message IN (SELECT message FROM again)
  ),
  met AS (SELECT * FROM records WHERE message IN (SELECT message FROM again))
  SELECT met.* REPLACE (s.file AS source_file, s.file_index AS source_index, s.file_offset AS source_offset)
  FROM later s JOIN met ON met.message = s.message
  WHERE s.time > 1
  ORDER BY s.seq, met.recipient_index`

/** What the file says of its run beside the records: what was left out leaves no record. */
export interface RunCounts {
  /** Thunderbird's deleted messages, left out. */
  deleted: number
  /** Inputs that could not be read. */
  unread: number
}

/**
 * Writes every record to `path`, in the order in which they were read; those of messages that were met again follow, as
 * in NDJSON. The database must have been opened with leave to write there (`DatabaseOptions.mayWrite`).
 * @returns how many were written
 */
export async function writeParquet(database: Database, path: string, { deleted, unread }: RunCounts): Promise<number> {
  const fields = FIELDS.map(([name, sql]) => `${sql} AS "${name}"`).join(', ')
  const again = await database.read('SELECT 1 FROM sightings GROUP BY message HAVING count(*) > 1 LIMIT 1')
  const rows = await database.read(
    `COPY (
       SELECT ${fields} FROM records
       ${again.length > 0 ? `UNION ALL SELECT ${fields} FROM (${REPEATS})` : ''}
     ) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP}, USE_TMP_FILE false, KV_METADATA {
       product: 'bounce-triage', schema: '${PARQUET_SCHEMA_VERSION}', deleted: '${deleted}', unread: '${unread}' })`,
  )
  return Number(rows[0]?.[0] ?? 0)
}
