/** Proofpoint: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const proofpoint: Provider = {
  id: 'proofpoint',
  label: 'Proofpoint',
  role: 'filter',
  hosts: ['pphosted.com', 'ppe-hosted.com', 'proofpoint.com'],
  domains: [],
  speaks: /proofpoint|pphosted|ppe-hosted/,
  postmaster: { label: 'Proofpoint: look up an IP address', address: 'ipcheck.proofpoint.com' },
  rules: [
    {
      id: 'unknown',
      match:
        /user unknown|undeliverable address|not a valid e-?mail address|marked as invalid|invalid recipient|no such (?:user|recipient)|mailbox not found|recipient (?:not found|address rejected: user)/,
      cause: 'mailbox-unknown',
      why: 'The recipient’s organisation has told Proofpoint that there is no such address.',
      example: '550 5.7.1 user email address is marked as invalid',
      nearMiss: '550 5.7.1 user email address is marked as private',
      source: 'Replies of Proofpoint’s gateways; ipcheck.proofpoint.com',
    },
    {
      id: 'checking',
      match: /unverified address|address verification in progress/,
      cause: 'server-trouble',
      only: 'temporary',
      example: '450 4.1.1 Recipient address rejected: unverified address: Address verification in progress',
      nearMiss: '450 4.1.1 Recipient address rejected: later',
      source: 'Replies of Proofpoint’s gateways; ipcheck.proofpoint.com',
    },
    {
      id: 'reputation',
      match: /prs\.proofpoint|proofpoint\.com\/(?:dnsbl|\?ip|ip)|ipcheck\.proofpoint|dynamic reputation|blocked - see/,
      cause: 'reputation',
      why: 'Proofpoint, which filters for many companies, rates your server as poor.',
      fix: 'Look your server up at ipcheck.proofpoint.com and ask there for its release; keep the address.',
      example: '554 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1',
      nearMiss: '554 Seen - see the manual',
      source: 'Replies of Proofpoint’s gateways; ipcheck.proofpoint.com',
    },
    {
      id: 'sender',
      match: /sender address rejected|domain of sender|sender domain/,
      cause: 'authentication',
      why: 'Your sender address or its domain was not accepted.',
      example: '550 5.1.8 Sender address rejected: Domain not found',
      nearMiss: '550 5.1.1 Address rejected: Domain not found',
      source: 'Replies of Proofpoint’s gateways; ipcheck.proofpoint.com',
    },
    {
      id: 'rate',
      match: /too many (?:concurrent|connections|messages|recipients)|rate (?:limit|control)|connection limit/,
      cause: 'rate-limited',
      example: '452 4.3.2 Too many concurrent connections',
      nearMiss: '452 4.3.2 Connections lost',
      source: 'Replies of Proofpoint’s gateways; ipcheck.proofpoint.com',
    },
    {
      id: 'relay',
      match: /relay(?:ing)? (?:access )?denied|relaying not allowed/,
      cause: 'relay-denied',
      why: 'Proofpoint does not filter for this domain; its MX entries may be old.',
      example: '550 5.7.1 Relaying denied',
      nearMiss: '550 5.7.1 Request denied',
      source: 'Replies of Proofpoint’s gateways; ipcheck.proofpoint.com',
    },
  ],
  advice: {
    reputation: {
      what: 'Proofpoint filters for many companies, so one bad rating shows up at many domains at once.',
      steps: [
        'Look your server’s address up at ipcheck.proofpoint.com.',
        'Find out what it sent that people did not want, and stop that first.',
        'Ask for release on that page; it mostly takes a day.',
        'If it lasts, ask a recipient’s administrator to report the false alarm to Proofpoint.',
      ],
    },
  },
}
