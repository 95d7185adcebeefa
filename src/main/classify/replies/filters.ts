/** Replies of filters in front of mailboxes, and of services that send. */
import {
  AUTHENTICATION,
  BLOCKED,
  DEAD,
  ENCRYPTION,
  FULL,
  GREYLISTED,
  type KnownReplies,
  LISTED,
  LOOP,
  NO_RELAY,
  OURS,
  POLICY,
  REFUSED,
  TOO_LARGE,
  TOO_MUCH,
  TROUBLE,
  UNNAMED,
  UNWANTED,
} from './types.ts'

const proofpoint = 'mx0a-00112233.pphosted.com'
const essentials = 'mx1-us1.ppe-hosted.com'
const mimecast = 'us-smtp-inbound-1.mimecast.com'
const barracuda = 'd12345a.ess.barracudanetworks.com'
const cisco = 'mx1.hc1234-56.iphmx.com'
const trend = 'shop.in.tmes.trendmicro.com'
const sophos = 'mx-01-eu-west-1.prod.hydra.sophos.com'
const labs = 'cluster5.eu.messagelabs.com'

export const FILTERS: KnownReplies[] = [
  {
    ...DEAD,
    mta: proofpoint,
    replies: [
      '550 5.1.1 User Unknown',
      '550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown',
      '550 5.7.1 user email address is marked as invalid',
      '554 5.7.1 <anna@example.com>: Recipient address rejected: user invalid',
      '550 5.1.1 <anna@example.com>: Recipient address rejected: undeliverable address: host mail.example.com[192.0.2.9] said: 550 5.1.1 <anna@example.com>... User unknown (in reply to RCPT TO command)',
      '550 5.1.0 anna@example.com is not a valid email address',
    ],
  },
  {
    ...BLOCKED,
    mta: proofpoint,
    replies: [
      '554 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1',
      '550 5.7.0 Local Policy Violation',
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using prs.proofpoint.com; Visit https://ipcheck.proofpoint.com',
      '421 4.7.1 Intrusion prevention active for [192.0.2.1]',
      '550 5.7.1 Message rejected by proofpoint: sender blocked',
    ],
  },
  {
    ...AUTHENTICATION,
    mta: proofpoint,
    replies: [
      "550 5.7.1 Rejected per sender's DMARC policy",
      '550 5.7.0 SPF fail',
      '553 5.1.8 <news@shop.example>... Domain of sender address news@shop.example does not exist',
      '451 4.1.8 Domain of sender address news@shop.example does not resolve',
      '550 5.7.1 <news@shop.example>: Sender address rejected: Domain not found',
    ],
  },
  {
    ...TROUBLE,
    mta: proofpoint,
    replies: [
      '450 4.1.1 <anna@example.com>: Recipient address rejected: unverified address: Address verification in progress',
      '451 4.3.0 Temporary failure',
    ],
  },
  {
    ...NO_RELAY,
    mta: proofpoint,
    replies: ['550 5.7.1 Relaying denied', '554 5.7.1 <anna@example.com>: Relay access denied'],
  },
  {
    ...DEAD,
    mta: essentials,
    replies: [
      '550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown in relay recipient table',
      '550 5.7.1 <anna@example.com>: Recipient address rejected: undeliverable address',
    ],
  },
  {
    ...UNWANTED,
    mta: essentials,
    replies: [
      '550 5.7.1 This message has been rejected as spam by the Proofpoint Essentials filter',
      '554 5.7.1 [P4] Message blocked due to spam content in the message.',
      '550 permanent failure for one or more recipients (anna@example.com:blocked)',
    ],
  },
  {
    ...DEAD,
    mta: mimecast,
    replies: [
      '550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [abcDEF.us123]',
      '550 5.1.1 Invalid Recipient',
    ],
  },
  {
    ...REFUSED,
    mta: mimecast,
    replies: [
      '550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550',
      '550 Envelope blocked - User Entry - https://community.mimecast.com/docs/DOC-1369#550',
      '550 Rejected by header based manually blocked senders - https://community.mimecast.com/docs/DOC-1369#550',
    ],
  },
  {
    ...OURS,
    mta: mimecast,
    replies: [
      '550 Rejected by header based Anti-Spoofing policy: news@shop.example - https://community.mimecast.com/docs/DOC-1369#550',
      '550 SPF Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550',
      '550 DKIM Sender Invalid - envelope rejected',
      '550 DMARC Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550',
      '550 csi.mimecast.org Poor Reputation Sender. - https://community.mimecast.com/docs/DOC-1369#550',
      '550 Local CT IP Reputation - (reject) - https://community.mimecast.com/docs/DOC-1369#550',
      '554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554',
      '550 Message bounced due to Content Examination Policy',
      '550 Anti-Virus Signature Detected',
      '550 Submitter failed to authenticate',
      '550 Exceeding outbound thread limit',
      '554 Maximum email size exceeded - https://community.mimecast.com/docs/DOC-1369#554',
      '554 Configuration is invalid for this certificate, route requires encryption (TLS)',
      "554 Sender's host network, not allowed",
      '535 Incorrect authentication data',
      '421 Maximum concurrent connections exceeded',
      '550 Administrative prohibition',
      '550 zen.mimecast.org Blocked - see https://www.spamhaus.org/query/ip/192.0.2.1',
      '550 Rejected by message based Impersonation Protect policy',
    ],
  },
  {
    ...GREYLISTED,
    mta: mimecast,
    replies: ['451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451'],
  },
  {
    ...TROUBLE,
    mta: mimecast,
    replies: [
      '451 Account service is temporarily unavailable',
      '451 Unable to process connection at this time - https://community.mimecast.com/docs/DOC-1369#451',
      '451 Recipient Temporarily Unavailable',
    ],
  },
  { ...LOOP, mta: mimecast, replies: ['554 Mail loop detected'] },
  {
    ...DEAD,
    mta: barracuda,
    replies: [
      '550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown (cuda_nsu)',
      '550 No such user (anna@example.com)',
      '550 permanent failure for one or more recipients (anna@example.com:550 5.1.1 User unknown)',
      '550 cuda_nsu anna@example.com: User unknown',
    ],
  },
  {
    ...OURS,
    mta: barracuda,
    replies: [
      '550 permanent failure for one or more recipients (anna@example.com:blocked)',
      '554 Service unavailable; Client host [d1.ess.barracuda.com] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=192.0.2.1',
      '550 5.7.1 Message rejected: spam URL in content',
      '554 rejected due to spam URL in content',
      '550 Rejecting banned content',
      '554 rejected due to virus',
      '554 rejecting spoofed message',
      '421 4.7.1 Policy Rejection- Abuse',
      '554 5.7.1 Blocked',
      '550 Blocked',
      '554 rejected due to your sending IP being on a blocklist',
      '550 5.7.1 Message blocked by recipient domain due to SPF failure',
    ],
  },
  {
    ...GREYLISTED,
    mta: barracuda,
    replies: [
      '450 4.7.1 <anna@example.com>: Recipient address rejected: Greylisted for 5 minutes',
      '451 4.7.1 Greylisting in action, please come back later',
    ],
  },
  {
    ...DEAD,
    mta: cisco,
    replies: [
      '550 #5.1.0 Address rejected anna@example.com',
      '550 #5.1.0 Address rejected.',
      '550 5.1.1 <anna@example.com> User unknown',
      '550 #5.1.1 User unknown',
    ],
  },
  {
    ...OURS,
    mta: cisco,
    replies: [
      '554 Your access to submit messages to this e-mail system has been rejected.',
      "554-mx1.iphmx.com\n554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.",
      '550 #5.7.1 Your access to submit messages to this e-mail system has been rejected.',
      '452 Too many recipients received this hour',
      '421 Too many concurrent connections from this host (#4.7.0)',
      '550 Too many invalid recipients',
      "550 #5.7.1 Unauthenticated email from shop.example is not accepted due to domain's DMARC policy",
      '552 #5.3.4 message size exceeds limit',
      '552 size limit exceeded',
      '554 #5.7.1 Message content rejected due to spam',
      '550 5.7.1 Access denied: sender domain does not have a valid MX or A record (sender verify)',
      '550 #5.1.8 Domain of sender address <news@shop.example> does not exist',
      '550 #5.7.5 virus infected message rejected',
    ],
  },
  {
    ...NO_RELAY,
    mta: cisco,
    replies: ['550 #5.7.1 Relaying denied', '550 #5.7.1 Unable to relay for anna@example.com', '554 Relaying denied'],
  },
  {
    ...DEAD,
    mta: trend,
    replies: [
      '550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown',
      '550 5.7.1 <anna@example.com>: Recipient address rejected. User unknown',
    ],
  },
  {
    ...OURS,
    mta: trend,
    replies: [
      '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using Trend Micro RBL+. Please see http://www.mail-abuse.com/cgi-bin/lookup?ip_address=192.0.2.1',
      '450 4.7.1 Service temporarily unavailable; Client host [192.0.2.1] blocked using Trend Micro Email Reputation database. Please see <http://servicecentral.trendmicro.com>',
      '554 5.7.1 <news@shop.example>: Sender address rejected: Block by policy',
      '550 5.7.0 TLS required; must issue STARTTLS first',
    ],
  },
  {
    ...OURS,
    mta: sophos,
    replies: [
      '550 5.7.1 Message rejected: sender failed SPF check',
      '550 5.7.1 Command rejected: sender blocked by organization policy',
      '554 5.7.1 Message rejected due to Sophos reputation (IP 192.0.2.1)',
      '421 4.7.1 Too many connections, throttled',
    ],
  },
  {
    ...DEAD,
    mta: sophos,
    replies: ['550 5.1.1 Recipient address rejected: User unknown', '550 5.1.1 anna@example.com Mailbox not found'],
  },
  {
    ...OURS,
    mta: labs,
    replies: [
      '501 Connection rejected by policy [7.7] 13905, please visit www.messagelabs.com/support for more details about this error message.',
      '553-Message filtered. Refer to the Troubleshooting page at\n553-http://www.symanteccloud.com/troubleshooting for more\n553 information. (#5.7.1)',
      '421 Service Temporarily Unavailable: too many connections from your IP',
    ],
  },
  {
    ...DEAD,
    mta: labs,
    replies: [
      '550-Invalid recipient anna@example.com (#5.1.1)\n550 Refer to the Troubleshooting page at http://www.symanteccloud.com/troubleshooting',
      '550 Invalid recipient <anna@example.com> (#5.1.1)',
    ],
  },
  {
    ...DEAD,
    mta: 'mx.example.fireeyecloud.com',
    replies: [
      '550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown in virtual alias table',
      '554 5.1.1 <anna@example.com> recipient rejected: no such user',
    ],
  },
  {
    ...UNWANTED,
    mta: 'primary.us.email.fireeyecloud.com',
    replies: [
      '554 5.7.1 Message rejected because of unacceptable content. For help, please quote incident ID 123.',
      '554 5.7.1 Malicious content detected',
      '550 5.7.1 [M1] message blocked due to spam content',
    ],
  },
  {
    ...OURS,
    mta: 'cust1234-1.in.mailcontrol.com',
    replies: [
      '550 Denied by policy',
      '554 5.7.1 The message was rejected because it contains prohibited virus or spam content',
      '550 5.7.1 Sender address rejected: connection from IP 192.0.2.1 blocked by reputation',
    ],
  },
]

