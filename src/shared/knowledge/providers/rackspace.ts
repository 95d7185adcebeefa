/** Rackspace Email: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const rackspace: Provider = {
  id: 'rackspace',
  label: 'Rackspace Email',
  role: 'host',
  hosts: ['emailsrvr.com'],
  domains: [],
  speaks: /emailsrvr|rackspace/,
  postmaster: { label: 'Rackspace: SMTP errors', address: 'docs.rackspace.com' },
  rules: [],
}
