/** Cisco Secure Email: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const cisco: Provider = {
  id: 'cisco',
  label: 'Cisco Secure Email',
  role: 'filter',
  hosts: ['iphmx.com', 'ironport.com'],
  domains: [],
  speaks:
    /iphmx\.com|ironport|\b[45]\d\d[ -]#[45]\.[0-9x]\.[0-9x]|access to (?:submit messages to )?this (?:e-?mail|mail) system/,
  postmaster: { label: 'Cisco Talos', address: 'talosintelligence.com' },
  rules: [
    {
      id: 'rejected-address',
      match:
        /#5\.1\.0 address rejected|5\.1\.0 .{0,80}address rejected|unknown address error|#5\.1\.[12]|no such user|user unknown|invalid recipient(?!s)/,
      cause: 'mailbox-unknown',
      why: 'The organisation behind this gateway knows no such address.',
      example: '550 #5.1.0 Address rejected.',
      nearMiss: '550 #5.7.1 Message rejected.',
      source: 'Cisco Secure Email: replies and delivery status',
    },
    {
      id: 'list-quality',
      match: /too many invalid recipients|directory harvest/,
      cause: 'rate-limited',
      why: 'Too many of the addresses you mailed there do not exist; it says nothing of this one.',
      fix: 'Clean the list of dead addresses first, then go on slowly; keep this address.',
      example: '550 Too many invalid recipients',
      nearMiss: '550 Invalid recipient',
      source: 'Cisco Secure Email: replies and delivery status',
    },
    {
      id: 'reputation',
      match:
        /poor reputation|rejected due to the sending mta|senderbase|talosintelligence|access to (?:submit messages to )?this (?:e-?mail|mail)? ?system|your access (?:to .{0,60})?(?:has been|was) rejected|blocked by (?:reputation|senderbase)/,
      cause: 'reputation',
      example: "554 Your access to this mail system has been rejected due to the sending MTA's poor reputation",
      nearMiss: '554 Your message was long',
      source: 'Cisco Secure Email: replies and delivery status',
    },
    {
      id: 'authentication',
      match:
        /dmarc|spf|dkim|sender verification|envelope sender|domain (?:required|does not exist|must)|unauthenticated/,
      cause: 'authentication',
      example: '550 #5.7.1 DMARC unauthenticated mail is prohibited',
      nearMiss: '550 #5.7.1 Unwanted mail is prohibited',
      source: 'Cisco Secure Email: replies and delivery status',
    },
    {
      id: 'rate',
      match:
        /#4\.[\dx.]+ .{0,40}(?:too many|rate|exceed|throttl)|too many (?:recipients|messages|connections)|rate limit/,
      cause: 'rate-limited',
      example: '452 #4.x.x Too many recipients received this hour',
      nearMiss: '452 #4.x.x Out of space',
      source: 'Cisco Secure Email: replies and delivery status',
    },
    {
      id: 'relay',
      match: /relay(?:ing)?\b.{0,20}(?:denied|not)|#5\.7\.1 unable to deliver to/,
      cause: 'relay-denied',
      example: '550 #5.7.1 Unable to deliver to <anna@shop.example>',
      nearMiss: '550 #5.7.1 Unwilling',
      source: 'Cisco Secure Email: replies and delivery status',
    },
    {
      id: 'size',
      match: /#5\.3\.4|message (?:size|too large)/,
      cause: 'message-too-large',
      example: '552 #5.3.4 message size exceeds limit',
      nearMiss: '552 #5.2.2 mailbox exceeds quota',
      source: 'Cisco Secure Email: replies and delivery status',
    },
  ],
}
