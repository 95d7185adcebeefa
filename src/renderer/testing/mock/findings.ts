/** What could stand out in the generated records, and how a pasted reply could be answered. */
import type { ExplainAnswer, ExplainQuestion } from '../../../shared/explained.ts'
import type { OverviewFinding } from '../../../shared/overview.ts'
import { EMPTY_FILTER, type FacetField } from '../../../shared/query.ts'

const select = (include: Partial<Record<FacetField, string[]>>) => ({ ...EMPTY_FILTER, include })

export const MOCK_FINDINGS: OverviewFinding[] = [
  {
    id: 'refused/gmail/authentication',
    kind: 'refused',
    severity: 'urgent',
    count: 212,
    share: 0.21,
    provider: 'gmail',
    cause: 'authentication',
    title: 'Gmail refuses 212 messages because the sender is not authenticated.',
    action: 'Set up SPF, DKIM and DMARC for the sending domain. These addresses are fine.',
    filter: select({ provider: ['gmail'], cause: ['authentication'] }),
  },
  {
    id: 'complaints',
    kind: 'complaints',
    severity: 'urgent',
    count: 9,
    share: 0.01,
    provider: null,
    cause: null,
    title: '9 people reported your mail as spam.',
    action: 'Remove them, and look how they came onto your list.',
    filter: select({ kind: ['complaint'] }),
  },
  {
    id: 'dead-addresses',
    kind: 'dead-addresses',
    severity: 'warning',
    count: 340,
    share: 0.34,
    provider: null,
    cause: null,
    title: '340 addresses at 87 domains do not exist any more, or never did.',
    action: 'Remove them.',
    filter: select({ cause: ['mailbox-unknown', 'mailbox-disabled'], addressVerdict: ['remove'] }),
  },
  {
    id: 'backscatter',
    kind: 'backscatter',
    severity: 'warning',
    count: 14,
    share: 0.01,
    provider: null,
    cause: null,
    title: '14 reports are about mail that none of your domains sent.',
    action: 'Somebody forges senders: do not remove addresses for these, and publish SPF, DKIM and DMARC (p=reject).',
    filter: null,
  },
  {
    id: 'full-mailboxes',
    kind: 'full-mailboxes',
    severity: 'notice',
    count: 41,
    share: 0.04,
    provider: null,
    cause: 'mailbox-full',
    title: '41 messages met a full mailbox.',
    action: 'Nothing to do now: who stays full for weeks is proposed for removal.',
    filter: select({ cause: ['mailbox-full'] }),
  },
]

export function mockAnswer({ reply, remoteMta, recipient }: ExplainQuestion): ExplainAnswer {
  return {
    recipient: recipient || null,
    provider: 'gmail',
    replyCode: '550',
    enhancedCode: '5.7.26',
    addressVerdict: 'keep',
    diagnostic: reply,
    remoteMta: remoteMta || null,
    evidence: { detector: 'explain', rule: 'gmail/5.7.26', part: 'the reply', excerpt: reply.slice(0, 200) },
    group: 'hard',
    cause: 'authentication',
    fault: 'sender',
    verdict: 'keep',
    why: 'Gmail refused the sender, not the address: the mailbox may well exist.',
    fix: 'Set up SPF, DKIM and DMARC for the sending domain; keep the address.',
  }
}
