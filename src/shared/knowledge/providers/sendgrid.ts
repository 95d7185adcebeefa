/** SendGrid: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const sendgrid: Provider = {
  id: 'sendgrid',
  label: 'SendGrid',
  role: 'sender',
  hosts: ['sendgrid.net', 'sendgrid.com'],
  domains: [],
  speaks: /sendgrid/,
  postmaster: { label: 'SendGrid: bounces', address: 'docs.sendgrid.com' },
  rules: [
    {
      id: 'dropped-bounced',
      match: /bounced address|previously bounced/,
      cause: 'mailbox-unknown',
      why: 'SendGrid did not even try: mail to this address has bounced before.',
      example: 'Bounced Address',
      nearMiss: 'Bounced message',
      source: 'SendGrid documentation: bounces, blocks and drops',
    },
    {
      id: 'dropped-left',
      match: /unsubscribed address|spam reporting address|reported as spam|unsubscribed/,
      cause: 'recipient-refused',
      why: 'SendGrid did not even try: this person has unsubscribed or complained.',
      example: 'Unsubscribed Address',
      nearMiss: 'Subscribed Address',
      source: 'SendGrid documentation: bounces, blocks and drops',
    },
    {
      id: 'not-verified',
      match: /verified sender identity/,
      cause: 'authentication',
      ours: true,
      example: '550 The from address does not match a verified Sender Identity',
      nearMiss: '550 The address does not match',
      source: 'SendGrid documentation: bounces, blocks and drops',
    },
    {
      id: 'own-limit',
      match: /maximum credits exceeded|credits exceeded/,
      cause: 'rate-limited',
      ours: true,
      example: '451 Authentication failed: Maximum credits exceeded',
      nearMiss: '451 Authentication failed',
      source: 'SendGrid documentation: bounces, blocks and drops',
    },
  ],
}
