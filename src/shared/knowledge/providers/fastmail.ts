/** Fastmail: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const fastmail: Provider = {
  id: 'fastmail',
  label: 'Fastmail',
  role: 'host',
  hosts: ['messagingengine.com', 'fastmail.com'],
  domains: ['fastmail.com', 'fastmail.fm'],
  speaks: /messagingengine\.com|fastmail/,
  postmaster: { label: 'Fastmail: help', address: 'www.fastmail.help' },
  rules: [],
}
