/** The imports of a workspace: what each read and how it ended, and taking one out again. */
import { type Accounting, emptyAccounting, type Kind, type Unread } from '../../shared/bounce.ts'
import type { ImportInfo } from '../../shared/query.ts'
import type { Database } from './database.ts'

/** Most unreadable things named in one account: a folder of a million photographs must not fill the window's memory. */
export const MAX_UNREAD_LISTED = 1_000

type ImportState = ImportInfo['state']
type ImportCells = [
  ...[no: number, id: string, paths: string, startedAt: string, finishedAt: string | null, state: ImportState],
  ...[bytes: number, totalBytes: number | null, lastFile: string | null, deleted: number],
]

/** An import that was running when the engine died ends here: what it stored is kept, and it never looks complete. */
export async function markInterrupted(database: Database): Promise<void> {
  const running = await database.read(`SELECT 1 FROM imports WHERE state = 'running' LIMIT 1`)
  if (running.length === 0) return
  await database.write((connection) =>
    connection.run(`UPDATE imports SET state = 'interrupted' WHERE state = 'running'`),
  )
}

/** Begins an import and returns its number. */
export function insertImport(database: Database, id: string, paths: string[], startedAt: string): Promise<number> {
  return database.write(async (connection) => {
    const last = await connection.runAndReadAll('SELECT coalesce(max(no), 0) FROM imports')
    const no = Number(last.getRows()[0]?.[0]) + 1
    await connection.run(`INSERT INTO imports VALUES ($1, $2, $3, $4, NULL, 'running', 0, NULL, NULL, 0)`, [
      ...[no, id, JSON.stringify(paths), startedAt],
    ])
    return no
  })
}

/** The imports, oldest first, each with its account. */
export async function listImports(database: Database): Promise<ImportInfo[]> {
  const rows = await database.read(
    `SELECT no, id, paths, started_at, finished_at, state, bytes::DOUBLE, total_bytes::DOUBLE, last_file, deleted::DOUBLE
     FROM imports ORDER BY no`,
  )
  const accounts = await readAccounts(database)
  const infos: ImportInfo[] = []
  for (const row of rows) {
    const [no, id, paths, startedAt, finishedAt, state, bytes, totalBytes, lastFile, deleted] =
      row as unknown as ImportCells
    const accounting = accounts.get(no) ?? emptyAccounting()
    accounting.deleted = deleted
    accounting.unread = await readUnread(database, no)
    infos.push({
      ...{ id, paths: JSON.parse(paths) as string[], startedAt, finishedAt, state, bytes, totalBytes, accounting },
      lastFile: state === 'complete' ? null : lastFile,
    })
  }
  return infos
}

/** The account of all imports together. */
export function sumAccounts(accounts: readonly Accounting[]): Accounting {
  const sum = emptyAccounting()
  for (const account of accounts) {
    sum.messages += account.messages
    sum.duplicates += account.duplicates
    sum.deleted += account.deleted
    sum.unrecognised += account.unrecognised
    for (const [kind, count] of Object.entries(account.kinds)) sum.kinds[kind as Kind] += count
    sum.unread.push(...account.unread)
  }
  return sum
}

/** Counted from the messages themselves, so that the sum holds in every state. */
async function readAccounts(database: Database): Promise<Map<number, Accounting>> {
  const accounts = new Map<number, Accounting>()
  const of = (no: number) => {
    const account = accounts.get(no) ?? emptyAccounting()
    accounts.set(no, account)
    return account
  }
  const counts = await database.read(
    `WITH owned AS (
       SELECT import_no, kind, count(*)::DOUBLE AS messages, count_if(unrecognised)::DOUBLE AS unrecognised
       FROM messages GROUP BY import_no, kind
     )
     SELECT import_no, kind, messages, unrecognised, 0::DOUBLE AS seen FROM owned
     UNION ALL SELECT import_no, NULL, 0, 0, count(*)::DOUBLE FROM sightings GROUP BY import_no`,
  )
  for (const row of counts) {
    const [no, kind, messages, unrecognised, seen] = row as unknown as [number, Kind | null, number, number, number]
    const account = of(no)
    account.messages += messages
    account.unrecognised += unrecognised
    if (kind) account.kinds[kind] += messages
    account.duplicates += seen - messages
  }
  return accounts
}

async function readUnread(database: Database, importNo: number): Promise<Unread[]> {
  const rows = await database.read(
    `SELECT file, place, why, (count(*) OVER ())::DOUBLE FROM unread WHERE import_no = $1 LIMIT ${MAX_UNREAD_LISTED}`,
    [importNo],
  )
  const list = rows.map(([file, place, why]) => ({ file, place, why }) as Unread)
  return [...list, ...moreUnread(Number(rows[0]?.[3] ?? 0) - rows.length)]
}

/** What stands in an account for those that are not named: so many `more`; nothing for none. */
export function moreUnread(more: number): Unread[] {
  return more > 0 ? [{ file: '', place: '', why: `${more} more could not be read.` }] : []
}

/**
 * Takes an import out. Messages that another import has met as well stay and belong to the first of those, with their
 * source there. False where there is no such import.
 */
export function deleteImport(database: Database, id: string): Promise<boolean> {
  return database.write(async (connection) => {
    const found = (await connection.runAndReadAll('SELECT no FROM imports WHERE id = $1', [id])).getRows()
    const no = found[0]?.[0]
    if (no === undefined) return false
    const values = [no]
    await connection.run('DELETE FROM sightings WHERE import_no = $1', values)
    await connection.run(
      `CREATE TEMP TABLE heirs AS
       SELECT message, min(seq) AS seq FROM sightings
       WHERE message IN (SELECT no FROM messages WHERE import_no = $1) GROUP BY message`,
      values,
    )
    await connection.run(
      `UPDATE records SET source_file = s.file, source_index = s.file_index, source_offset = s.file_offset
       FROM heirs h JOIN sightings s ON s.seq = h.seq WHERE records.message = h.message`,
    )
    await connection.run(
      `UPDATE messages SET import_no = s.import_no
       FROM heirs h JOIN sightings s ON s.seq = h.seq WHERE messages.no = h.message`,
    )
    await connection.run('DROP TABLE heirs')
    await connection.run('DELETE FROM records WHERE message IN (SELECT no FROM messages WHERE import_no = $1)', values)
    await connection.run('DELETE FROM copies WHERE message IN (SELECT no FROM messages WHERE import_no = $1)', values)
    await connection.run('DELETE FROM messages WHERE import_no = $1', values)
    await connection.run('DELETE FROM unread WHERE import_no = $1', values)
    await connection.run('DELETE FROM imports WHERE no = $1', values)
    return true
  })
}

/** Takes all imports out, with every message and record. */
export function deleteAllImports(database: Database): Promise<void> {
  return database.write(async (connection) => {
    for (const table of ['records', 'copies', 'sightings', 'messages', 'unread', 'imports'])
      await connection.run(`DELETE FROM ${table}`)
  })
}
