/** The address that the formats' examples are about. */
import type { ExportEntry } from './types.ts'

/** `bad@example.com`, of which a server said `550 5.1.1 user unknown`. */
export const BAD: ExportEntry = {
  address: 'bad@example.com',
  complaint: false,
  replyCode: '550',
  enhancedCode: '5.1.1',
  diagnostic: '550 5.1.1 user unknown',
  reportedAt: '2025-09-01T10:00:00.000Z',
}
