/** Seznam: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const seznam: Provider = {
  id: 'seznam',
  label: 'Seznam',
  role: 'mailbox',
  hosts: ['seznam.cz'],
  domains: ['seznam.cz', 'email.cz', 'post.cz', 'spoluzaci.cz'],
  speaks: /seznam\.cz/,
  postmaster: { label: 'Seznam: help for senders', address: 'o-seznam.cz' },
  rules: [
    {
      id: 'unknown',
      match: /user unknown|no such user|mailbox (?:unknown|not found)|does not exist/,
      cause: 'mailbox-unknown',
      example: '550 5.1.1 <anna@seznam.cz>: User unknown in relay recipient table',
      nearMiss: '550 5.7.1 <anna@seznam.cz>: refused',
      source: 'Replies of Seznam servers',
    },
    {
      id: 'spam',
      match: /spam|content|bulk/,
      cause: 'spam',
      example: '554 5.7.1 Message looks like spam (seznam.cz)',
      nearMiss: '554 5.7.1 Message lost',
      source: 'Replies of Seznam servers',
    },
  ],
}
