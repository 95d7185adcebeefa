/** Rambler: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const rambler: Provider = {
  id: 'rambler',
  label: 'Rambler',
  role: 'mailbox',
  hosts: ['rambler.ru', 'rambler-co.ru'],
  domains: ['rambler.ru', 'lenta.ru', 'myrambler.ru', 'autorambler.ru', 'ro.ru'],
  speaks: /rambler/,
  postmaster: { label: 'Rambler: help', address: 'help.rambler.ru' },
  rules: [
    {
      id: 'disabled',
      match: /recipient (?:is )?(?:inactive|blocked)|mailbox (?:is )?(?:inactive|blocked|disabled)|^(?:smtp; ?)?540\b/,
      cause: 'mailbox-disabled',
      example: '540 <anna@rambler.ru>: recipient inactive',
      nearMiss: '550 <anna@rambler.ru>: recipient unknown',
      source: 'Replies of Rambler servers',
    },
    {
      id: 'unknown',
      match: /recipient not found|unknown user|user unknown|no such user|does not exist/,
      cause: 'mailbox-unknown',
      example: '550 5.7.1 <anna@rambler.ru>: recipient not found',
      nearMiss: '550 5.7.1 <anna@rambler.ru>: refused',
      source: 'Replies of Rambler servers',
    },
  ],
}
