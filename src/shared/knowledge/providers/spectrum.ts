/** Spectrum, Cox, Charter: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const spectrum: Provider = {
  id: 'spectrum',
  label: 'Spectrum, Cox, Charter',
  role: 'mailbox',
  hosts: ['charter.net', 'rr.com', 'spectrum.net', 'cox.net', 'roadrunner.com', 'twc.com'],
  domains: [
    'charter.net',
    'rr.com',
    '*.rr.com',
    'spectrum.net',
    'roadrunner.com',
    'twc.com',
    'brighthouse.com',
    'cox.net',
  ],
  speaks: /spectrum\.net|charter\.net|cox(?:mail)?\.net|cox\.com|e2\d{3}\b.{0,20}spectrum|aup-i-|aup-o-|aupi?\w*_\w+/,
  postmaster: { label: 'Spectrum: unsolicited mail', address: 'www.spectrum.net/support' },
  rules: [],
}
