/** Yahoo, AOL, AT&T: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const yahoo: Provider = {
  id: 'yahoo',
  label: 'Yahoo, AOL, AT&T',
  role: 'mailbox',
  hosts: ['yahoodns.net', 'yahoo.com', 'aol.com', 'prodigy.net', 'att.net', 'verizon.net'],
  domains: [
    'yahoo.*',
    'aol.*',
    'ymail.com',
    'rocketmail.com',
    'verizon.net',
    'att.net',
    'sbcglobal.net',
    'bellsouth.net',
    'ameritech.net',
    'pacbell.net',
    'swbell.net',
    'prodigy.net',
    'flash.net',
    'nvbell.net',
    'snet.net',
    'aim.com',
    'netscape.net',
    'frontier.com',
    'frontiernet.net',
    'rogers.com',
    'sky.com',
  ],
  speaks:
    /senders\.yahooinc\.com|postmaster\.yahoo|help\.yahoo\.com|yahoo\.com account|\[tss?\d\d\]|postmaster\.aol|postmaster\.info\.aol|aup#|att\.net\b.{0,40}(?:abuse|postmaster)/,
  postmaster: { label: 'Yahoo Sender Hub', address: 'senders.yahooinc.com' },
  rules: [
    {
      id: 'no-account',
      match:
        /doesn't have an? \S+ account|dd not a valid recipient|is no longer valid|mailbox not found|no mailbox here|this user doesn't|not a valid recipient|addressee unknown|blank mailhost|mailbox unknown|invalid mailbox|user (?:is )?unknown|unknown user/,
      cause: 'mailbox-unknown',
      example: "554 delivery error: dd This user doesn't have a yahoo.com account (anna@yahoo.com) [0]",
      nearMiss: "554 delivery error: dd This message doesn't look good",
      source: 'Replies of Yahoo, AOL and AT&T servers',
    },
    {
      id: 'disabled',
      match:
        /mailbox is disabled|account has been (?:disabled|suspended)|disabled or discontinued|554\.30\b|mailbox disabled/,
      cause: 'mailbox-disabled',
      example: '554 30 Sorry, your message to anna@yahoo.com cannot be delivered. This mailbox is disabled (554.30)',
      nearMiss: '554 30 Sorry, this feature is disabled',
      source: 'Replies of Yahoo, AOL and AT&T servers',
    },
    {
      id: 'over-quota',
      match: /over quota|mailbox (?:is )?full|quota exceeded/,
      cause: 'mailbox-full',
      example: '554 delivery error: dd Sorry, your message cannot be delivered. This mailbox is over quota',
      nearMiss: '554 delivery error: dd Sorry',
      source: 'Replies of Yahoo, AOL and AT&T servers',
    },
    {
      id: 'permanent-deferral',
      match: /\[tss?(?:09|1[01])\]|permanently deferred/,
      cause: 'reputation',
      why: 'Yahoo has blocked your server for good; retrying does not help.',
      fix: 'Mend the cause of the complaints, then write to Yahoo through its sender support form; keep the addresses.',
      example: '553 5.7.2 [TSS09] All messages from 192.0.2.1 will be permanently deferred; Retrying will NOT succeed',
      nearMiss: '553 5.7.2 [XYZ09] All messages are welcome',
      source: 'Yahoo Sender Hub: SMTP error codes, senders.yahooinc.com',
    },
    {
      id: 'deferral',
      match:
        /\[tss?0[1-8]\]|iptss?0|unexpected volume or user complaints|temporarily deferred|max(?:imum)? (?:message|connection)s? per|too many connections|receiving mail too quickly|\[gl01\]|excessive/,
      cause: 'rate-limited',
      why: 'Yahoo defers mail after sudden volume or complaints of its users.',
      example:
        '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints',
      nearMiss: '421 4.7.0 [XYZ04] Messages are welcome',
      source: 'Yahoo Sender Hub: SMTP error codes, senders.yahooinc.com',
    },
    {
      id: 'blocklist',
      match: /\[bl\d\d\]|spamhaus/,
      cause: 'blocklisted',
      example: "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1, because the ip is in Spamhaus's list",
      nearMiss: '553 5.7.1 [XL21] Connections will be accepted',
      source: 'Yahoo Sender Hub: SMTP error codes, senders.yahooinc.com',
    },
    {
      id: 'content',
      match: /\[ph\d\d\]|dyn:|policy reasons.{0,40}content|contains? a (?:url|link)/,
      cause: 'content',
      why: 'Yahoo objects to a link or attachment in the message.',
      example: '554 Message not allowed - [PH01] Email not accepted for policy reasons',
      nearMiss: '554 Message not allowed - [299]',
      source: 'Yahoo Sender Hub: SMTP error codes, senders.yahooinc.com',
    },
    {
      id: 'malformed',
      match:
        /headers are not rfc compliant|\[29\d\]|syntax error in parameters|header error|multiple from|missing from/,
      cause: 'protocol',
      example: '554 Message not allowed - Headers are not RFC compliant[291]',
      nearMiss: '554 Message not allowed - Email not accepted for policy reasons',
      source: 'Yahoo Sender Hub: SMTP error codes, senders.yahooinc.com',
    },
    {
      id: 'authentication',
      match:
        /sender is unauthenticated|dmarc|\bspf\b|dkim|unresolvable (?:rfc)?.{0,30}(?:from|domain)|can't determine purported|authentication|aup#dmarc/,
      cause: 'authentication',
      example: '554 5.7.9 Message not accepted because the sender is unauthenticated',
      nearMiss: '554 5.7.9 Message not accepted because the day is over',
      source: 'Yahoo Sender Hub: SMTP error codes, senders.yahooinc.com',
    },
    {
      id: 'policy-579',
      match: /5\.7\.9\b.{0,80}policy reasons|not accepted for policy reasons/,
      cause: 'policy',
      why: 'Yahoo says this for content and for failed authentication alike.',
      fix: 'See that SPF, DKIM and DMARC pass, then look at content and links; keep the address.',
      example: '554 5.7.9 Message not accepted for policy reasons',
      nearMiss: '554 5.7.8 Credentials not accepted',
      source: 'Yahoo Sender Hub: SMTP error codes, senders.yahooinc.com',
    },
    {
      id: 'ptr',
      match: /fix reverse dns|valid sender domain|reverse dns|aup#poldns|\(rtr:(?:rd|br)\)|ptr/,
      cause: 'missing-ptr',
      example:
        '550 5.7.1 Connections not accepted from servers without a valid sender domain. Fix reverse DNS for 192.0.2.1',
      nearMiss: '550 5.7.1 Connections not accepted at night',
      source: 'Replies of Yahoo, AOL and AT&T servers',
    },
    {
      id: 'att-block',
      match:
        /abuse_rbl@abuse-att\.net|blocked by (?:att|sbcglobal|bellsouth)|error - blocked|ff-bl|aup#(?:bl|in|rtr)|\(rtr:\w+\)|\(con:b\d\)|\(rly:b\d\)|(?:dnsbl|hvu|cdrbl)/,
      cause: 'reputation',
      example:
        '553 5.3.0 flpd500 DNSBL:RBL 521< 192.0.2.1 >_is_blocked. For assistance forward this error to abuse_rbl@abuse-att.net',
      nearMiss: '553 5.3.0 flpd500 no reason',
      source: 'Replies of Yahoo, AOL and AT&T servers',
    },
    {
      id: 'relay',
      match: /relaying denied/,
      cause: 'relay-denied',
      why: 'Yahoo does not serve this domain; often it is an old alias that has ended.',
      example: '550 relaying denied for <anna@yahoo.com>',
      nearMiss: '550 request denied for <anna@yahoo.com>',
      source: 'Replies of Yahoo, AOL and AT&T servers',
    },
    {
      id: 'busy',
      match:
        /resources temporarily unavailable|temporary domain failure|internal server error|service (?:not available|temporarily unavailable)|mail server is (?:busy|temporarily)|try again later|resources? (?:is |are )?unavailable|temporarily unavailable/,
      cause: 'server-trouble',
      only: 'temporary',
      example: '451 Resources temporarily unavailable. Please try again later [#4.16.1]',
      nearMiss: '451 4.1.8 Unresolvable domain',
      source: 'Yahoo Sender Hub: SMTP error codes, senders.yahooinc.com',
    },
  ],
  codes: [
    {
      code: '7.9',
      cause: 'policy',
      why: 'Yahoo says this for content and for failed authentication alike.',
      source: 'Yahoo Sender Hub: SMTP error codes, senders.yahooinc.com',
    },
    {
      code: '7.2',
      cause: 'reputation',
      only: 'permanent',
      source: 'Yahoo Sender Hub: SMTP error codes, senders.yahooinc.com',
    },
    { code: /^16\.\d+$/, cause: 'server-trouble', source: 'Yahoo Sender Hub: SMTP error codes, senders.yahooinc.com' },
    { code: '2.1', cause: 'mailbox-unknown', only: 'permanent', source: 'Replies of Yahoo, AOL and AT&T servers' },
  ],
  advice: {
    'rate-limited': {
      steps: [
        'Let your server’s own retries run, with growing pauses.',
        'Send fewer messages a connection and fewer connections at once.',
        'Join Yahoo’s complaint feedback loop and take everybody who complains off your list.',
        'See that SPF, DKIM and DMARC pass and that bulk mail has one-click unsubscribe.',
        'If it lasts longer than two days, write to Yahoo through the Sender Hub.',
      ],
    },
  },
}
