/** Trend Micro: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const trendmicro: Provider = {
  id: 'trend-micro',
  label: 'Trend Micro',
  role: 'filter',
  hosts: ['trendmicro.com', 'trendmicro.eu', 'trendmicro.co.jp'],
  domains: [],
  speaks: /trend ?micro|mail-abuse\.com|ers\.trendmicro/,
  postmaster: { label: 'Trend Micro: IP reputation', address: 'servicecentral.trendmicro.com' },
  rules: [],
}
