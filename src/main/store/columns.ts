/** The columns of the table `records`: how a `BounceRecord` is written to them and read back. */
import { BIGINT, BOOLEAN, INTEGER, UHUGEINT, VARCHAR } from '@duckdb/node-api'
import { canonicalAddress } from '../../shared/address.ts'
import type { BounceRecord, Cause, Fault, Group, Kind, Verdict } from '../../shared/bounce.ts'
import type { Row, Section } from '../../shared/query.ts'
import type { Cells } from './database.ts'
import type { Column } from './table-writer.ts'

/** A record on its way into the table. */
export interface NewRecord {
  n: number
  message: number
  hash: bigint
  recipientIndex: number
  record: BounceRecord
}

/** Characters of a record that a text filter looks at: keeps one monstrous diagnostic from slowing every search. */
const MAX_SEARCH_TEXT = 4_000

const text = (name: string, read: (record: BounceRecord) => string | null): Column<NewRecord> => [
  name,
  VARCHAR,
  ({ record }) => read(record),
]

/** In the order of the table. */
export const RECORD_COLUMNS: readonly Column<NewRecord>[] = [
  ['n', INTEGER, (row) => row.n],
  ['message', INTEGER, (row) => row.message],
  ['hash', UHUGEINT, (row) => row.hash],
  ['recipient_index', INTEGER, (row) => row.recipientIndex],
  text('section', sectionOf),
  text('kind', (r) => r.kind),
  text('recipient', (r) => r.recipient),
  text('original_recipient', (r) => r.originalRecipient),
  text('address', (r) => (r.recipient === null ? null : canonicalAddress(r.recipient))),
  text('domain', (r) => r.domain),
  text('provider', (r) => r.provider),
  text('reply_code', (r) => r.replyCode),
  text('enhanced_code', (r) => r.enhancedCode),
  text('told', (r) => r.group),
  text('cause', (r) => r.cause),
  text('fault', (r) => r.fault),
  text('verdict', (r) => r.verdict),
  text('address_verdict', () => null),
  ['overridden', BOOLEAN, () => false],
  text('why', (r) => r.why),
  text('fix', (r) => r.fix),
  text('diagnostic', (r) => r.diagnostic),
  text('remote_mta', (r) => r.remoteMta),
  text('reporting_mta', (r) => r.reportingMta),
  text('action', (r) => r.action),
  ['reported_at', BIGINT, ({ record }) => milliseconds(record.reportedAt)],
  text('original_from', (r) => r.original.from),
  text('original_subject', (r) => r.original.subject),
  text('original_message_id', (r) => r.original.messageId),
  text('original_date', (r) => r.original.date),
  text('detector', (r) => r.evidence.detector),
  text('rule', (r) => r.evidence.rule),
  text('part', (r) => r.evidence.part),
  text('excerpt', (r) => r.evidence.excerpt),
  text('remark', (r) => r.remark),
  text('source_file', (r) => r.source.file),
  ['source_index', INTEGER, ({ record }) => record.source.index],
  ['source_offset', BIGINT, ({ record }) => BigInt(record.source.offset)],
  text('search', searchText),
]

/** The section of the table a record stands in. A bounce without a group should not occur; it counts as soft. */
export function sectionOf(record: Pick<BounceRecord, 'kind' | 'group'>): Section {
  if (record.kind === 'bounce') return record.group ?? 'soft'
  if (record.kind === 'delay') return 'delayed'
  return record.kind === 'complaint' ? 'complaint' : 'not-bounce'
}

/** What the text filter looks at, lower-cased. */
function searchText(record: BounceRecord): string {
  const { recipient, originalRecipient, diagnostic, original, replyCode, enhancedCode } = record
  const parts = [recipient, originalRecipient, original.subject, replyCode, enhancedCode, record.provider]
  parts.push(record.remoteMta, record.reportingMta, diagnostic)
  return parts.filter(Boolean).join('\n').slice(0, MAX_SEARCH_TEXT).toLowerCase()
}

function milliseconds(iso: string | null): bigint | null {
  const time = iso === null ? Number.NaN : Date.parse(iso)
  return Number.isNaN(time) ? null : BigInt(time)
}

