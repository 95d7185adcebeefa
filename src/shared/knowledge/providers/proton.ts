/** Proton Mail: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const proton: Provider = {
  id: 'proton',
  label: 'Proton Mail',
  role: 'mailbox',
  hosts: ['protonmail.ch', 'proton.ch', 'protonmail.com', 'proton.me'],
  domains: ['protonmail.com', 'protonmail.ch', 'proton.me', 'pm.me'],
  speaks: /proton(?:mail)?\.(?:ch|me|com)/,
  postmaster: { label: 'Proton Mail: support', address: 'proton.me/support' },
  rules: [],
}
