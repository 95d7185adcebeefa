/** Orange, La Poste, SFR: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const orange: Provider = {
  id: 'orange',
  label: 'Orange, La Poste, SFR',
  role: 'mailbox',
  hosts: ['orange.fr', 'wanadoo.fr', 'laposte.net', 'sfr.fr', 'orange.net'],
  domains: [
    'orange.fr',
    'wanadoo.fr',
    'laposte.net',
    'sfr.fr',
    'neuf.fr',
    'voila.fr',
    'cegetel.net',
    'club-internet.fr',
  ],
  speaks: /\b(?:ofr|lpn)\w{0,6}_\d{3}|postmaster\.orange\.fr|laposte\.net/,
  postmaster: { label: 'Orange: postmaster', address: 'postmaster.orange.fr' },
  rules: [],
}
