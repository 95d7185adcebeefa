/** GMX, web.de, mail.com, IONOS: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const gmx: Provider = {
  id: 'gmx',
  label: 'GMX, web.de, mail.com, IONOS',
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
    'server.lan',
    'ui-dns.de',
    'schlund.de',
    'online.de',
  ],
  domains: ['gmx.*', 'web.de', 'mail.com', 'email.com', 'caramail.com', 'online.de', 'email.de'],
  speaks:
    /postmaster\.(?:gmx|web|1und1|1and1|mail\.com)|gmx\.net|\(mxgmx\d+\)|\(mxweb\d+\)|nemesis esmtp|kundenserver|ui-portal|ionos\.|\bmreue\d|\bmxeue\d|\bmi[a-z]*\d+\) nemesis/,
  postmaster: { label: 'GMX Postmaster', address: 'postmaster.gmx.net' },
  rules: [],
}
