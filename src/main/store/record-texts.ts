/** The texts of a record as the table `records` holds them. Pure: the workers that encode batches load this too. */
import { canonicalAddress } from '../../shared/address.ts'
import type { BounceRecord } from '../../shared/bounce.ts'
import type { Section } from '../../shared/query.ts'

/** Characters of a record that a text filter looks at: keeps one monstrous diagnostic from slowing every search. */
const MAX_SEARCH_TEXT = 4_000

type Read = (record: BounceRecord) => string | null

/** Columns whose values repeat from record to record: a batch holds each value once. */
export const REPEATING_TEXTS = {
  section: sectionOf,
  kind: (r) => r.kind,
  original_recipient: (r) => r.originalRecipient,
  domain: (r) => r.domain,
  provider: (r) => r.provider,
  reply_code: (r) => r.replyCode,
  enhanced_code: (r) => r.enhancedCode,
  told: (r) => r.group,
  cause: (r) => r.cause,
  fault: (r) => r.fault,
  verdict: (r) => r.verdict,
  why: (r) => r.why,
  fix: (r) => r.fix,
  remote_mta: (r) => r.remoteMta,
  reporting_mta: (r) => r.reportingMta,
  action: (r) => r.action,
  original_from: (r) => r.original.from,
  detector: (r) => r.evidence.detector,
  rule: (r) => r.evidence.rule,
  part: (r) => r.evidence.part,
  remark: (r) => r.remark,
  source_file: (r) => r.source.file,
} satisfies Record<string, Read>
export type RepeatingText = keyof typeof REPEATING_TEXTS

/** Columns whose values are as good as never the same. */
export const VARYING_TEXTS = {
  recipient: (r) => r.recipient,
  address: (r) => (r.recipient === null ? null : canonicalAddress(r.recipient)),
  diagnostic: (r) => r.diagnostic,
  original_subject: (r) => r.original.subject,
  original_message_id: (r) => r.original.messageId,
  original_date: (r) => r.original.date,
  excerpt: (r) => r.evidence.excerpt,
  search: searchText,
} satisfies Record<string, Read>
export type VaryingText = keyof typeof VARYING_TEXTS

/** The section of the table a record stands in. A bounce without a group should not occur; it counts as soft. */
function sectionOf(record: Pick<BounceRecord, 'kind' | 'group'>): Section {
  if (record.kind === 'bounce') return record.group ?? 'soft'
  if (record.kind === 'delay') return 'delayed'
  return record.kind === 'complaint' ? 'complaint' : 'not-bounce'
}

/** What the text filter looks at, lower-cased. */
function searchText(record: BounceRecord): string {
  const { recipient, originalRecipient, diagnostic, original, replyCode, enhancedCode } = record
  let text = ''
  const add = (part: string | null) => {
    if (part) text += text ? `\n${part}` : part
  }
  add(recipient)
  add(originalRecipient)
  add(original.subject)
  add(replyCode)
  add(enhancedCode)
  add(record.provider)
  add(record.remoteMta)
  add(record.reportingMta)
  add(diagnostic)
  return text.slice(0, MAX_SEARCH_TEXT).toLowerCase()
}
