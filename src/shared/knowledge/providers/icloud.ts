/** iCloud Mail: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const icloud: Provider = {
  id: 'icloud',
  label: 'iCloud Mail',
  role: 'mailbox',
  hosts: ['icloud.com', 'apple.com', 'me.com', 'mac.com'],
  domains: ['icloud.com', 'me.com', 'mac.com', 'privaterelay.appleid.com'],
  speaks: /support\.apple\.com|icloudadmin|\[(?:cs|hm|bs|ht)\d\d\]|\[hme\d\]/,
  postmaster: { label: 'iCloud Mail: postmaster information', address: 'support.apple.com/102322' },
  rules: [],
}
