/** Mailgun: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const mailgun: Provider = {
  id: 'mailgun',
  label: 'Mailgun',
  role: 'sender',
  hosts: ['mailgun.org', 'mailgun.net', 'mailgun.com'],
  domains: [],
  speaks: /mailgun|not delivering to previously bounced/,
  postmaster: { label: 'Mailgun: bounces', address: 'documentation.mailgun.com' },
  rules: [],
}
