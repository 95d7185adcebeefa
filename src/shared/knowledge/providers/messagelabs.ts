/** Broadcom MessageLabs: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const messagelabs: Provider = {
  id: 'messagelabs',
  label: 'Broadcom MessageLabs',
  role: 'filter',
  hosts: ['messagelabs.com'],
  domains: [],
  speaks: /messagelabs|(?:^|; ?)542 |symanteccloud/,
  postmaster: { label: 'Broadcom Email Security', address: 'ipremoval.sms.symantec.com' },
  rules: [
    {
      id: 'unknown',
      match:
        /no such user|invalid recipient|recipient mailbox is not allowed|^(?:smtp; ?)?542\b|unknown user|user unknown/,
      cause: 'mailbox-unknown',
      example: '550 anna@shop.example... No such user',
      nearMiss: '550 anna@shop.example... No answer',
      source: 'Broadcom Email Security: SMTP error responses',
    },
    {
      id: 'authentication',
      match: /smtp authentication|spf|dmarc|dkim|sender envelope domain not allowed/,
      cause: 'authentication',
      example: '550-Please turn on SMTP Authentication in your mail client',
      nearMiss: '550-Please turn on the light',
      source: 'Broadcom Email Security: SMTP error responses',
    },
    {
      id: 'policy',
      match: /message filtered|requested action aborted \[\d|connection rejected by policy/,
      cause: 'policy',
      example: '501 Connection rejected by policy [7.7] 13905, please visit www.messagelabs.com/support',
      nearMiss: '501 Connection lost [7.7]',
      source: 'Broadcom Email Security: SMTP error responses',
    },
    {
      id: 'throttled',
      match: /connection rate|too many|throttl|requested action aborted: local policy/,
      cause: 'rate-limited',
      example: '451 connection rate too high',
      nearMiss: '451 connection lost',
      source: 'Broadcom Email Security: SMTP error responses',
    },
  ],
}
