/** The tables of a workspace, and how an older workspace becomes a current one. */
import type { Database } from './database.ts'
import { storeError } from './errors.ts'

/** Raise it with each change of the tables, and add the step to `MIGRATIONS`. */
export const SCHEMA_VERSION = 1

/** Marks the file as ours. */
const PRODUCT = 'bounce-triage'

const TABLES = [
  'CREATE TABLE meta (key VARCHAR NOT NULL, value VARCHAR NOT NULL)',
  `CREATE TABLE imports (
    no INTEGER NOT NULL, id VARCHAR NOT NULL, paths VARCHAR NOT NULL, started_at VARCHAR NOT NULL, finished_at VARCHAR,
    state VARCHAR NOT NULL, bytes BIGINT NOT NULL, total_bytes BIGINT, last_file VARCHAR, deleted BIGINT NOT NULL)`,
  'CREATE TABLE unread (import_no INTEGER NOT NULL, file VARCHAR NOT NULL, place VARCHAR NOT NULL, why VARCHAR NOT NULL)',
  // One row for each distinct message, owned by the first import that still stands.
  `CREATE TABLE messages (
    no INTEGER NOT NULL, hash UHUGEINT NOT NULL, import_no INTEGER NOT NULL, kind VARCHAR NOT NULL,
    unrecognised BOOLEAN NOT NULL, size BIGINT NOT NULL)`,
  // One row each time a message was met, duplicates included.
  `CREATE TABLE sightings (
    seq INTEGER NOT NULL, import_no INTEGER NOT NULL, message INTEGER NOT NULL, file VARCHAR NOT NULL,
    file_index INTEGER NOT NULL, file_offset BIGINT NOT NULL)`,
  'CREATE TABLE copies (message INTEGER NOT NULL, bytes BLOB NOT NULL)',
  `CREATE TABLE records (
    n INTEGER NOT NULL, message INTEGER NOT NULL, hash UHUGEINT NOT NULL, recipient_index INTEGER NOT NULL,
    section VARCHAR NOT NULL, kind VARCHAR NOT NULL, recipient VARCHAR, original_recipient VARCHAR, address VARCHAR,
    domain VARCHAR, provider VARCHAR, reply_code VARCHAR, enhanced_code VARCHAR, told VARCHAR, cause VARCHAR,
    fault VARCHAR, verdict VARCHAR, address_verdict VARCHAR, overridden BOOLEAN NOT NULL, why VARCHAR, fix VARCHAR,
    diagnostic VARCHAR, remote_mta VARCHAR, reporting_mta VARCHAR, action VARCHAR, reported_at BIGINT,
    original_from VARCHAR, original_subject VARCHAR, original_message_id VARCHAR, original_date VARCHAR,
    detector VARCHAR NOT NULL, rule VARCHAR NOT NULL, part VARCHAR NOT NULL, excerpt VARCHAR NOT NULL, remark VARCHAR,
    source_file VARCHAR NOT NULL, source_index INTEGER NOT NULL, source_offset BIGINT NOT NULL, search VARCHAR NOT NULL)`,
  'CREATE TABLE overrides (address VARCHAR NOT NULL, verdict VARCHAR NOT NULL)',
  'CREATE TABLE never_remove (entry VARCHAR NOT NULL)',
  'CREATE TABLE mailbox_provider_domains (domain VARCHAR NOT NULL)',
]

/** `MIGRATIONS[v]` are the statements that lead from version v to v + 1. */
const MIGRATIONS: Record<number, readonly string[]> = {}

/**
 * True where the database was empty and is now ready to be filled. Creates the tables in an empty database, brings older ones up to date. Throws `StoreError`: `FOREIGN` where the file is
 * some other database, `NEWER` where a later version of the app wrote it; neither is touched.
 */
export async function prepareSchema(database: Database): Promise<boolean> {
  const tables = await database.read('SELECT table_name FROM duckdb_tables() WHERE NOT internal')
  if (tables.length === 0) {
    await create(database)
    return true
  }
  if (!tables.some(([name]) => name === 'meta')) throw storeError('FOREIGN', database.location)
  const meta = new Map((await database.read('SELECT key, value FROM meta')).map(([key, value]) => [key, value]))
  if (meta.get('product') !== PRODUCT) throw storeError('FOREIGN', database.location)
  const version = Number(meta.get('schema_version'))
  if (!(version >= 1)) throw storeError('DAMAGED', database.location)
  if (version > SCHEMA_VERSION) throw storeError('NEWER', database.location)
  for (let from = version; from < SCHEMA_VERSION; from++) await migrate(database, from)
  return false
}

function create(database: Database): Promise<void> {
  return database.write(async (connection) => {
    for (const table of TABLES) await connection.run(table)
    await connection.run('INSERT INTO meta VALUES ($1, $2), ($3, $4), ($5, $6), ($7, $8)', [
      ...['product', PRODUCT],
      ...['schema_version', String(SCHEMA_VERSION)],
      ...['policy', 'careful'],
      ...['judged_by', ''],
    ])
  })
}

function migrate(database: Database, from: number): Promise<void> {
  return database.write(async (connection) => {
    for (const statement of MIGRATIONS[from] ?? []) await connection.run(statement)
    await connection.run(`UPDATE meta SET value = $1 WHERE key = 'schema_version'`, [String(from + 1)])
  })
}