/** Hex digits of a message's hash as the number it is stored by. */
export const hashNumber = (hex: string): bigint => BigInt(`0x${hex}`)

const recordId = (hash: bigint, index: number) => `${hash.toString(16).padStart(32, '0')}:${index}`

/** Milliseconds since 1970 as ISO 8601, UTC. */
export const isoDate = (time: number | null) => (time === null ? null : new Date(time).toISOString())

/**
 * The select list that `readRecord` reads. The texts come as one JSON array: to take them one by one out of the database's
 * memory costs twice the time.
 */
export const RECORD_SELECT = `hash, recipient_index, source_index, source_offset::DOUBLE, reported_at::DOUBLE, to_json([
  source_file, kind, recipient, original_recipient, domain, provider, reply_code, enhanced_code, told, cause, fault,
  verdict, address_verdict, why, fix, diagnostic, remote_mta, reporting_mta, action, original_from, original_subject,
  original_message_id, original_date, detector, rule, part, excerpt, remark])::VARCHAR`

type Text = string | null
type RecordCells = [hash: bigint, index: number, fileIndex: number, offset: number, time: number | null, texts: string]
type RecordTexts = [
  ...[file: string, kind: Kind, recipient: Text, originalRecipient: Text, domain: Text, provider: Text],
  ...[replyCode: Text, enhancedCode: Text, told: Group | null, cause: Cause | null, fault: Fault | null],
  ...[verdict: Verdict | null, addressVerdict: Verdict | null, why: Text, fix: Text, diagnostic: Text],
  ...[remoteMta: Text, reportingMta: Text, action: Text, from: Text, subject: Text, messageId: Text, date: Text],
  ...[detector: string, rule: string, part: string, excerpt: string, remark: Text],
]

/** A row of `RECORD_SELECT` as the record it was. */
export function readRecord(cells: Cells): BounceRecord {
  const [hash, recipientIndex, index, offset, time, texts] = cells as unknown as RecordCells
  const [file, kind, recipient, originalRecipient, domain, provider, ...said] = JSON.parse(texts) as RecordTexts
  const [replyCode, enhancedCode, group, cause, fault, verdict, addressVerdict, why, fix, ...reported] = said
  const [diagnostic, remoteMta, reportingMta, action, from, subject, messageId, date, ...found] = reported
  const [detector, rule, part, excerpt, remark] = found
  return {
    id: recordId(hash, recipientIndex),
    source: { file, index, offset },
    ...{ kind, recipient, originalRecipient, domain, provider, replyCode, enhancedCode, group, cause, fault, verdict },
    ...{ addressVerdict, why, fix, diagnostic, remoteMta, reportingMta, action, reportedAt: isoDate(time) },
    original: { from, subject, messageId, date },
    evidence: { detector, rule, part, excerpt },
    remark,
  }
}

/** The select list that `readRow` reads; the first line of the diagnostic is enough for a table. */
export const ROW_SELECT = `hash, recipient_index, kind, told, recipient, provider, reply_code, enhanced_code,
  cause, verdict, address_verdict, overridden, reported_at::DOUBLE, split_part(diagnostic, chr(10), 1), original_subject`

type RowCells = [
  ...[hash: bigint, index: number, kind: Kind, group: Group | null, recipient: Text, provider: Text],
  ...[replyCode: Text, enhancedCode: Text, cause: Cause | null, verdict: Verdict | null, judged: Verdict | null],
  ...[overridden: boolean, reportedAt: number | null, diagnostic: Text, subject: Text],
]

/** A row of `ROW_SELECT` as a row of the window's table. */
export function readRow(cells: Cells): Row {
  const [hash, index, kind, group, recipient, provider, ...rest] = cells as unknown as RowCells
  const [replyCode, enhancedCode, cause, verdict, addressVerdict, overridden, reportedAt, diagnostic, subject] = rest
  const address = recipient === null ? null : canonicalAddress(recipient)
  return {
    id: recordId(hash, index),
    ...{
      kind,
      group,
      recipient,
      address,
      provider,
      replyCode,
      enhancedCode,
      cause,
      verdict,
      addressVerdict,
      overridden,
    },
    ...{ reportedAt: isoDate(reportedAt), diagnostic, subject },
  }
}
