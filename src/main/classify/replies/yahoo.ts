/** Replies of Yahoo, AOL, AT&T and Verizon. */
import {
  AUTHENTICATION,
  BLOCKED,
  DEAD,
  DEAD_FOR_NOW,
  FULL,
  type KnownReplies,
  LISTED,
  MALFORMED,
  NO_RELAY,
  POLICY,
  TOO_LARGE,
  TOO_MUCH,
  TROUBLE,
  UNNAMED,
  UNWANTED,
} from './types.ts'

const mta = 'mta5.am0.yahoodns.net'
const aol = 'mailin-01.mx.aol.com'
const att = 'ff-ip4-mx-vip1.prodigy.net'

export const YAHOO: KnownReplies[] = [
  {
    ...DEAD,
    mta,
    replies: [
      "554 delivery error: dd This user doesn't have a yahoo.com account (anna@yahoo.com) [0] - mta4001.biz.mail.bf1.yahoo.com",
      "554 delivery error: dd This user doesn't have a ymail.com account (anna@ymail.com) [-5]",
      '554 delivery error: dd Not a valid recipient - atlas.mta5.yahoo.com',
      '554 delivery error: dd anna@yahoo.com is no longer valid. [-20] - mta1003.mail.ne1.yahoo.com',
      '554 delivery error: dd Sorry, your message to anna@yahoo.com cannot be delivered. This account has been disabled or discontinued [#102]. - mta1.yahoo.com',
      '554 30 Sorry, your message to anna@yahoo.com cannot be delivered. This mailbox is disabled (554.30).',
      '552 1 Requested mail action aborted, mailbox not found',
      '550 5.1.1 unknown or illegal user: anna@yahoo.com',
      '554 delivery error: dd Sorry, your message to anna@yahoo.co.uk cannot be delivered. This account is currently inactive.',
      '550 No such recipient',
    ],
  },
  {
    ...DEAD,
    mta: aol,
    replies: [
      '550 5.1.1 <anna@aol.com>: Recipient address rejected: aol.com',
      '550 MAILBOX NOT FOUND',
      '550 5.1.1 : Recipient address rejected: aol.com',
      '550 5.1.1 <anna@verizon.net>: Recipient address rejected: User unknown',
    ],
  },
  {
    ...DEAD,
    mta: att,
    replies: [
      '550 5.2.1 <anna@att.net>... Addressee unknown, relay=[192.0.2.1]',
      '551 not our user',
      '550 5.1.1 User unknown',
      '551 5.1.1 not our customer',
    ],
  },
  { ...DEAD_FOR_NOW, mta, replies: ["451 4.1.1 This user doesn't have a yahoo.com account (anna@yahoo.com)"] },
  {
    ...FULL,
    mta,
    replies: [
      '554 delivery error: dd Sorry, your message to anna@yahoo.com cannot be delivered. This mailbox is over quota. - mta1001.mail.yahoo.com',
      "552 5.2.2 This message is larger than the current system limit or the recipient's mailbox is full.",
      '452 4.2.2 Mailbox full',
    ],
  },
  {
    ...TOO_MUCH,
    mta,
    replies: [
      '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
      '421 4.7.0 [TS01] Messages from 192.0.2.1 temporarily deferred due to user complaints - 4.16.55.1; see https://help.yahoo.com/kb/postmaster/SLN3434.html',
      '421 4.7.0 [TS02] Messages from 192.0.2.1 temporarily deferred - 4.16.56.1; see http://postmaster.yahoo.com/421-ts02.html',
      '421 4.7.0 [GL01] Message from (192.0.2.1) temporarily deferred - 4.16.50. Please refer to http://postmaster.yahoo.com/errors/postmaster-21.html',
      '450 User is receiving mail too quickly',
      '421 Max message per connection reached, closing transmission channel',
      '421 Excessive unknown recipients - possible Open Relay http://help.yahoo.com/help/us/mail/spam/spam-18.html',
      '421 4.7.0 [IPTS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints',
      '451 VS1-IP Excessive unknown recipients - possible Open Relay',
      '451 4.3.2 Too many messages from your IP',
    ],
  },
  {
    ...BLOCKED,
    cause: ['reputation', 'rate-limited', 'blocklisted', 'policy'],
    mta,
    replies: [
      '421 4.7.1 [TS03] All messages from [192.0.2.1] will be permanently deferred; Retrying will NOT succeed. See https://postmaster.yahooinc.com/421-ts03.html',
      '553 5.7.2 [TSS09] All messages from 192.0.2.1 will be permanently deferred; Retrying will NOT succeed. See https://postmaster.yahooinc.com/error-codes',
      '553 5.7.2 [TSS11] All messages from 192.0.2.1 will be permanently deferred; Retrying will NOT succeed.',
      '553 Mail from 192.0.2.1 not allowed - 5.7.1 [BL23] Connections not accepted from IP addresses on Spamhaus XBL; see http://postmaster.yahoo.com/errors/550-bl23.html',
      "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1, because the ip is in Spamhaus's list; see https://postmaster.yahooinc.com/550-bl23.html",
      '550 Mail from your IP is blocked (Yahoo)',
    ],
  },
  {
    ...AUTHENTICATION,
    mta,
    replies: [
      '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes because the sender is unauthenticated',
      '550 5.7.9 This mail has been blocked because the sender is unauthenticated. Yahoo requires all senders to authenticate with either SPF or DKIM.',
      '554 5.7.5 (AU) Permanent error evaluating DMARC policy',
      '451 Message temporarily deferred due to unresolvable RFC.5321 from domain; see https://postmaster.yahooinc.com/error-codes',
      '554 Message not allowed - unresolvable RFC.5322 From domain',
      '554 Message not accepted due to failed DMARC check: https://postmaster.yahooinc.com/error-codes',
      '553 5.7.1 Message rejected due to DKIM failure',
    ],
  },
  {
    ...UNWANTED,
    mta,
    replies: [
      '554 Message not allowed - [PH01] Email not accepted for policy reasons. Please visit https://postmaster.yahooinc.com/error-codes',
      '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes',
      '554 5.7.9 Message contained unsafe content; see https://postmaster.yahooinc.com/error-codes',
    ],
  },
  {
    ...MALFORMED,
    mta,
    replies: [
      '554 Message not allowed - Headers are not RFC compliant[291]',
      '501 Syntax error in parameters or arguments',
      '554 5.5.2 Message not accepted - multiple From headers',
    ],
  },
  {
    ...TROUBLE,
    mta,
    replies: [
      '451 Resources temporarily unavailable. Please try again later [#4.16.1].',
      '421 Service not available, closing transmission channel',
      '451 4.3.0 Internal Server Error',
      '451 4.3.2 Internal error reading data',
    ],
  },
  {
    ...UNNAMED,
    mta: att,
    replies: [
      '550 5.7.1 Connections not accepted from servers without a valid sender domain.flph829 Fix reverse DNS for 192.0.2.1',
      '521 5.7.1 Fix reverse DNS for 192.0.2.1',
    ],
  },
  {
    ...BLOCKED,
    mta: att,
    replies: [
      '553 5.3.0 flpi575 DNSBL:RBL 521< 192.0.2.1 >_is_blocked.For assistance forward this error to abuse_rbl@abuse-att.net',
      '550 5.7.1 Error: Blocked for abuse. See http://att.net/blocks',
      '550 Error - Blocked for abuse. Visit http://att.net/blocks',
      '521 88.x blocked by sbc:blacklist.mailrelay.att.net. DNSRBL: Blocked for abuse. See http://att.net/blocks',
    ],
  },
  {
    ...BLOCKED,
    cause: ['blocklisted', 'reputation', 'policy', 'rate-limited'],
    mta: aol,
    replies: [
      '554 (RTR:BL) https://postmaster.aol.com/error-codes#554rtrbl',
      '421 4.7.1 : (DYN:T1) https://postmaster.info.aol.com/errors/421dynt1.html',
      '521 5.2.1 : (CON:B1) https://postmaster.aol.com/error-codes#554conb1',
      '521 5.2.1 :  AOL will not accept delivery of this message. (RLY:B1)',
      '554 5.7.1 : (HVU:B1) https://postmaster.info.aol.com/errors/554hvub1.html',
      '421 4.7.1 : (RLY:BD) https://postmaster.aol.com',
    ],
  },
  { ...LISTED, mta: att, replies: ['550 5.7.1 Connections not accepted from IP addresses on Spamhaus PBL'] },
  {
    ...NO_RELAY,
    mta,
    replies: ['550 relaying denied for <anna@example.com>', '550 5.7.1 <anna@example.com>... Relaying denied'],
  },
  { ...POLICY, mta, replies: ['554 Transaction failed', '571 Message Refused'] },
  { ...TOO_LARGE, mta, replies: ['552 5.3.4 Message size exceeds fixed maximum message size'] },
]
