/** Gmail, Google Workspace: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const gmail: Provider = {
  id: 'gmail',
  label: 'Gmail, Google Workspace',
  role: 'mailbox',
  hosts: ['google.com', 'googlemail.com', 'gmail.com', '1e100.net'],
  domains: ['gmail.com', 'googlemail.com'],
  speaks:
    /gsmtp|support\.google\.com|google's |\bgoogle (?:tried|groups?)\b|gmail'?s? (?:user|bulk)|to gmail accounts|gmail has detected/,
  postmaster: { label: 'Postmaster Tools by Gmail', address: 'postmaster.google.com' },
  rules: [],
}
