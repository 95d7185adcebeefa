/** Judges every address over all its records and writes the verdict to the records, so that pages need not ask. */
import { createHash } from 'node:crypto'
import type { DuckDBConnection } from '@duckdb/node-api'
import { canonicalAddress, domainOf } from '../../shared/address.ts'
import type { Verdict } from '../../shared/bounce.ts'
import { isMailboxProviderDomain, PROVIDERS } from '../../shared/knowledge/providers/index.ts'
import { ADDRESS_VERDICT_SQL, type AddressRule } from './address-verdict-sql.ts'
import type { AddressJudgement } from './address-why.ts'
import type { Database, WriteTurn } from './database.ts'
import { fillList } from './lists.ts'

/** The kinds that give an address a verdict. */
const JUDGED_KINDS = `'bounce', 'delay', 'complaint'`

/** Known in the workspace, so that what older rules or an older list of providers judged is judged anew. */
const RULES_ID = createHash('sha256')
  .update(ADDRESS_VERDICT_SQL)
  .update(JSON.stringify(PROVIDERS.filter(({ role }) => role === 'mailbox').map(({ domains }) => domains)))
  .digest('hex')
  .slice(0, 16)

/** Records judged in one pass: of more, the working memory would not fit into what the database may take. */
const RECORDS_A_PASS = 250_000
/** Spreads records over passes so that an address, and a domain that may have an event, falls into one. */
const PASS_KEY = `CASE WHEN domain IN (SELECT domain FROM mailbox_provider_domains) THEN hash(address) ELSE hash(domain) END`

/** What to judge anew: these addresses, and all addresses of these domains. */
interface Touched {
  addresses: ReadonlySet<string>
  domains: ReadonlySet<string>
}

/** Whether the records in the file were all judged by today's rules. */
export async function isJudged(database: Database): Promise<boolean> {
  const rows = await database.read(`SELECT value FROM meta WHERE key = 'judged_by'`)
  return rows[0]?.[0] === RULES_ID
}

/** Notes, within the caller's transaction, that there is something not judged yet. */
export async function markUnjudged(connection: DuckDBConnection): Promise<void> {
  await connection.run(`UPDATE meta SET value = '' WHERE key = 'judged_by'`)
}

async function markJudged(connection: DuckDBConnection): Promise<void> {
  await connection.run(`UPDATE meta SET value = $1 WHERE key = 'judged_by'`, [RULES_ID])
}

/**
 * Judges every address anew, in passes of some hundred thousand records: about a second for a million. The passes are
 * transactions of their own; only the last one notes that all is judged.
 */
export async function judgeAll(turn: WriteTurn): Promise<void> {
  const passes = await turn.write(async (connection) => {
    await markUnjudged(connection)
    const domains = await connection.runAndReadAll('SELECT DISTINCT domain FROM records WHERE domain IS NOT NULL')
    await connection.run('DELETE FROM mailbox_provider_domains')
    await listProviderDomains(connection, domains.getColumns()[0] as string[] | undefined)
    const counted = await connection.runAndReadAll('SELECT count(*)::DOUBLE FROM records')
    return Math.ceil(Number(counted.getRows()[0]?.[0]) / RECORDS_A_PASS)
  })
  for (let pass = 0; pass < passes; pass++) {
    const where = passes === 1 ? 'TRUE' : `(${PASS_KEY}) % ${passes} = ${pass}`
    await turn.write((connection) => writeVerdicts(connection, `(${verdictsOf(where)})`))
  }
  await turn.write(async (connection) => {
    // An address of which only deliveries or replies are left has no verdict.
    await connection.run(
      `UPDATE records SET address_verdict = NULL, overridden = FALSE
       WHERE address_verdict IS NOT NULL AND address IS NOT NULL AND kind NOT IN (${JUDGED_KINDS})
         AND address NOT IN (SELECT address FROM records WHERE address IS NOT NULL AND kind IN (${JUDGED_KINDS}))`,
    )
    await markJudged(connection)
  })
  // Changed cells are held in memory until they are folded into the file.
  if (passes > 1) await turn.checkpoint().catch(() => {})
}

/**
 * Judges what the records numbered `first` and above touch, within the caller's transaction: their addresses, and for the
 * sake of domain events all addresses of their domains. All records of those are read, so the outcome is that of judging
 * everything.
 */
