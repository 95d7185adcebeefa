/** Zoho Mail: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const zoho: Provider = {
  id: 'zoho',
  label: 'Zoho Mail',
  role: 'host',
  hosts: ['zoho.com', 'zoho.eu', 'zoho.in', 'zohomail.com', 'zoho.com.cn', 'zoho.com.au'],
  domains: ['zohomail.com', 'zoho.com'],
  speaks: /zoho/,
  postmaster: { label: 'Zoho Mail: delivery errors', address: 'www.zoho.com/mail/help' },
  rules: [
    {
      id: 'unknown',
      match:
        /user does not exist|invalid e-?mail recipients?|mailbox does not exist|no such user|mailbox not found|relaying issues, policy rejection.{0,40}unknown/,
      cause: 'mailbox-unknown',
      example: '550 5.1.1 User does not exist - <anna@shop.example>',
      nearMiss: '550 5.1.1 Page does not exist',
      source: 'Zoho Mail: SMTP errors, www.zoho.com/mail/help',
    },
    {
      id: 'spam',
      match: /flagged as spam|spam(?:my)? (?:content|detected)|unsolicited|cause>(?:spam|reject)/,
      cause: 'spam',
      example: '554 5.7.1 Email cannot be delivered. Reason: Email flagged as Spam.',
      nearMiss: '554 5.7.1 Email cannot be delivered. Reason: none',
      source: 'Zoho Mail: SMTP errors, www.zoho.com/mail/help',
    },
    {
      id: 'own-limit',
      match:
        /unusual sending activity|sending limit|user is not allowed to send|blocked for sending|exceeded.{0,30}limit|outgoing.{0,20}(?:blocked|limit)/,
      cause: 'rate-limited',
      ours: true,
      why: 'Zoho has limited your own account.',
      example: '550 5.4.6 Unusual sending activity detected. Please try after sometime',
      nearMiss: '550 5.4.6 Unusual weather',
      source: 'Zoho Mail: SMTP errors, www.zoho.com/mail/help',
    },
    {
      id: 'policy',
      match: /policy (?:rejection|error)|relaying disallowed as |not allowed to relay|relaying issues|mail ?policy/,
      cause: 'policy',
      example: '553 5.7.1 Relaying disallowed as user@shop.example',
      nearMiss: '553 5.7.1 Reading disallowed',
      source: 'Zoho Mail: SMTP errors, www.zoho.com/mail/help',
    },
    {
      id: 'greylisted',
      match: /greylist/,
      cause: 'greylisted',
      example: '451 4.7.1 Greylisted, try again after some time',
      nearMiss: '451 4.7.1 try some other time',
      source: 'Zoho Mail: SMTP errors, www.zoho.com/mail/help',
    },
    {
      id: 'full',
      match: /mailbox (?:is )?full|over ?quota|insufficient storage/,
      cause: 'mailbox-full',
      example: '552 5.2.2 Mailbox full',
      nearMiss: '552 5.3.4 Message full',
      source: 'Zoho Mail: SMTP errors, www.zoho.com/mail/help',
    },
  ],
}
