/** Mailgun: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const mailgun: Provider = {
  id: 'mailgun',
  label: 'Mailgun',
  role: 'sender',
  hosts: ['mailgun.org', 'mailgun.net', 'mailgun.com'],
  domains: [],
  speaks: /mailgun|not delivering to previously bounced/,
  postmaster: { label: 'Mailgun: bounces', address: 'documentation.mailgun.com' },
  rules: [
    {
      id: 'suppressed',
      match: /previously bounced|\b605\b/,
      cause: 'mailbox-unknown',
      why: 'Mailgun did not even try: mail to this address has bounced before.',
      example: '605 Not delivering to previously bounced address',
      nearMiss: '606 Not delivering to previously unsubscribed address',
      source: 'Mailgun documentation: suppressions and failure codes',
    },
    {
      id: 'left',
      match: /previously (?:unsubscribed|complained)|who marked your messages as spam|unsubscribed/,
      cause: 'recipient-refused',
      why: 'Mailgun did not even try: this person has unsubscribed or complained.',
      example: 'Not delivering to a user who marked your messages as spam',
      nearMiss: 'Not delivering to a user',
      source: 'Mailgun documentation: suppressions and failure codes',
    },
    {
      id: 'own-limit',
      match:
        /message limit reached|exceeded your|domain .{0,60}(?:not allowed to send|disabled)|account (?:is )?(?:disabled|probation)/,
      cause: 'rate-limited',
      ours: true,
      example: '421 Domain shop.example is not allowed to send: message limit reached',
      nearMiss: '421 Domain shop.example is closed',
      source: 'Mailgun documentation: suppressions and failure codes',
    },
  ],
}
