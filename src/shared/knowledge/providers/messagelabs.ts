/** Broadcom MessageLabs: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const messagelabs: Provider = {
  id: 'messagelabs',
  label: 'Broadcom MessageLabs',
  role: 'filter',
  hosts: ['messagelabs.com'],
  domains: [],
  speaks: /messagelabs|symanteccloud/,
  postmaster: { label: 'Broadcom Email Security', address: 'ipremoval.sms.symantec.com' },
  rules: [],
}
