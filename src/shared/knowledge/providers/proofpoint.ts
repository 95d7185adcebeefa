/** Proofpoint: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const proofpoint: Provider = {
  id: 'proofpoint',
  label: 'Proofpoint',
  role: 'filter',
  hosts: ['pphosted.com', 'ppe-hosted.com', 'proofpoint.com'],
  domains: [],
  speaks: /proofpoint|pphosted|ppe-hosted/,
  postmaster: { label: 'Proofpoint: look up an IP address', address: 'ipcheck.proofpoint.com' },
  rules: [],
}
