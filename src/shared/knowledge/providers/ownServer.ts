/** The sender's own outgoing server: what it says of our account or login is ours to mend. */
import type { Provider } from '../types.ts'

export const ownServer: Provider = {
  id: 'own-server',
  label: 'Your own mail server',
  role: 'sender',
  hosts: ['localhost', 'localdomain', 'local', 'lan', 'internal'],
  domains: [],
  rules: [
    {
      id: 'login',
      match:
        /authentication (?:required|failed|credentials)|must (?:authenticate|issue a starttls|log ?in)|not (?:authenticated|logged in)|smtp auth|sender address rejected: not owned|password/,
      cause: 'authentication',
      ours: true,
      why: 'Your own server wants your mail program to log in.',
      example: '530 5.7.0 Authentication required',
      nearMiss: '530 5.7.0 Attention required',
      source: 'RFC 4954',
    },
    {
      id: 'relay',
      match: /relay(?:ing)? (?:access )?(?:denied|not (?:allowed|permitted))|unable to relay|rcpthosts/,
      cause: 'relay-denied',
      ours: true,
      why: 'Your own server does not pass mail on for somebody who has not logged in.',
      fix: 'Set user name and password for sending in your mail program, port 587, encryption on; keep the address.',
      example: '554 5.7.1 <anna@shop.example>: Relay access denied',
      nearMiss: '554 5.7.1 <anna@shop.example>: Access denied',
      source: 'Postfix reject_unauth_destination',
    },
  ],
}
