/** Free: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const free: Provider = {
  id: 'free',
  label: 'Free',
  role: 'mailbox',
  hosts: ['free.fr', 'proxad.net'],
  domains: ['free.fr', 'aliceadsl.fr', 'libertysurf.fr'],
  speaks: /postmaster\.free\.fr/,
  postmaster: { label: 'Free: postmaster', address: 'postmaster.free.fr' },
  rules: [
    {
      id: 'full',
      match: /quota exceeded|mailbox for user is full|over quota/,
      cause: 'mailbox-full',
      example: '552 5.2.2 user quota exceeded',
      nearMiss: '552 5.3.4 message exceeds limit',
      source: 'Replies of Free’s servers',
    },
    {
      id: 'inactive',
      match: /blocked due to inactivity|compte inactif/,
      cause: 'mailbox-disabled',
      example: '550 5.2.1 This mailbox has been blocked due to inactivity',
      nearMiss: '550 5.7.1 This host has been blocked',
      source: 'Replies of Free’s servers',
    },
    {
      id: 'spam',
      match: /spam detected|looks like spam/,
      cause: 'spam',
      example: '550 spam detected',
      nearMiss: '550 user detected',
      source: 'Replies of Free’s servers',
    },
    {
      id: 'rate',
      match: /too many errors from your ip|too many connections|too many/,
      cause: 'rate-limited',
      example: '421 Too many errors from your ip (192.0.2.1)',
      nearMiss: '421 Errors at your ip',
      source: 'Replies of Free’s servers',
    },
  ],
}
