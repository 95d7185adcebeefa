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
      match: /recipient (?:address )?rejected|no such user|user unknown|invalid recipient/,
      cause: 'mailbox-unknown',
      example: '550 5.7.1 <anna@shop.example>: Recipient address rejected. ERS-unknown',
      nearMiss: '550 5.7.1 Service unavailable; Client host blocked',
      source: 'Trend Micro: email security replies',
    },
    {
      id: 'reputation',
      match: /mail-abuse|ers\.trendmicro|email reputation|blocked using trend/,
      cause: 'blocklisted',
      example:
        '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using Trend Micro Email Reputation Service; https://ers.trendmicro.com',
      nearMiss: '550 5.7.1 Service unavailable',
      source: 'Trend Micro: email security replies',
    },
  ],
}
