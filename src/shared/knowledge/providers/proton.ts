/** Proton Mail: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const proton: Provider = {
  id: 'proton',
  label: 'Proton Mail',
  role: 'mailbox',
  hosts: ['protonmail.ch', 'proton.ch', 'protonmail.com', 'proton.me'],
  domains: ['protonmail.com', 'protonmail.ch', 'proton.me', 'pm.me'],
  speaks: /proton(?:mail)?\.(?:ch|me|com)/,
  postmaster: { label: 'Proton Mail: support', address: 'proton.me/support' },
  rules: [
    {
      id: 'unknown',
      match:
        /address does not exist|user unknown|no such (?:user|recipient)|recipient address rejected: (?:address|user|recipient|mailbox|undeliverable|unknown)/,
      cause: 'mailbox-unknown',
      example: '550 5.1.1 <anna@proton.me>: Recipient address rejected: Address does not exist',
      nearMiss: '550 5.7.1 <anna@proton.me>: Sender refused',
      source: 'Replies of Proton Mail servers',
    },
  ],
}
