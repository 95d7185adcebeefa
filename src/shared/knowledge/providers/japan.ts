/** KDDI, docomo, SoftBank: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const japan: Provider = {
  id: 'kddi-docomo',
  label: 'KDDI, docomo, SoftBank',
  role: 'mailbox',
  hosts: [
    'docomo.ne.jp',
    'ezweb.ne.jp',
    'au.com',
    'softbank.ne.jp',
    'vodafone.ne.jp',
    'spmode.ne.jp',
    'kddi.ne.jp',
    'i.softbank.jp',
  ],
  domains: [
    'docomo.ne.jp',
    'ezweb.ne.jp',
    'au.com',
    'softbank.ne.jp',
    'i.softbank.jp',
    'disney.ne.jp',
    'vodafone.ne.jp',
    '*.vodafone.ne.jp',
    '*.ezweb.ne.jp',
    'uqmobile.jp',
  ],
  speaks: /docomo\.ne\.jp|ezweb\.ne\.jp|spmode/,
  postmaster: { label: 'docomo: notes for senders', address: 'www.docomo.ne.jp' },
  rules: [],
}
