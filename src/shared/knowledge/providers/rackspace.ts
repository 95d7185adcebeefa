/** Rackspace Email: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const rackspace: Provider = {
  id: 'rackspace',
  label: 'Rackspace Email',
  role: 'host',
  hosts: ['emailsrvr.com'],
  domains: [],
  speaks: /emailsrvr|rackspace/,
  postmaster: { label: 'Rackspace: SMTP errors', address: 'docs.rackspace.com' },
  rules: [
    {
      id: 'sender',
      match: /sender (?:address )?rejected|5\.1\.0 .{0,60}sender/,
      cause: 'authentication',
      example: '550 5.1.0 <news@shop.example>: Sender rejected (emailsrvr)',
      nearMiss: '550 5.1.1 <anna@shop.example>: Recipient rejected',
      source: 'Rackspace: SMTP error messages',
    },
    {
      id: 'unknown',
      match: /invalid recipient|user unknown|recipient (?:address )?rejected: (?:user|unknown)|no such user/,
      cause: 'mailbox-unknown',
      example: '550 5.1.1 <anna@shop.example>: Invalid recipient',
      nearMiss: '550 5.7.1 Invalid sender',
      source: 'Rackspace: SMTP error messages',
    },
  ],
}
