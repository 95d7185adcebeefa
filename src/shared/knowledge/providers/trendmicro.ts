/** Trend Micro: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const trendmicro: Provider = {
  id: 'trend-micro',
  label: 'Trend Micro',
  role: 'filter',
  hosts: ['trendmicro.com', 'trendmicro.eu', 'trendmicro.co.jp'],
  domains: [],
  speaks: /trend ?micro|mail-abuse\.com|ers\.trendmicro/,
  postmaster: { label: 'Trend Micro: IP reputation', address: 'servicecentral.trendmicro.com' },
  rules: [
    {
      id: 'unknown',
      match: /invalid-recipient|no such user|user unknown|invalid recipient/,
      cause: 'mailbox-unknown',
      example: '554 5.7.1 <anna@shop.example>: Recipient address rejected: Invalid-Recipient.',
      nearMiss: '554 5.7.1 <anna@shop.example>: Recipient address rejected: ERS-RBL.',
      source: 'Trend Micro: email security replies',
    },
    {
      id: 'not-hosted',
      match: /rejected: no-domain/,
      cause: 'relay-denied',
      why: 'Mail for this domain is led to Trend Micro, which does not handle it.',
      example: '554 5.7.1 <anna@shop.example>: Recipient address rejected: NO-DOMAIN.',
      nearMiss: '554 5.7.1 <anna@shop.example>: Recipient address rejected: NO-REASON.',
      source: 'Trend Micro: email security replies, success.trendmicro.com',
    },
    {
      id: 'blocked',
      match: /rejected: block-/,
      cause: 'policy',
      why: 'A block list of the recipient’s organisation at Trend Micro names the sender or the recipient.',
      example: '554 5.7.1 <anna@shop.example>: Recipient address rejected: BLOCK-SEND-ER.',
      nearMiss: '554 5.7.1 <anna@shop.example>: Recipient address rejected: Invalid-Recipient.',
      source: 'Trend Micro: email security replies, success.trendmicro.com',
    },
    {
      id: 'reputation',
      match: /mail-abuse|ers\.trendmicro|email reputation|blocked using trend|rejected: ers-/,
      cause: 'blocklisted',
      example:
        '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using Trend Micro Email Reputation Service; https://ers.trendmicro.com',
      nearMiss: '550 5.7.1 Service unavailable',
      source: 'Trend Micro: email security replies',
    },
  ],
}
