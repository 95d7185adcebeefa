/** GMX, web.de, mail.com, IONOS: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const gmx: Provider = {
  id: 'gmx',
  label: 'GMX, web.de, mail.com, IONOS',
  name: 'GMX/web.de',
  role: 'mailbox',
  hosts: [
    'gmx.net',
    'gmx.com',
    'web.de',
    'mail.com',
    'kundenserver.de',
    '1and1.com',
    '1and1.co.uk',
    'ionos.com',
    'ionos.de',
    'perfora.net',
    'schlund.de',
  ],
  domains: ['gmx.*', 'web.de', 'mail.com', 'email.com', 'caramail.com', 'online.de', 'email.de'],
  speaks:
    /postmaster\.(?:gmx|web|1und1|1and1|mail\.com)|gmx\.net|\(mxgmx\d+\)|\(mxweb\d+\)|nemesis esmtp|kundenserver|ui-portal|ionos\.|\bmreue\d|\bmxeue\d|\bmi[a-z]*\d+\) nemesis/,
  postmaster: { label: 'GMX Postmaster', address: 'postmaster.gmx.net' },
  rules: [
    {
      id: 'ptr',
      match: /bad dns ptr/,
      cause: 'missing-ptr',
      example: '554 Bad DNS PTR resource record',
      nearMiss: '554 Bad DNS name',
      source: 'Error messages at postmaster.gmx.net and postmaster.web.de',
    },
    {
      id: 'sender-dns',
      match: /invalid dns mx or a/,
      cause: 'authentication',
      why: 'Your sender domain has no MX or A entry.',
      example: '550 Requested action not taken: mailbox unavailable Invalid DNS MX or A/AAAA resource record',
      nearMiss: '550 Requested action not taken',
      source: 'Error messages at postmaster.gmx.net and postmaster.web.de',
    },
    {
      id: 'spf',
      match: /spf policy|\bspf\b|dmarc/,
      cause: 'authentication',
      example: '550 Reject due to SPF policy',
      nearMiss: '550 Reject due to quota policy',
      source: 'Error messages at postmaster.gmx.net and postmaster.web.de',
    },
    {
      id: 'blocked',
      match:
        /policy restrictions?|reject due to polic\w+|ip address is (?:black|block) ?listed|no smtp service|access denied|sender ip (?:has been )?blocked|transaction failed.{0,60}(?:policy|reject)/,
      cause: 'reputation',
      why: 'Your server, domain or message header meets a rule of this provider against unwanted mail.',
      example:
        '554 Transaction failed Reject due to policy restrictions. For explanation visit https://postmaster.gmx.net/en/case?c=hi&i=ip&v=192.0.2.1',
      nearMiss: '550 Requested action not taken: mailbox unavailable',
      source: 'Error messages at postmaster.gmx.net and postmaster.web.de',
    },
    {
      id: 'rate',
      match: /rate limit|too many|try again later.{0,40}rate/,
      cause: 'rate-limited',
      example: '450 Requested mail action not taken: rate limit reached',
      nearMiss: '450 Requested mail action not taken: mailbox unavailable',
      source: 'Error messages at postmaster.gmx.net and postmaster.web.de',
    },
    {
      id: 'greylisted',
      match: /please try again later or contact postmaster.{0,80}|requested action aborted: local error in processing/,
      cause: 'server-trouble',
      only: 'temporary',
      example: '451 Requested action aborted: local error in processing',
      nearMiss: '450 Requested mail action not taken: mailbox unavailable',
      source: 'Error messages at postmaster.gmx.net and postmaster.web.de',
    },
    {
      id: 'quota',
      match: /exceeded storage allocation|mailbox (?:is )?full|quota/,
      cause: 'mailbox-full',
      example: '552 Requested mail action aborted: exceeded storage allocation',
      nearMiss: '554 Requested mail action aborted',
      source: 'Error messages at postmaster.gmx.net and postmaster.web.de',
    },
    {
      id: 'unavailable',
      match: /mailbox unavailable(?!.{0,40}try again)|unknown (?:user|recipient)/,
      cause: 'mailbox-unknown',
      only: 'permanent',
      example: '550 Requested action not taken: mailbox unavailable',
      nearMiss: '450 Requested mail action not taken: service unavailable',
      source: 'Error messages at postmaster.gmx.net and postmaster.web.de',
    },
  ],
  advice: {
    reputation: {
      what: 'GMX, web.de and mail.com check the server’s address and name, the sender domain and the headers, and say in the link at the end of the reply which of them failed.',
      steps: [
        'Open the link at the end of the reply yourself (it is not fetched here): the page names the check that failed.',
        'Give your server a fixed address with a PTR entry that does not look like a home line.',
        'See that the sender domain has an MX or A entry and that SPF passes.',
        'Write to the postmaster through the form on that page when all of it is mended.',
      ],
    },
  },
}
