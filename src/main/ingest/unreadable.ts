/** What stands in the store for a message that could not be read. */
import type { BounceRecord } from '../../shared/bounce.ts'
import type { RawMessage } from '../message/types.ts'

/** The record of a message that could not be read at all: nothing is lost silently. */
export function unreadableRecord(
  raw: Pick<RawMessage, 'file' | 'index' | 'offset'>,
  hash: string,
  remark: string,
): BounceRecord {
  return {
    id: `${hash}:0`,
    source: { file: raw.file, index: raw.index, offset: raw.offset },
    kind: 'unreadable',
    recipient: null,
    originalRecipient: null,
    domain: null,
    provider: null,
    replyCode: null,
    enhancedCode: null,
    group: null,
    cause: null,
    fault: null,
    verdict: null,
    addressVerdict: null,
    why: null,
    fix: null,
    diagnostic: null,
    remoteMta: null,
    reportingMta: null,
    action: null,
    reportedAt: null,
    original: { from: null, subject: null, messageId: null, date: null },
    evidence: { detector: 'ingest', rule: 'unreadable', part: 'message', excerpt: '' },
    remark,
  }
}
