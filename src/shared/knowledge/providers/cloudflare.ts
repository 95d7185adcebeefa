/** Cloudflare Email Routing: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const cloudflare: Provider = {
  id: 'cloudflare',
  label: 'Cloudflare Email Routing',
  role: 'filter',
  hosts: ['mx.cloudflare.net', 'cloudflare.net', 'cloudflare.com'],
  domains: [],
  speaks: /cloudflare/,
  postmaster: {
    label: 'Cloudflare Email Routing: postmaster',
    address: 'developers.cloudflare.com/email-routing/postmaster',
  },
  rules: [],
}
