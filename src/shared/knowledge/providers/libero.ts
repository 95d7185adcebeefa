/** Libero, Virgilio, TIM: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const libero: Provider = {
  id: 'libero',
  label: 'Libero, Virgilio, TIM',
  name: 'Libero/Virgilio',
  role: 'mailbox',
  hosts: ['libero.it', 'virgilio.it', 'tim.it', 'tin.it', 'alice.it'],
  domains: ['libero.it', 'virgilio.it', 'inwind.it', 'iol.it', 'blu.it', 'giallo.it', 'tim.it', 'tin.it', 'alice.it'],
  speaks: /posta\.libero\.it|libero\.it|virgilio\.it|\[smtp-\d\d\.iol\.local\]/,
  postmaster: { label: 'Libero: postmaster', address: 'aiuto.libero.it' },
  rules: [
    {
      id: 'unknown',
      match:
        /user unknown|unknown user|utente (?:sconosciuto|inesistente)|account inesistente|does not exist|no such user|recipient address rejected/,
      cause: 'mailbox-unknown',
      example: '550 RCPT TO:<anna@libero.it> User unknown',
      nearMiss: '550 MAIL FROM:<news@shop.example> refused',
      source: 'Replies of Libero and Virgilio servers',
    },
    {
      id: 'full',
      match: /over ?quota|quota exceeded|casella.{0,40}piena|mailbox full/,
      cause: 'mailbox-full',
      example: '552 RCPT TO:<anna@libero.it> Mailbox disk quota exceeded',
      nearMiss: '552 RCPT TO:<anna@libero.it> refused',
      source: 'Replies of Libero and Virgilio servers',
    },
    {
      id: 'inactive',
      match: /user inactive|casella.{0,40}(?:disattivat|sospes)|account (?:disabled|inactive)|mailbox inactive/,
      cause: 'mailbox-disabled',
      example: '550 RCPT TO:<anna@libero.it> User inactive',
      nearMiss: '550 RCPT TO:<anna@libero.it> refused',
      source: 'Replies of Libero and Virgilio servers',
    },
  ],
}