export const SENDERS: KnownReplies[] = [
  {
    ...OURS,
    mta: 'email-smtp.us-east-1.amazonaws.com',
    replies: [
      '554 Message rejected: Email address is not verified. The following identities failed the check in region US-EAST-1: news@shop.example',
      '454 Throttling failure: Maximum sending rate exceeded.',
      '454 Throttling failure: Daily message quota exceeded.',
      '535 Authentication Credentials Invalid',
      '554 Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.',
      '552 Message is too large.',
      "554 Transaction failed: Duplicate header 'Subject'.",
      '530 Must issue a STARTTLS command first',
      "554 Access denied: User `arn:aws:iam::123:user/ses' is not authorized to perform `ses:SendRawEmail'",
    ],
  },
  {
    ...DEAD,
    mta: 'amazonses.com',
    replies: [
      'Amazon SES did not send the message to this address because it is on the suppression list for your account. For more information about removing addresses from the suppression list, see the Amazon SES Developer Guide',
    ],
  },
  {
    ...DEAD,
    mta: 'inbound-smtp.us-east-1.amazonaws.com',
    replies: ['550 5.1.1 Requested action not taken: mailbox unavailable', '550 5.1.1 mailbox does not exist'],
  },
  {
    ...OURS,
    mta: 'smtp.sendgrid.net',
    replies: [
      '550 Unauthenticated senders not allowed',
      '550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved. Visit https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see the Sender Identity requirements',
      '451 Authentication failed: Maximum credits exceeded',
      '535 Authentication failed: Bad username / password',
      '552 message exceeds maximum size',
    ],
  },
  {
    ...OURS,
    mta: 'smtp.mailgun.org',
    replies: [
      '550 5.7.1 Relaying denied: Domain shop.example is not allowed to send: The domain is unverified and requires DNS configuration.',
      '421 Domain shop.example is not allowed to send: recipient limit exceeded. try again after',
      '535 Username and password not accepted',
    ],
  },
  {
    ...OURS,
    mta: 'smtp.postmarkapp.com',
    replies: [
      '535 5.7.8 Error: authentication failed: authentication failure',
      "550 5.7.1 The 'From' address you supplied (news@shop.example) is not a Sender Signature on your account.",
    ],
  },
  {
    ...OURS,
    mta: 'smtp.sparkpostmail.com',
    replies: [
      '421 4.7.0 Message Rate limit: exceeded sending limit (hourly)',
      '550 5.7.1 Unconfigured Sending Domain <shop.example>',
    ],
  },
  {
    ...OURS,
    mta: 'smtp.secureserver.net',
    replies: [
      '550 5.7.1 SPF record (shop.example) does not allow (192.0.2.1)',
      '554 Your mail server IP 192.0.2.1 has been rejected due to a reputation problem: IB104 Connection refused. <https://www.godaddy.com/help/what-does-my-email-bounceback-mean-3568>',
      '535 Authentication not allowed on IBSMTP Servers. IB401',
      '554 This message has been rejected for URL reasons. IB705',
      '452 This message contains too many recipients. Reduce the number of recipients and retry. IB605a',
      '554 This IP has been temporarily blocked for attempting to send too many messages. IB607b',
      '554 Refused. The domain has been blocked. IB508',
      '421 Temporarily rejected. Reverse DNS for 192.0.2.1 failed. IB108',
      '554 RBL Reject: 192.0.2.1 IB101',
      '554 Message rejected as spam. IB703',
      '550 This domain has been blocked for spam. IB506',
    ],
  },
  {
    ...DEAD,
    mta: 'smtp.secureserver.net',
    replies: [
      '550 5.1.1 Recipient not found. <http://x.co/irbounce>',
      '550 #5.1.0 Address rejected. anna@example.com',
      '550 Account disabled',
    ],
  },
  {
    ...DEAD,
    mta: 'mx1.emailsrvr.com',
    replies: [
      '550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown',
      '550 5.2.1 <anna@example.com>: Recipient address rejected: account disabled',
      '550 5.1.0 <anna@example.com>: Recipient address rejected: Email address could not be found, or was misspelled',
    ],
  },
  {
    ...LISTED,
    mta: 'mx1.emailsrvr.com',
    replies: [
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using bl.spamcop.net; Blocked - see https://www.spamcop.net/bl.shtml?192.0.2.1',
    ],
  },
  {
    ...DEAD,
    mta: 'route1.mx.cloudflare.net',
    replies: ['550 5.1.1 Address does not exist', '550 5.1.1 Recipient does not exist (not configured)'],
  },
  {
    ...OURS,
    mta: 'route1.mx.cloudflare.net',
    replies: [
      '550 5.7.1 Message rejected: unauthenticated (SPF/DKIM/DMARC)',
      '550 5.7.26 Email from shop.example is rejected due to DMARC policy',
      '421 4.7.28 rate limited',
      '550 5.7.1 Sender IP reverse lookup rejected',
      '554 5.7.1 Client host [192.0.2.1] blocked using RBL',
    ],
  },
  {
    ...DEAD,
    mta: 'in1-smtp.messagingengine.com',
    replies: [
      '550 5.1.1 <anna@fastmail.com>: Recipient address rejected: User unknown in virtual mailbox table',
      '550 5.1.1 <anna@fastmail.com>: Recipient address rejected: mailbox unavailable',
      '550 5.2.1 <anna@fastmail.com>: user account closed',
    ],
  },
  {
    ...DEAD,
    mta: 'mail.protonmail.ch',
    replies: [
      '550 5.1.1 <anna@proton.me>: Recipient address rejected: Address does not exist',
      '550 5.1.1 <anna@proton.me>: Recipient address rejected: undeliverable address',
    ],
  },
  {
    ...GREYLISTED,
    mta: 'mail.protonmail.ch',
    replies: ['450 4.7.1 <anna@proton.me>: Recipient address rejected: Greylisted, please try again later'],
  },
  {
    ...OURS,
    replies: ['550 5.7.1 Delivery not authorized: sender signature not confirmed'],
  },
  {
    ...ENCRYPTION,
    replies: [
      '530 5.7.0 Must issue a STARTTLS command first',
      '554 5.7.3 TLS encryption required',
      '550 5.7.10 Encryption needed',
    ],
  },
  {
    ...UNNAMED,
    replies: [
      '550 Reverse DNS lookup failed for 192.0.2.1',
      '450 4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]',
      '554 5.7.1 The server sending your mail [192.0.2.1] does not have a reverse DNS entry. Connection Rejected',
    ],
  },
  {
    ...TOO_LARGE,
    replies: [
      '552 5.3.4 Message size exceeds fixed limit',
      '523 the message exceeds the size limit of the recipient',
      '552 message too big, 10485760 is the limit',
    ],
  },
  {
    ...FULL,
    replies: [
      '552 5.2.2 Over quota',
      '422 The recipient mailbox exceeded its size limit',
      '452 4.2.2 user is overquota',
    ],
  },
  {
    ...TOO_MUCH,
    replies: [
      '451 4.7.1 You have exceeded the maximum number of messages per hour',
      '450 4.7.1 Error: too much mail from 192.0.2.1',
      '421 4.7.0 Too many concurrent SMTP connections',
    ],
  },
  {
    ...POLICY,
    replies: ['554 5.7.1 Message rejected by administrative policy', '571 Delivery not authorized, message refused'],
  },
]
