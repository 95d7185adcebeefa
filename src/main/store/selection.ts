/** Which records an export is about, and reading them in runs. */
import type { BounceRecord, Verdict } from '../../shared/bounce.ts'
import type { Filter } from '../../shared/query.ts'
import { RECORD_SELECT, readRecord } from './columns.ts'
import type { Database } from './database.ts'
import { Values, whereFilter } from './filter.ts'

export interface Selection {
  /** Null: the whole workspace. */
  filter: Filter | null
  /** Only bounces and complaints whose address has one of these verdicts; null: every record. */
  verdicts: readonly Verdict[] | null
}

/** An address of a removal list. */
export interface ListedAddress {
  /** As written, domain in small letters. */
  address: string
  verdict: Verdict
}

function whereSelection({ filter, verdicts }: Selection, values: Values): string {
  const where = filter ? whereFilter(filter, values) : 'TRUE'
  if (!verdicts) return where
  if (verdicts.length === 0) return 'FALSE'
  const list = verdicts.map((verdict) => values.add(verdict)).join(', ')
  return `kind IN ('bounce', 'complaint') AND address_verdict IN (${list}) AND ${where}`
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
