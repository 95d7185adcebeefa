/** Amazon SES: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const amazonSes: Provider = {
  id: 'amazon-ses',
  label: 'Amazon SES',
  role: 'sender',
  hosts: ['amazonses.com', 'amazonaws.com', 'awsapps.com'],
  domains: ['amazonses.com', 'awsapps.com'],
  speaks: /amazon ses|amazonses|account-level suppression list|amazonworkmail/,
  postmaster: { label: 'Amazon SES: bounces', address: 'docs.aws.amazon.com/ses' },
  rules: [],
}
