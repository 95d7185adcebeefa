/** Fastmail: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const fastmail: Provider = {
  id: 'fastmail',
  label: 'Fastmail',
  role: 'host',
  hosts: ['messagingengine.com', 'fastmail.com'],
  domains: ['fastmail.com', 'fastmail.fm'],
  speaks: /messagingengine\.com|fastmail/,
  postmaster: { label: 'Fastmail: help', address: 'www.fastmail.help' },
  rules: [
    {
      id: 'unknown',
      match: /no such (?:mailbox|user|address)|recipient address rejected: (?:user )?unknown|user unknown/,
      cause: 'mailbox-unknown',
      example: '550 5.1.1 <anna@fastmail.com>: Recipient address rejected: User unknown',
      nearMiss: '550 5.7.1 <anna@fastmail.com>: Helo rejected',
      source: 'Fastmail: bounce messages, www.fastmail.help',
    },
    {
      id: 'full',
      match: /over ?quota|mailbox (?:is )?full|quota exceeded/,
      cause: 'mailbox-full',
      example: '552 5.2.2 Over quota',
      nearMiss: '552 5.3.4 Over size',
      source: 'Fastmail: bounce messages, www.fastmail.help',
    },
  ],
}
