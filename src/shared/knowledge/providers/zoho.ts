/** Zoho Mail: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const zoho: Provider = {
  id: 'zoho',
  label: 'Zoho Mail',
  role: 'host',
  hosts: ['zoho.com', 'zoho.eu', 'zoho.in', 'zohomail.com', 'zoho.com.cn', 'zoho.com.au'],
  domains: ['zohomail.com', 'zoho.com'],
  speaks: /zoho/,
  postmaster: { label: 'Zoho Mail: delivery errors', address: 'www.zoho.com/mail/help' },
  rules: [],
}
