/** Comcast, Xfinity: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const comcast: Provider = {
  id: 'comcast',
  label: 'Comcast, Xfinity',
  name: 'Comcast',
  role: 'mailbox',
  hosts: ['comcast.net'],
  domains: ['comcast.net', 'xfinity.com'],
  speaks: /postmaster\.comcast|xfinity\.com|comcast|\b(?:bl|es|rl|dm|pt)0000\d\d\b/,
  postmaster: { label: 'Comcast Postmaster', address: 'postmaster.comcast.net' },
  rules: [
    {
      id: 'unknown',
      match: /not our customer|mailbox unallocated|user unknown|not a valid user|no such user|account not available/,
      cause: 'mailbox-unknown',
      example: '550 5.1.1 Not our Customer',
      nearMiss: '550 5.1.1 Not our Server',
      source: 'Comcast Postmaster: error codes, postmaster.comcast.net',
    },
    {
      id: 'quota',
      match: /over quota|extended quota violation|quota/,
      cause: 'mailbox-full',
      why: 'Comcast says this with the code of an unknown user, but means a full mailbox.',
      example: '452 4.1.1 <anna@comcast.net> user over quota',
      nearMiss: '452 4.1.1 <anna@comcast.net> too many recent messages',
      source: 'Comcast Postmaster: error codes, postmaster.comcast.net',
    },
    {
      id: 'rate',
      match: /too many (?:recent messages|sessions|connections|recipients)|\brl0{4}\d\d\b|rate limit/,
      cause: 'rate-limited',
      example: '452 4.1.1 <anna@comcast.net> too many recent messages',
      nearMiss: '452 4.1.1 <anna@comcast.net> many thanks',
      source: 'Comcast Postmaster: error codes, postmaster.comcast.net',
    },
    {
      id: 'blocked',
      match: /\bbl\d{6}\b|comcast block for spam|\bes0000\d\d\b|blocked for spam|cloudmark|senderscore/,
      cause: 'blocklisted',
      example: '554 resimta-po-01v.sys.comcast.net 192.0.2.1 Comcast block for spam. BL000000',
      nearMiss: '554 resimta-po-01v.sys.comcast.net 192.0.2.1 Comcast is closed',
      source: 'Comcast Postmaster: error codes, postmaster.comcast.net',
    },
    {
      id: 'ptr',
      match: /ptr record|reverse dns|\bpt0000\d\d\b/,
      cause: 'missing-ptr',
      example: '421 Reverse DNS failure: Try again later',
      nearMiss: '421 DNS failure: Try again later',
      source: 'Comcast Postmaster: error codes, postmaster.comcast.net',
    },
    {
      id: 'dmarc',
      match: /\bdm00000\d\b|dmarc/,
      cause: 'authentication',
      example: '550 5.2.0 Message rejected due to DMARC. DM000001',
      nearMiss: '550 5.2.0 Message rejected due to content',
      source: 'Comcast Postmaster: error codes, postmaster.comcast.net',
    },
    {
      id: 'unavailable',
      match: /recipient (?:temporarily )?unavailable/,
      cause: 'mailbox-disabled',
      reopens: true,
      why: 'Comcast has switched this mailbox off, perhaps only for a while.',
      example: '550 5.2.0 anna@comcast.net Recipient unavailable',
      nearMiss: '550 5.2.0 anna@comcast.net Service unavailable',
      source: 'Comcast Postmaster: error codes, postmaster.comcast.net',
    },
  ],
  advice: {
    blocklisted: {
      what: 'The code in the reply tells the list: BL000000 is Comcast’s own, BL000001 Spamhaus, BL000010 Cloudmark, BL000100 Sender Score; several ones mean several lists.',
      steps: [
        'Read the code in the reply and look yourself up at the list that it names.',
        'Mend the reason, then ask that list for removal; for BL000000 use the form on postmaster.comcast.net.',
        'Send slowly for some days afterwards.',
      ],
    },
  },
}
