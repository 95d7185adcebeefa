/** Outlook.com, Hotmail: who it is, and what its servers say. */
import type { Provider } from '../types.ts'
import { MICROSOFT_ADVICE, MICROSOFT_CODES, MICROSOFT_RULES } from './microsoft.ts'

export const outlook: Provider = {
  id: 'outlook',
  label: 'Outlook.com, Hotmail',
  name: 'Outlook.com',
  role: 'mailbox',
  hosts: ['olc.protection.outlook.com', 'hotmail.com'],
  domains: ['outlook.*', 'hotmail.*', 'live.*', 'msn.com', 'passport.com', 'windowslive.com'],
  speaks:
    /postmaster\.live\.com|mail\.live\.com|\.olc\.protection\.outlook\.com|\b(?:sc|dy|ou|rp)-00[1-4]\b|\(s3(?:140|150)\)/,
  postmaster: { label: 'Outlook.com Postmaster', address: 'sendersupport.olc.protection.outlook.com/pm' },
  rules: MICROSOFT_RULES,
  codes: MICROSOFT_CODES,
  advice: MICROSOFT_ADVICE,
}
