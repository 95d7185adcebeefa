/** Records and messages for tests: only what a test is about need be said. */
import { createHash } from 'node:crypto'
import { type BounceRecord, strongestKind } from '../../../shared/bounce.ts'
import type { MessageEntry } from '../entry.ts'

/** The hash of a message known by `name`. */
export const hashOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 32)

/** A hard bounce of an unknown mailbox, changed by `change`. */
export function makeRecord(change: Partial<BounceRecord> = {}): BounceRecord {
  const recipient = change.recipient === undefined ? 'anna@shop.example' : change.recipient
  const bounced = change.kind === undefined || change.kind === 'bounce' || change.kind === 'delay'
  return {
    id: '',
    source: { file: 'inbox.mbox', index: 0, offset: 0 },
    kind: 'bounce',
    recipient,
    originalRecipient: null,
    domain: recipient?.split('@').at(-1)?.toLowerCase() ?? null,
    provider: null,
    replyCode: bounced ? '550' : null,
    enhancedCode: bounced ? '5.1.1' : null,
    group: bounced ? 'hard' : null,
    cause: bounced ? 'mailbox-unknown' : null,
    fault: bounced ? 'address' : null,
    verdict: bounced ? 'remove' : change.kind === 'complaint' ? 'remove' : null,
    addressVerdict: null,
    why: bounced ? 'The mailbox does not exist.' : null,
    fix: bounced ? 'Remove the address.' : null,
    diagnostic: bounced ? '550 5.1.1 User unknown' : null,
    remoteMta: bounced ? 'mx.shop.example' : null,
    reportingMta: 'out.example.com',
    action: bounced ? 'failed' : null,
    reportedAt: '2026-03-01T10:00:00.000Z',
    original: { from: 'news@example.com', subject: 'Spring news', messageId: '<1@example.com>', date: null },
    evidence: { detector: 'rfc3464', rule: 'reply/550', part: '2 message/delivery-status', excerpt: 'Status: 5.1.1' },
    remark: null,
    ...change,
  }
}

/** A message of these records, at `index` of its file. The same `name` is the same message. */
export function makeEntry(
  name: string,
  records: Partial<BounceRecord>[],
  change: Partial<MessageEntry> = {},
): MessageEntry {
  const hash = hashOf(name)
  const source = change.source ?? { file: 'inbox.mbox', index: 0, offset: 0 }
  const full = records.map((record, index) => ({ ...makeRecord(record), source, id: `${hash}:${index}` }))
  const kind = strongestKind(full.map((record) => record.kind))
  const unrecognised = full.some((record) => record.kind === 'bounce' && record.recipient === null)
  return { hash, kind, unrecognised, source, records: full, copy: null, size: 1_000, ...change }
}
