/** GoDaddy: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const godaddy: Provider = {
  id: 'godaddy',
  label: 'GoDaddy',
  role: 'host',
  hosts: ['secureserver.net'],
  domains: [],
  speaks: /secureserver\.net|x\.co\/|godaddy|\bib\d{3}\b/,
  postmaster: { label: 'GoDaddy: bounce messages', address: 'www.godaddy.com/help' },
  rules: [],
}
