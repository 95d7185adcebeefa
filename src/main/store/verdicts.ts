/** Judges every address over all its records and writes the verdict to the records, so that pages need not ask. */
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import { canonicalAddress } from '../../shared/address.ts'
import type { Policy } from '../../shared/api.ts'
import type { Verdict } from '../../shared/bounce.ts'
import { ADDRESS_VERDICT_SQL, type AddressRule } from './address-verdict-sql.ts'
import type { AddressJudgement } from './address-why.ts'
import type { Database } from './database.ts'

/** Judges anew: the table `addresses`, and the records whose verdict changed. */
export function judgeAddresses(database: Database): Promise<void> {
  return database.write(async (connection) => {
    await connection.run(`CREATE OR REPLACE TABLE addresses AS ${inputs(ADDRESS_VERDICT_SQL)}`)
    await connection.run(
      `UPDATE records SET address_verdict = a.verdict, overridden = (a.overridden = 1) FROM addresses a
       WHERE records.address = a.address
         AND (records.address_verdict IS DISTINCT FROM a.verdict OR records.overridden <> (a.overridden = 1))`,
    )
    // An address of which only deliveries or replies are left has no verdict; a record without an address keeps its own.
    await connection.run(
      `UPDATE records SET address_verdict = NULL, overridden = FALSE
       WHERE address_verdict IS NOT NULL AND address IS NOT NULL AND address NOT IN (SELECT address FROM addresses)`,
    )
    await connection.run(
      `UPDATE records SET address_verdict = verdict
       WHERE address IS NULL AND address_verdict IS DISTINCT FROM verdict`,
    )
  })
}

/** Names the store's tables as the published query calls them. */
function inputs(query: string): string {
  return query.replace(
    'WITH ',
    `WITH judged_records AS (SELECT address, domain, kind, told, cause, verdict, reported_at FROM records),
     judging AS (SELECT value AS policy FROM meta WHERE key = 'policy'),
     `,
  )
}

/**
 * Sets the person's own verdict for addresses, or takes it back (null). Needs no judging of the others. Returns how many
 * addresses have another verdict than before.
 */
export function overrideAddresses(database: Database, addresses: string[], verdict: Verdict | null): Promise<number> {
  const wanted = [...new Set(addresses.map(canonicalAddress))]
  return database.write(async (connection) => {
    await fillList(connection, 'wanted', wanted)
    await connection.run('DELETE FROM overrides WHERE address IN (SELECT value FROM wanted)')
    if (verdict) await connection.run('INSERT INTO overrides SELECT value, $1 FROM wanted', [verdict])
    const changed = await connection.runAndReadAll(
      `SELECT count(*)::DOUBLE FROM addresses
       WHERE address IN (SELECT value FROM wanted) AND coalesce($1::VARCHAR, judged) <> verdict`,
      [verdict],
    )
    await connection.run(
      `UPDATE addresses SET verdict = coalesce($1::VARCHAR, judged), overridden = CASE WHEN $1::VARCHAR IS NULL THEN 0 ELSE 1 END
       WHERE address IN (SELECT value FROM wanted)`,
      [verdict],
    )
    await connection.run(
      `UPDATE records SET address_verdict = a.verdict, overridden = (a.overridden = 1) FROM addresses a
       WHERE a.address IN (SELECT value FROM wanted) AND records.address = a.address`,
    )
    return Number(changed.getRows()[0]?.[0] ?? 0)
  })
}

export function writePolicy(database: Database, policy: Policy): Promise<unknown> {
  return database.write((connection) => connection.run(`UPDATE meta SET value = $1 WHERE key = 'policy'`, [policy]))
}

export async function readPolicy(database: Database): Promise<Policy> {
  const rows = await database.read(`SELECT value FROM meta WHERE key = 'policy'`)
  return rows[0]?.[0] === 'strict' ? 'strict' : 'careful'
}

/** Replaces the never-remove list. An entry with something before the `@` is an address, any other a domain. */
export function writeNeverRemove(database: Database, entries: string[]): Promise<void> {
  const cleaned = entries.map((entry) => canonicalAddress(entry.trim()).replace(/^@/, '')).filter(Boolean)
  return writeList(database, 'never_remove', [...new Set(cleaned)])
}

export async function readNeverRemove(database: Database): Promise<string[]> {
  return (await database.read('SELECT entry FROM never_remove ORDER BY entry')).map(([entry]) => String(entry))
}

/** Replaces the list of domains at which unrelated people have mailboxes: what fails there is no domain event. */
export async function writeMailboxProviderDomains(database: Database, domains: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(domains.map((domain) => domain.toLowerCase()))].sort()
  const held = (await database.read('SELECT domain FROM mailbox_provider_domains ORDER BY domain')).map(String)
  if (held.sort().join('\n') === wanted.join('\n')) return false
  await writeList(database, 'mailbox_provider_domains', wanted)
  return true
}

function writeList(database: Database, table: string, values: string[]): Promise<void> {
  return database.write(async (connection) => {
    await connection.run(`DELETE FROM ${table}`)
    await fillList(connection, 'wanted', values)
    await connection.run(`INSERT INTO ${table} SELECT value FROM wanted`)
  })
}

/** A list of any length as a temporary table: as values of a query it would be too long for one. */
async function fillList(connection: DuckDBConnection, table: string, values: readonly string[]): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${table} (value VARCHAR)`)
  const appender = await connection.createAppender(table, null, 'temp')
  try {
    for (const value of values) {
      appender.appendVarchar(value)
      appender.endRow()
    }
  } finally {
    appender.closeSync()
  }
}

/** What the address verdict of `address` (canonical) rests on; null where it has none. */
export async function readJudgement(database: Database, address: string): Promise<AddressJudgement | null> {
  const rows = await database.read(
    `SELECT domain, bounces::INTEGER, first_at::DOUBLE, last_at::DOUBLE, delivered_at::DOUBLE, rule, judged, verdict, overridden
     FROM addresses WHERE address = $1`,
    [address],
  )
  const row = rows[0]
  if (!row) return null
  const [domain, bounces, firstAt, lastAt, deliveredAt, rule, judged, verdict, overridden] = row as JudgementCells
  return {
    ...{ address, domain, bounces, firstAt, lastAt, deliveredAt, rule, judged, verdict },
    overridden: overridden === 1,
  }
}

type JudgementCells = DuckDBValue[] &
  [
    ...[
      domain: string | null,
      bounces: number,
      firstAt: number | null,
      lastAt: number | null,
      deliveredAt: number | null,
    ],
    ...[rule: AddressRule, judged: Verdict, verdict: Verdict, overridden: number],
  ]
