/** T-Online: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const tonline: Provider = {
  id: 't-online',
  label: 'T-Online',
  role: 'mailbox',
  hosts: ['t-online.de', 'telekom.de'],
  domains: ['t-online.de', 'magenta.de', 't-online.com'],
  speaks: /t-online\.de/,
  postmaster: { label: 'T-Online: postmaster', address: 'postmaster.t-online.de' },
  rules: [],
}
