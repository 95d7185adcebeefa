/** How a row of the table `records` is read back as the `BounceRecord` it was. */
import { canonicalAddress } from '../../shared/address.ts'
import type { BounceRecord, Cause, Fault, Group, Kind, Verdict } from '../../shared/bounce.ts'
import type { Row } from '../../shared/query.ts'
import { joinReplyLines } from '../../shared/smtp.ts'
import type { Cells } from './database.ts'

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

/** Characters of a diagnostic that a row of the table shows: more than any screen has room for. */
const ROW_DIAGNOSTIC = 300

/** The select list that `readRow` reads. */
export const ROW_SELECT = `hash, recipient_index, kind, told, recipient, provider, reply_code, enhanced_code,
  cause, fault, verdict, address_verdict, overridden, reported_at::DOUBLE, left(diagnostic, ${ROW_DIAGNOSTIC + 1}),
  original_subject, source_file`

type RowCells = [
  ...[hash: bigint, index: number, kind: Kind, group: Group | null, recipient: Text, provider: Text],
  ...[replyCode: Text, enhancedCode: Text, cause: Cause | null, fault: Fault | null],
  ...[verdict: Verdict | null, judged: Verdict | null, overridden: boolean, reportedAt: number | null],
  ...[diagnostic: Text, subject: Text, file: string],
]

/** A reply in one line, its codes named once, with a sign where it goes on. */
function oneLine(diagnostic: string): string {
  const line = joinReplyLines(diagnostic.slice(0, ROW_DIAGNOSTIC))
  return diagnostic.length > ROW_DIAGNOSTIC ? `${line}…` : line
}

/** A row of `ROW_SELECT` as a row of the window's table. */
export function readRow(cells: Cells): Row {
  const [hash, index, kind, group, recipient, provider, ...rest] = cells as unknown as RowCells
  const [replyCode, enhancedCode, cause, fault, verdict, addressVerdict, overridden, reportedAt, ...said] = rest
  const [diagnostic, subject, file] = said
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
      fault,
      verdict,
      addressVerdict,
      overridden,
    },
    ...{ reportedAt: isoDate(reportedAt), diagnostic: diagnostic && oneLine(diagnostic), subject, file },
  }
}
