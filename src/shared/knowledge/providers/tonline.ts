/** T-Online: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const tonline: Provider = {
  id: 't-online',
  label: 'T-Online',
  role: 'mailbox',
  hosts: ['t-online.de', 'telekom.de'],
  domains: ['t-online.de', 'magenta.de', 't-online.com'],
  speaks: /t-online\.de/,
  postmaster: { label: 'T-Online: postmaster', address: 'postmaster.t-online.de' },
  rules: [
    {
      id: 'blocked',
      match: /tosa@rx\.t-online\.de|ask your postmaster|ip=[\d.]+ - (?:a|dialup|bad)|no more connections/,
      cause: 'reputation',
      why: 'T-Online does not know or does not trust your server.',
      fix: 'Give your server a proper name and imprint, then write to tosa@rx.t-online.de; keep the addresses.',
      example:
        '554 IP=192.0.2.1 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.)',
      nearMiss: '554 A problem occurred',
      source: 'T-Online: postmaster, postmaster.t-online.de',
    },
    {
      id: 'unknown',
      match: /user unknown|unknown recipient|no such user|mailbox unavailable/,
      cause: 'mailbox-unknown',
      only: 'permanent',
      example: '550 <anna@t-online.de>: user unknown',
      nearMiss: '550 <anna@t-online.de>: policy',
      source: 'T-Online: postmaster, postmaster.t-online.de',
    },
  ],
  advice: {
    reputation: {
      what: 'T-Online accepts mail only from servers that it knows: with a proper name, and with a web page there that says who runs them.',
      steps: [
        'Give your server a PTR entry that names your domain, and greet (HELO) with that name.',
        'Put a page with your name and address (an imprint) on that domain’s web site.',
        'Write to tosa@rx.t-online.de from another account, with your server’s address and the technical line.',
        'Or send through your provider’s server, which T-Online knows.',
      ],
    },
  },
}
