/** SendGrid: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const sendgrid: Provider = {
  id: 'sendgrid',
  label: 'SendGrid',
  role: 'sender',
  hosts: ['sendgrid.net', 'sendgrid.com'],
  domains: [],
  speaks: /sendgrid/,
  postmaster: { label: 'SendGrid: bounces', address: 'docs.sendgrid.com' },
  rules: [],
}
