/** A row to start from in tests. */
import type { Row } from '../../shared/query.ts'

export function makeRow(change: Partial<Row> = {}): Row {
  return {
    id: `${'0'.repeat(32)}:0`,
    kind: 'bounce',
    group: 'hard',
    recipient: 'Ana@example.com',
    address: 'ana@example.com',
    provider: 'gmail',
    replyCode: '550',
    enhancedCode: '5.1.1',
    cause: 'mailbox-unknown',
    fault: 'address',
    verdict: 'remove',
    addressVerdict: 'remove',
    overridden: false,
    reportedAt: '2026-03-01T10:00:00Z',
    diagnostic: '550 5.1.1 no such user',
    subject: 'Undelivered Mail',
    file: 'bounces.mbox',
    ...change,
  }
}
