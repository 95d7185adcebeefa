/** Mimecast: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const mimecast: Provider = {
  id: 'mimecast',
  label: 'Mimecast',
  role: 'filter',
  hosts: ['mimecast.com', 'mimecast.co.za', 'mimecast-offshore.com'],
  domains: [],
  speaks: /mimecast|csi\.mimecast/,
  postmaster: { label: 'Mimecast: SMTP error codes', address: 'community.mimecast.com' },
  rules: [
    {
      id: 'invalid-recipient',
      match: /invalid recipient|recipient (?:not found|unknown)|user unknown|known address/,
      cause: 'mailbox-unknown',
      example: '550 Invalid Recipient',
      nearMiss: '550 Invalid attachment',
      source: 'Mimecast: SMTP error codes, community.mimecast.com',
    },
    {
      id: 'blocked-by-user',
      match:
        /^(?!.*(?:spf|dkim|dmarc)).*(?:envelope (?:blocked|rejected)|manually blocked|user (?:envelope|domain entry))/,
      cause: 'recipient-refused',
      why: 'The recipient has blocked your address at Mimecast.',
      example: '550 Envelope blocked - User Entry',
      nearMiss: '550 Content blocked - Policy',
      source: 'Mimecast: SMTP error codes, community.mimecast.com',
    },
    {
      id: 'authentication',
      match:
        /(?:spf|dkim|dmarc) sender invalid|\bspf\b|\bdkim\b|\bdmarc\b|anti-?spoofing|failed to (?:authenticate|disclose)/,
      cause: 'authentication',
      why: 'The message failed SPF, DKIM or DMARC, or looks as if it came from inside the recipient’s organisation.',
      example: '550 DMARC Sender Invalid',
      nearMiss: '550 Sender invalid',
      source: 'Mimecast: SMTP error codes, community.mimecast.com',
    },
    {
      id: 'greylisted',
      match: /internal resources? (?:is |are )?temporarily unavailable|greylist|temporarily unavailable, please try/,
      cause: 'greylisted',
      fix: 'Let your server try again for up to twelve hours; keep the address.',
      example: '451 Internal resources are temporarily unavailable - https://community.mimecast.com',
      nearMiss: '451 Server resources exhausted',
      source: 'Mimecast: SMTP error codes, community.mimecast.com',
    },
    {
      id: 'reputation',
      match:
        /local ct ip reputation|poor reputation|ip (?:temporarily )?blacklisted|rbl|reputation policy|blocked? by (?:ip|rbl)/,
      cause: 'reputation',
      example: '550 Local CT IP Reputation (reject)',
      nearMiss: '550 Local delivery (reject)',
      source: 'Mimecast: SMTP error codes, community.mimecast.com',
    },
    {
      id: 'signature',
      match:
        /mcspamsignature|security polic(?:y|ies)|spam (?:signature|detected)|virus signature|message considered spam/,
      cause: 'spam',
      example: '554 Email rejected due to security policies - MCSpamSignature.x.y',
      nearMiss: '554 Email rejected',
      source: 'Mimecast: SMTP error codes, community.mimecast.com',
    },
    {
      id: 'tls',
      match: /route requires|requires (?:enhanced )?(?:tls|encryption)|starttls|\btls\b/,
      cause: 'tls',
      example: '553 This route requires encryption (TLS)',
      nearMiss: '553 This route is closed',
      source: 'Mimecast: SMTP error codes, community.mimecast.com',
    },
    {
      id: 'size',
      match: /maximum e?-?mail size|maximum message size|size exceeded/,
      cause: 'message-too-large',
      example: '554 Maximum email size exceeded',
      nearMiss: '554 Maximum reached',
      source: 'Mimecast: SMTP error codes, community.mimecast.com',
    },
    {
      id: 'loop',
      match: /mail loop|loop detected/,
      cause: 'loop',
      example: '554 Mail loop detected',
      nearMiss: '554 Mail found',
      source: 'Mimecast: SMTP error codes, community.mimecast.com',
    },
    {
      id: 'administrative',
      match:
        /administrative(?:ly)? (?:prohibit|lockout)|host network|blocked by (?:sender|organi[sz]ation)|rejected by header|sender policy/,
      cause: 'policy',
      why: 'A rule of the recipient’s organisation at Mimecast refuses your mail.',
      fix: 'Ask the recipient’s organisation to allow you at Mimecast; keep the address.',
      example: '550 Administrative prohibition',
      nearMiss: '550 Administrator is away',
      source: 'Mimecast: SMTP error codes, community.mimecast.com',
    },
    {
      id: 'busy',
      match:
        /(?:account service|recipient)(?: is)? temporarily unavailable|unable to process (?:connection|an? e-?mail) at this time/,
      cause: 'server-trouble',
      only: 'temporary',
      example: '451 Account service is temporarily unavailable',
      nearMiss: '451 Account inbounds disabled',
      source: 'Mimecast: SMTP error codes, community.mimecast.com',
    },
    {
      id: 'limit',
      match: /thread limit|concurrent connections|too many (?:connections|recipients|messages)/,
      cause: 'rate-limited',
      example: '550 Exceeding outbound thread limit',
      nearMiss: '550 Exceeding all hopes',
      source: 'Mimecast: SMTP error codes, community.mimecast.com',
    },
    {
      id: 'account',
      match: /account (?:inbound|outbound)|incorrect hostname used for inbound|open relay not allowed/,
      cause: 'relay-denied',
      why: 'Mimecast is not, or no longer, set up to take mail for this domain.',
      example: '451 Account inbounds disabled',
      nearMiss: '451 Account in order',
      source: 'Mimecast: SMTP error codes, community.mimecast.com',
    },
  ],
  advice: {
    policy: {
      steps: [
        'Ask the recipient by another way to have your address or domain permitted: only their administrator can, Mimecast itself does not.',
        'Quote the whole technical line, with the code in brackets at its end.',
        'See meanwhile that SPF, DKIM and DMARC pass.',
      ],
    },
    greylisted: {
      sendAgain: 'Your server does it by itself; Mimecast may hold it off for up to twelve hours.',
    },
  },
}
