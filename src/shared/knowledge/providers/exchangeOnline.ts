/** Microsoft 365, Exchange: who it is, and what its servers say. */
import type { Provider } from '../types.ts'
import { MICROSOFT_ADVICE, MICROSOFT_CODES, MICROSOFT_RULES } from './microsoft.ts'

export const exchangeOnline: Provider = {
  id: 'exchange-online',
  label: 'Microsoft 365, Exchange',
  name: 'Microsoft 365',
  role: 'host',
  hosts: ['outlook.com', 'mx.microsoft', 'office365.com', 'microsoft.com', 'partner.outlook.cn'],
  domains: ['onmicrosoft.com'],
  speaks:
    /\.prod\.outlook\.com|protection\.outlook\.com|resolver\.|5\.4\.1\b.{0,120}rejected ?: ?access denied|storedrv|transport\.rules|\bas\(\d{6,}\)|\(as\d{4,}\)|office ?365|aka\.ms\/|exchangelabs|tenantattribution|go\.microsoft\.com|mapi\.|microsoft exchange|smtpsend\.dane|\b[45]\.(?:1\.351|2\.12[12]|4\.31\d|7\.(?:32[1-5]|5\d\d|6\d\d|7\d\d|8[5-9]\d))\b|\bas77\d+\b/,
  postmaster: { label: 'Sender support for Microsoft 365', address: 'sender.office.com' },
  rules: MICROSOFT_RULES,
  codes: MICROSOFT_CODES,
  advice: MICROSOFT_ADVICE,
}
