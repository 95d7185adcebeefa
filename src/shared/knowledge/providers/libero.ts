/** Libero, Virgilio, TIM: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const libero: Provider = {
  id: 'libero',
  label: 'Libero, Virgilio, TIM',
  role: 'mailbox',
  hosts: ['libero.it', 'virgilio.it', 'tim.it', 'tin.it', 'alice.it'],
  domains: ['libero.it', 'virgilio.it', 'inwind.it', 'iol.it', 'blu.it', 'giallo.it', 'tim.it', 'tin.it', 'alice.it'],
  speaks: /posta\.libero\.it|libero\.it|virgilio\.it|\[smtp-\d\d\.iol\.local\]/,
  postmaster: { label: 'Libero: postmaster', address: 'aiuto.libero.it' },
  rules: [],
}
