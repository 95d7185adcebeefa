/** Barracuda: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const barracuda: Provider = {
  id: 'barracuda',
  label: 'Barracuda',
  role: 'filter',
  hosts: ['barracudanetworks.com', 'barracuda.com'],
  domains: [],
  speaks: /cuda_nsu|barracuda ?networks|\bbarracuda\b/,
  postmaster: { label: 'Barracuda Central', address: 'www.barracudacentral.org' },
  rules: [],
}