export async function judgeNew(connection: DuckDBConnection, first: number): Promise<void> {
  for (const [table, column] of Object.entries({ touched_addresses: 'address', touched_domains: 'domain' })) {
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE ${table} AS
       SELECT DISTINCT ${column} AS value FROM records WHERE n >= ${first} AND ${column} IS NOT NULL`,
    )
  }
  const domains = await connection.runAndReadAll('SELECT value FROM touched_domains')
  await listProviderDomains(connection, domains.getColumns()[0] as string[] | undefined)
  await judgeTouched(connection)
  await writeVerdicts(connection, 'fresh')
  await markJudged(connection)
}

/** Lists those of the domains at which unrelated people have mailboxes: what fails there is no domain event. */
async function listProviderDomains(connection: DuckDBConnection, domains: Iterable<string> = []): Promise<void> {
  const shared = [...domains].filter(isMailboxProviderDomain)
  if (shared.length === 0) return
  await fillList(connection, 'wanted_domains', shared)
  await connection.run(
    `INSERT INTO mailbox_provider_domains
     SELECT value FROM wanted_domains WHERE value NOT IN (SELECT domain FROM mailbox_provider_domains)`,
  )
}

/**
 * Sets the person's own verdict for addresses, or takes it back (null). Returns how many addresses have another verdict
 * than before.
 */
export function overrideAddresses(database: Database, addresses: string[], verdict: Verdict | null): Promise<number> {
  const wanted = new Set(addresses.map(canonicalAddress))
  const domains = new Set([...wanted].map(domainOf).filter((domain) => domain !== null))
  return database.write(async (connection) => {
    await fillList(connection, 'wanted', wanted)
    await connection.run('DELETE FROM overrides WHERE address IN (SELECT value FROM wanted)')
    if (verdict) {
      await connection.run('INSERT INTO overrides SELECT value, $1 FROM wanted', [verdict])
      await connection.run(
        `CREATE OR REPLACE TEMP TABLE fresh AS
         SELECT DISTINCT address, $1 AS verdict, 1 AS overridden FROM records
         WHERE address_verdict IS NOT NULL AND address IN (SELECT value FROM wanted)`,
        [verdict],
      )
    } else {
      await judgeAgain(connection, { addresses: wanted, domains })
    }
    const changed = await connection.runAndReadAll(
      `SELECT count(DISTINCT records.address)::DOUBLE FROM records JOIN fresh ON fresh.address = records.address
       WHERE records.address_verdict <> fresh.verdict`,
    )
    await writeVerdicts(connection, 'fresh')
    return Number(changed.getRows()[0]?.[0] ?? 0)
  })
}

/** Fills the temporary table `fresh` with the verdicts of these addresses and of all addresses of these domains. */
async function judgeAgain(connection: DuckDBConnection, { addresses, domains }: Touched): Promise<void> {
  await listProviderDomains(connection, domains)
  await fillList(connection, 'touched_addresses', addresses)
  await fillList(connection, 'touched_domains', domains)
  await judgeTouched(connection)
}

/** The same for what the tables `touched_addresses` and `touched_domains` list. */
async function judgeTouched(connection: DuckDBConnection): Promise<void> {
  await connection.run('DELETE FROM touched_domains WHERE value IN (SELECT domain FROM mailbox_provider_domains)')
  const where = `address IN (SELECT value FROM touched_addresses) OR domain IN (SELECT value FROM touched_domains)`
  await connection.run(`CREATE OR REPLACE TEMP TABLE fresh AS ${verdictsOf(where)}`)
}

/** The published query over the store's own tables, of the records that `where` names. */
function verdictsOf(where: string): string {
  return ADDRESS_VERDICT_SQL.replace(
    'WITH ',
    `WITH judged_records AS MATERIALIZED (
       SELECT address, domain, kind, told, cause, verdict, reported_at FROM records WHERE ${where}
     ),
     judging AS (SELECT value AS policy FROM meta WHERE key = 'policy'),
     `,
  )
}

/** Writes `verdicts` (a table or query) to the records; a record without an address keeps its own. */
async function writeVerdicts(connection: DuckDBConnection, verdicts: string): Promise<void> {
  await connection.run(
    `UPDATE records SET address_verdict = a.verdict, overridden = (a.overridden = 1) FROM ${verdicts} a
     WHERE records.address = a.address
       AND (records.address_verdict IS DISTINCT FROM a.verdict OR records.overridden <> (a.overridden = 1))`,
  )
  await connection.run(
    `UPDATE records SET address_verdict = verdict WHERE address IS NULL AND address_verdict IS DISTINCT FROM verdict`,
  )
}

/** How `address` (canonical) is judged; null where it has no verdict. */
export async function readJudgement(database: Database, address: string): Promise<AddressJudgement | null> {
  const near = 'address = $1 OR (domain = $2 AND domain NOT IN (SELECT domain FROM mailbox_provider_domains))'
  const rows = await database.read(
    `SELECT rule, judged, verdict, overridden = 1, domain, bounces, first_at, last_at, delivered_at
     FROM (SELECT * FROM (${verdictsOf(near)}) WHERE address = $1)
     CROSS JOIN (
       SELECT min(domain) AS domain, count_if(kind = 'bounce')::DOUBLE AS bounces,
         min(CASE WHEN kind = 'bounce' THEN reported_at END)::DOUBLE AS first_at,
         max(CASE WHEN kind = 'bounce' THEN reported_at END)::DOUBLE AS last_at,
         max(CASE WHEN kind = 'delivered' THEN reported_at END)::DOUBLE AS delivered_at
       FROM records WHERE address = $1)`,
    [address, domainOf(address)],
  )
  const row = rows[0]
  if (!row) return null
  const [rule, judged, verdict, overridden, domain, bounces, firstAt, lastAt, deliveredAt] =
    row as unknown as JudgementCells
  return { rule, judged, verdict, overridden, domain, bounces, firstAt, lastAt, deliveredAt }
}

type Time = number | null
type JudgementCells = [
  ...[rule: AddressRule, judged: Verdict, verdict: Verdict, overridden: boolean, domain: string | null],
  ...[bounces: number, firstAt: Time, lastAt: Time, deliveredAt: Time],
]
