/** Mimecast: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const mimecast: Provider = {
  id: 'mimecast',
  label: 'Mimecast',
  role: 'filter',
  hosts: ['mimecast.com', 'mimecast.co.za', 'mimecast-offshore.com'],
  domains: [],
  speaks: /mimecast|csi\.mimecast/,
  postmaster: { label: 'Mimecast: SMTP error codes', address: 'community.mimecast.com' },
  rules: [],
}
