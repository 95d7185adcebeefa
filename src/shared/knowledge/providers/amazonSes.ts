/** Amazon SES: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const amazonSes: Provider = {
  id: 'amazon-ses',
  label: 'Amazon SES',
  role: 'sender',
  hosts: [
    'amazonses.com',
    'awsapps.com',
    'inbound-smtp.us-east-1.amazonaws.com',
    'inbound-smtp.us-west-2.amazonaws.com',
    'inbound-smtp.eu-west-1.amazonaws.com',
  ],
  domains: ['amazonses.com', 'awsapps.com'],
  speaks: /amazon ses|amazonses|account-level suppression list|amazonworkmail/,
  postmaster: { label: 'Amazon SES: bounces', address: 'docs.aws.amazon.com/ses' },
  rules: [
    {
      id: 'suppressed-complaint',
      match: /suppression list.{0,120}complaint/,
      cause: 'recipient-refused',
      why: 'You suppressed this address after a complaint.',
      example:
        'Amazon SES did not send the message to this address because it is on the suppression list for your account, reason: complaint',
      nearMiss: 'Amazon SES sent the message to this list',
      source: 'Amazon SES developer guide: bounces and suppression lists',
    },
    {
      id: 'suppressed',
      match: /suppression ?list|has suppressed sending|recent history of bouncing|onaccountsuppressionlist/,
      cause: 'mailbox-unknown',
      why: 'Amazon did not even try: mail to this address has bounced before.',
      example:
        '554 5.1.1 Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address',
      nearMiss: '554 5.1.1 Amazon SES has sent to this address',
      source: 'Amazon SES developer guide: bounces and suppression lists',
    },
    {
      id: 'not-verified',
      match: /(?:e-?mail )?address is not verified|identities failed the check/,
      cause: 'authentication',
      ours: true,
      example: '554 Message rejected: Email address is not verified',
      nearMiss: '554 Message rejected: Email address is old',
      source: 'Amazon SES developer guide: bounces and suppression lists',
    },
    {
      id: 'own-limit',
      match: /maximum sending rate|daily message quota|sending quota|throttling failure/,
      cause: 'rate-limited',
      ours: true,
      example: '454 Throttling failure: Maximum sending rate exceeded',
      nearMiss: '454 Temporary failure',
      source: 'Amazon SES developer guide: bounces and suppression lists',
    },
    {
      id: 'paused',
      match: /sending (?:has been )?(?:paused|suspended)|account (?:is )?(?:under review|at risk)/,
      cause: 'policy',
      ours: true,
      why: 'Amazon has paused your own account.',
      example: '554 Sending paused for this account',
      nearMiss: '554 Sending works for this account',
      source: 'Amazon SES developer guide: bounces and suppression lists',
    },
    {
      id: 'unknown',
      match: /address does not exist|mailbox does not exist|no such (?:user|mailbox)/,
      cause: 'mailbox-unknown',
      example: '550 5.1.1 Mailbox does not exist',
      nearMiss: '550 5.7.1 Contract does not exist',
      source: 'Amazon SES developer guide: bounces and suppression lists',
    },
    {
      id: 'full',
      match: /mailbox (?:is )?full|over ?quota/,
      cause: 'mailbox-full',
      example: '552 5.2.2 Mailbox full',
      nearMiss: '552 5.3.4 Message too long',
      source: 'Amazon SES developer guide: bounces and suppression lists',
    },
  ],
}
