/** One record with what surrounds it. */
import type { DuckDBBlobValue } from '@duckdb/node-api'
import { canonicalAddress } from '../../shared/address.ts'
import type { RecordDetail } from '../../shared/query.ts'
import { addressWhy } from './address-why.ts'
import { hashNumber, RECORD_SELECT, ROW_SELECT, readRecord, readRow } from './columns.ts'
import type { Database } from './database.ts'
import type { StoredSource } from './index.ts'
import { readJudgement } from './verdicts.ts'

/** Other records of the address that the detail panel lists. */
const MAX_SAME_ADDRESS = 100

/** Records of other addresses of the domain that it lists; the table shows the rest. */
const MAX_OTHERS_AT_DOMAIN = 5

const RECORD_ID = /^([0-9a-f]{32}):(\d{1,9})$/

/** The record of that id with its neighbours; null where it is not there. */
export async function readDetail(database: Database, id: string): Promise<RecordDetail | null> {
  const key = parseId(id)
  const rows = key ? await database.read(`SELECT ${RECORD_SELECT}, overridden FROM records WHERE ${BY_ID}`, key) : []
  const cells = rows[0]
  if (!key || !cells) return null
  const record = readRecord(cells)
  const address = record.recipient === null ? null : canonicalAddress(record.recipient)
  const judgement = address === null ? null : await readJudgement(database, address)
  const same = await database.read(
    `SELECT ${ROW_SELECT} FROM records WHERE address = $3 AND NOT (${BY_ID})
     ORDER BY reported_at DESC NULLS LAST, hash, recipient_index LIMIT ${MAX_SAME_ADDRESS}`,
    [...key, address],
  )
  const domain = await database.read('SELECT count(*)::DOUBLE FROM records WHERE domain = $1', [record.domain])
  const others = await database.read(
    `SELECT ${ROW_SELECT} FROM records WHERE domain = $1 AND address IS DISTINCT FROM $2
     ORDER BY reported_at DESC NULLS LAST, hash, recipient_index LIMIT ${MAX_OTHERS_AT_DOMAIN}`,
    [record.domain, address],
  )
  return {
    record,
    address,
    overridden: cells.at(-1) === true,
    addressWhy: judgement && addressWhy(judgement, record.verdict),
    sameAddress: same.map(readRow),
    sameDomain: Number(domain[0]?.[0] ?? 0),
    othersAtDomain: others.map(readRow),
  }
}

/** Where the record's message lies, and the copy of it if there is one; null where it is not there. */
export async function readSource(database: Database, id: string): Promise<StoredSource | null> {
  const key = parseId(id)
  if (!key) return null
  const rows = await database.read(
    `SELECT r.source_file, r.source_index, r.source_offset::DOUBLE, i.id, m.size::DOUBLE, c.bytes
     FROM (SELECT * FROM records WHERE ${BY_ID}) r
     JOIN messages m ON m.no = r.message
     JOIN imports i ON i.no = m.import_no
     LEFT JOIN copies c ON c.message = r.message`,
    key,
  )
  const row = rows[0]
  if (!row) return null
  const [file, index, offset, importId, size, copy] = row as unknown as SourceCells
  return { source: { file, index, offset }, importId, copy: copy?.bytes ?? null, size }
}

type SourceCells = [string, number, number, string, number, DuckDBBlobValue | null]

const BY_ID = 'hash = $1::UHUGEINT AND recipient_index = $2'

function parseId(id: string): [string, number] | null {
  const [, hash, index] = RECORD_ID.exec(id) ?? []
  return hash && index ? [hashNumber(hash).toString(), Number(index)] : null
}
