/** Free: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const free: Provider = {
  id: 'free',
  label: 'Free',
  role: 'mailbox',
  hosts: ['free.fr', 'proxad.net'],
  domains: ['free.fr', 'aliceadsl.fr', 'libertysurf.fr'],
  speaks: /postmaster\.free\.fr/,
  postmaster: { label: 'Free: postmaster', address: 'postmaster.free.fr' },
  rules: [],
}
