/** Cisco Secure Email: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const cisco: Provider = {
  id: 'cisco',
  label: 'Cisco Secure Email',
  role: 'filter',
  hosts: ['iphmx.com', 'cisco.com', 'ironport.com'],
  domains: [],
  speaks: /iphmx\.com|ironport|talosintelligence|senderbase|#[45]\.[0-9x]\.[0-9x]\b/,
  postmaster: { label: 'Cisco Talos', address: 'talosintelligence.com' },
  rules: [],
}
