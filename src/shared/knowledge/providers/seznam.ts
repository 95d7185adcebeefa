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
  rules: [],
}
