/** What the person set for the workspace. */
import { canonicalAddress } from '../../shared/address.ts'
import type { Policy } from '../../shared/api.ts'
import type { Database } from './database.ts'
import { fillList } from './lists.ts'
import { markUnjudged } from './verdicts.ts'

export function writePolicy(database: Database, policy: Policy): Promise<void> {
  return database.write(async (connection) => {
    await connection.run(`UPDATE meta SET value = $1 WHERE key = 'policy'`, [policy])
    await markUnjudged(connection)
  })
}

export async function readPolicy(database: Database): Promise<Policy> {
  const rows = await database.read(`SELECT value FROM meta WHERE key = 'policy'`)
  return rows[0]?.[0] === 'strict' ? 'strict' : 'careful'
}

/** Replaces the never-remove list. An entry with something before the `@` is an address, any other a domain. */
export function writeNeverRemove(database: Database, entries: string[]): Promise<void> {
  const cleaned = entries.map((entry) => canonicalAddress(entry.trim()).replace(/^@/, '')).filter(Boolean)
  return database.write(async (connection) => {
    await fillList(connection, 'wanted', new Set(cleaned))
    await connection.run('DELETE FROM never_remove')
    await connection.run('INSERT INTO never_remove SELECT value FROM wanted')
    await markUnjudged(connection)
  })
}

export async function readNeverRemove(database: Database): Promise<string[]> {
  return (await database.read('SELECT entry FROM never_remove ORDER BY entry')).map(([entry]) => String(entry))
}
