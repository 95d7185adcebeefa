/** GoDaddy: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const godaddy: Provider = {
  id: 'godaddy',
  label: 'GoDaddy',
  role: 'host',
  hosts: ['secureserver.net'],
  domains: [],
  speaks: /secureserver\.net|x\.co\/|godaddy|\bib\d{3}\b/,
  postmaster: { label: 'GoDaddy: bounce messages', address: 'www.godaddy.com/help' },
  rules: [
    {
      id: 'unknown',
      match: /account.{0,40}does not exist|recipient not found|user unknown|no such (?:user|recipient)/,
      cause: 'mailbox-unknown',
      example: '550 5.1.1 <anna@shop.example> Recipient not found. http://x.co/irbounce',
      nearMiss: '550 5.7.1 refused. http://x.co/srbounce',
      source: 'GoDaddy help: bounce messages',
    },
    {
      id: 'reputation',
      match: /\bib(?:10[1-9]|21\d|5\d\d|705)\b|rbl|x\.co\/(?:rlbounce|srbounce)|blocked|spam/,
      cause: 'reputation',
      example: '554 This IP address has been rejected by us. IB212 (secureserver.net)',
      nearMiss: '554 This page moved',
      source: 'GoDaddy help: bounce messages',
    },
    {
      id: 'limit',
      match: /\bib(?:00\d|20\d|11\d)\b|too many|rate limit|connection limit/,
      cause: 'rate-limited',
      example: '421 Connection limit reached. IB007',
      nearMiss: '421 bye',
      source: 'GoDaddy help: bounce messages',
    },
  ],
}
