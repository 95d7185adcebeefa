/** Comcast, Xfinity: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const comcast: Provider = {
  id: 'comcast',
  label: 'Comcast, Xfinity',
  role: 'mailbox',
  hosts: ['comcast.net'],
  domains: ['comcast.net', 'xfinity.com'],
  speaks: /postmaster\.comcast|xfinity\.com|comcast/,
  postmaster: { label: 'Comcast Postmaster', address: 'postmaster.comcast.net' },
  rules: [],
}
