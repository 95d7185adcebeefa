/** Which records an export is about, and reading them in runs. */
import type { ExportList, ListSizes } from '../../shared/api.ts'
import type { BounceRecord, Verdict } from '../../shared/bounce.ts'
import type { ExportEntry } from '../../shared/knowledge/exportFormats/index.ts'
import type { Filter } from '../../shared/query.ts'
import { hashNumber, isoDate, RECORD_SELECT, readRecord } from './columns.ts'
import type { Database } from './database.ts'
import { Values, whereFilter } from './filter.ts'

export interface Selection {
  /** Null: the whole workspace. */
  filter: Filter | null
  /** Only bounces and complaints whose address has one of these verdicts; null: every record. */
  verdicts: readonly Verdict[] | null
  /** `resend`: only bounces that were our fault or their server's, of addresses that may be written to again. */
  list?: ExportList
  /** Only the records with these ids, or all but those. */
  records?: { is: 'only' | 'except'; ids: readonly string[] } | null
}

/** An address of a list. */
export interface ListedAddress {
  /** As written, domain in small letters. */
  address: string
  verdict: Verdict
}

/**
 * Bounces after which an address is to be written to again once the fault is mended: it is to be kept, ours or their
 * server's was the fault, and no report at all calls the address dead or its owner annoyed. Delays are left out: there
 * the server is still trying.
 */
const RESEND = `kind = 'bounce' AND verdict = 'keep' AND fault IN ('sender', 'receiver') AND address_verdict = 'keep'
  AND address IS NOT NULL AND address NOT IN (
    SELECT address FROM records WHERE address IS NOT NULL AND (verdict = 'remove' OR kind = 'complaint'))`

/** The selection as the condition of a query over `records`. */
export function whereSelection({ filter, verdicts, list, records }: Selection, values: Values): string {
  const parts = [filter ? whereFilter(filter, values) : 'TRUE']
  if (records) parts.push(whereRecords(records, values))
  if (list === 'resend') parts.push(RESEND)
  else if (verdicts?.length === 0) return 'FALSE'
  else if (verdicts) {
    const wanted = verdicts.map((verdict) => values.add(verdict)).join(', ')
    parts.push(`kind IN ('bounce', 'complaint') AND address_verdict IN (${wanted})`)
  }
  return parts.join(' AND ')
}

/** As one value, whatever their number: a list of values would be too long for a query. */
function whereRecords({ is, ids }: NonNullable<Selection['records']>, values: Values): string {
  const keys = ids.map((id) => `${hashNumber(id.slice(0, id.indexOf(':')))}:${id.slice(id.indexOf(':') + 1)}`)
  const chosen = `SELECT split_part(id, ':', 1)::UHUGEINT, split_part(id, ':', 2)::INTEGER
    FROM (SELECT unnest(string_split(${values.add(keys.join(' '))}, ' ')) AS id) WHERE id <> ''`
  return `(hash, recipient_index) ${is === 'only' ? 'IN' : 'NOT IN'} (${chosen})`
}

/** How many records and distinct addresses it holds. */
export async function countSelection(database: Database, selection: Selection) {
  const values = new Values()
  const rows = await database.read(
    `SELECT count(*)::DOUBLE, count(DISTINCT address)::DOUBLE FROM records WHERE ${whereSelection(selection, values)}`,
    values.list,
  )
  const [records, addresses] = rows[0] as [number, number]
  return { records, addresses }
}

/** Within this filter and these records: addresses of bounces and complaints by verdict, and those to write to again. */
export async function countLists(
  database: Database,
  { filter, records }: Pick<Selection, 'filter' | 'records'>,
): Promise<ListSizes> {
  const values = new Values()
  const where = whereSelection({ filter, records, verdicts: null }, values)
  const rows = await database.read(
    `SELECT address_verdict, count(DISTINCT address)::DOUBLE FROM records
     WHERE address IS NOT NULL AND address_verdict IS NOT NULL AND kind IN ('bounce', 'complaint') AND ${where}
     GROUP BY address_verdict`,
    values.list,
  )
  const verdicts: ListSizes['verdicts'] = { remove: 0, review: 0, watch: 0, keep: 0, ...Object.fromEntries(rows) }
  const resend = await countSelection(database, { filter, records, verdicts: null, list: 'resend' })
  return { verdicts, resend: resend.addresses }
}

/** The records in the order in which they were read. */
export async function* streamRecords(database: Database, selection: Selection): AsyncGenerator<BounceRecord[]> {
  const values = new Values()
  const where = whereSelection(selection, values)
  const runs = database.stream(`SELECT ${RECORD_SELECT} FROM records WHERE ${where}`, values.list)
  for await (const run of runs) yield run.map(readRecord)
}

/**
 * The records of messages that were met again, once for each further time: with the id they have, and the source of that
 * time.
 */
export async function* streamRepeats(database: Database): AsyncGenerator<BounceRecord[]> {
  const runs = database.stream(
    `SELECT ${RECORD_SELECT} FROM (
       SELECT records.* REPLACE (s.file AS source_file, s.file_index AS source_index, s.file_offset AS source_offset), s.seq
       FROM (SELECT *, row_number() OVER (PARTITION BY message ORDER BY seq) AS time FROM sightings) s
       JOIN records ON records.message = s.message
       WHERE s.time > 1)
     ORDER BY seq, recipient_index`,
  )
  for await (const run of runs) yield run.map(readRecord)
}

/**
 * The addresses, each once, in the order of their canonical form; spelt as written, small letters before capitals where
 * spellings differ, so that the same records give the same list in whatever order they were read.
 */
export async function* streamAddresses(database: Database, selection: Selection): AsyncGenerator<ListedAddress[]> {
  const values = new Values()
  const where = whereSelection(selection, values)
  const runs = database.stream(
    `SELECT max(recipient), any_value(address_verdict) FROM records
     WHERE address IS NOT NULL AND ${where} GROUP BY address ORDER BY address`,
    values.list,
  )
  for await (const run of runs) yield run.map(([address, verdict]) => ({ address, verdict }) as ListedAddress)
}

/**
 * The same addresses in the same order and spelling, each with the report that speaks for its verdict: of those that
 * agree with it the latest, of equal ones always the same, in whatever order they were read.
 */
export async function* streamEntries(database: Database, selection: Selection): AsyncGenerator<ExportEntry[]> {
  const values = new Values()
  const where = whereSelection(selection, values)
  const runs = database.stream(
    `WITH chosen AS (
       SELECT address, max(recipient) AS spelt, bool_or(kind = 'complaint') AS complaint,
         arg_max(n, (verdict IS NOT DISTINCT FROM address_verdict, coalesce(reported_at, -1), hash, recipient_index)) AS n
       FROM records WHERE address IS NOT NULL AND ${where} GROUP BY address
     )
     SELECT c.spelt, c.complaint, r.reply_code, r.enhanced_code, r.diagnostic, r.reported_at::DOUBLE
     FROM chosen c JOIN records r ON r.n = c.n ORDER BY c.address`,
    values.list,
  )
  for await (const run of runs) yield run.map(readEntry)
}

type Text = string | null
type EntryCells = [
  ...[address: string, complaint: boolean, replyCode: Text, enhancedCode: Text, diagnostic: Text],
  ...[reportedAt: number | null],
]

function readEntry(cells: unknown[]): ExportEntry {
  const [address, complaint, replyCode, enhancedCode, diagnostic, reportedAt] = cells as EntryCells
  return { address, complaint, replyCode, enhancedCode, diagnostic, reportedAt: isoDate(reportedAt) }
}
