/** Mail.ru: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const mailru: Provider = {
  id: 'mailru',
  label: 'Mail.ru',
  role: 'mailbox',
  hosts: ['mail.ru', 'vk.com'],
  domains: ['mail.ru', 'bk.ru', 'inbox.ru', 'list.ru', 'internet.ru', 'vk.com', 'xmail.ru'],
  speaks: /mail\.ru\b/,
  postmaster: { label: 'Mail.ru Postmaster', address: 'postmaster.mail.ru' },
  rules: [
    {
      id: 'disabled',
      match:
        /(?<!sending for this )account is disabled|mailbox is (?:disabled|frozen|blocked|inactive)|user (?:is )?(?:blocked|terminated)/,
      cause: 'mailbox-disabled',
      example:
        '550 Message was not accepted -- invalid mailbox. Local mailbox anna@mail.ru is unavailable: account is disabled',
      nearMiss:
        '550 Message was not accepted -- invalid mailbox. Local mailbox anna@mail.ru is unavailable: user not found',
      source: 'Mail.ru Postmaster: delivery errors, postmaster.mail.ru',
    },
    {
      id: 'full',
      match: /quota exceeded|mailbox (?:is )?full|over ?quota|out of (?:storage|quota)/,
      cause: 'mailbox-full',
      example: '452 Message was not accepted -- mailbox full',
      nearMiss: '452 Message was not accepted -- server full',
      source: 'Mail.ru Postmaster: delivery errors, postmaster.mail.ru',
    },
    {
      id: 'unknown',
      match: /invalid mailbox|user not found|no such user|non-?local recipient|unknown user/,
      cause: 'mailbox-unknown',
      example:
        '550 Message was not accepted -- invalid mailbox. Local mailbox anna@mail.ru is unavailable: user not found',
      nearMiss: '550 Message was not accepted -- invalid message',
      source: 'Mail.ru Postmaster: delivery errors, postmaster.mail.ru',
    },
    {
      id: 'dmarc',
      match: /dmarc|spf|dkim/,
      cause: 'authentication',
      example: '550 5.7.1 This message was not accepted due to domain (shop.example) owner DMARC policy',
      nearMiss: '550 5.7.1 This message was not accepted',
      source: 'Mail.ru Postmaster: delivery errors, postmaster.mail.ru',
    },
    {
      id: 'spam',
      match: /spam message|looks like spam|\bspam\b/,
      cause: 'spam',
      example: '550 spam message rejected. Please visit http://help.mail.ru/notspam-support',
      nearMiss: '550 message rejected',
      source: 'Mail.ru Postmaster: delivery errors, postmaster.mail.ru',
    },
    {
      id: 'rate',
      match: /ratelimit|rate limit|too many|try again later.{0,60}(?:limit|rate)/,
      cause: 'rate-limited',
      example: '451 Ratelimit exceeded for your IP',
      nearMiss: '451 Try again later',
      source: 'Mail.ru Postmaster: delivery errors, postmaster.mail.ru',
    },
    {
      id: 'ip',
      match: /access from (?:your )?ip|ip(?: address)? .{0,60}(?:blocked|denied|blacklist)|blocked by policy/,
      cause: 'reputation',
      example: '550 Access from ip address 192.0.2.1 blocked',
      nearMiss: '550 Access to this page blocked',
      source: 'Mail.ru Postmaster: delivery errors, postmaster.mail.ru',
    },
  ],
  advice: {
    spam: {
      steps: [
        'Register your domain at postmaster.mail.ru: it shows complaints and how your mail is rated.',
        'See that SPF, DKIM and DMARC pass.',
        'Mail only those who signed up, with an unsubscribe link that works at once.',
        'Write to Mail.ru’s support through the link in the reply if it lasts.',
      ],
    },
  },
}
