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
    /\.prod\.outlook\.com|protection\.outlook\.com|resolver\.|5\.4\.1\b.{0,120}rejected ?: ?access denied|storedrv|transport\.rules|\bas\(\d{6,}\)|\(as\d{4,}\)|office ?365|aka\.ms\/|exchangelabs|tenantattribution|go\.microsoft\.com|mapi\.|microsoft exchange|smtpsend\.dane/,
  postmaster: { label: 'Sender support for Microsoft 365', address: 'sender.office.com' },
  rules: MICROSOFT_RULES,
  codes: MICROSOFT_CODES,
  advice: MICROSOFT_ADVICE,
}
