/** Replies of iCloud, Comcast, Spectrum, Cox and other providers of the Americas and Australia. */
import {
  AUTHENTICATION,
  BLOCKED,
  DEAD,
  FULL,
  type KnownReplies,
  LISTED,
  LOCKED,
  MALFORMED,
  NO_RELAY,
  OURS,
  TOO_LARGE,
  TOO_MUCH,
  TROUBLE,
  UNNAMED,
  UNWANTED,
} from './types.ts'

const apple = 'mx01.mail.icloud.com'
const comcast = 'mx1.comcast.net'
const spectrum = 'pkvw-mx.msg.pkvw.co.charter.net'
const cox = 'cxr.mx.a.cloudfilter.net'

export const APPLE: KnownReplies[] = [
  {
    ...DEAD,
    mta: apple,
    replies: [
      '550 5.1.1 <anna@icloud.com>: user does not exist',
      '550 5.1.1 unknown or illegal alias: anna@me.com',
      '550 5.1.1 <anna@icloud.com>: inactive email address',
      '550 5.1.6 recipient no longer on server: anna@me.com',
      '550 5.1.1 Unknown or illegal user: anna@mac.com',
    ],
  },
  {
    ...FULL,
    mta: apple,
    replies: ['552 5.2.2 <anna@icloud.com>: user is over quota', '452 4.2.2 <anna@me.com> mailbox is overquota'],
  },
  {
    ...UNWANTED,
    mta: apple,
    replies: [
      '550 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
      '554 5.7.1 [HM08] Message rejected due to local policy. Please visit https://support.apple.com/HT204137',
      '554 5.7.1 [PR301] Message rejected due to local policy. Please visit https://support.apple.com/HT204137',
      '554 5.7.1 [BS01] Message blocked',
    ],
  },
  {
    ...LISTED,
    mta: apple,
    replies: [
      '550 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.1',
      '550 5.7.1 Your message contains a domain present in the Spamhaus DBL',
      '550 5.7.1 Mail from IP 192.0.2.1 was rejected due to listing in Spamhaus PBL. For details please see http://www.spamhaus.org/query/bl?ip=192.0.2.1',
    ],
  },
  {
    ...AUTHENTICATION,
    mta: apple,
    replies: [
      "554 5.7.1 Your message was rejected due to shop.example's DMARC policy. See https://support.apple.com/en-us/HT204137 for more information",
      '554 5.7.1 [HME1] This message was blocked for failing both SPF and DKIM authentication checks. See https://support.apple.com/en-us/HT204137 for mailing best practices.',
    ],
  },
  {
    ...TOO_MUCH,
    mta: apple,
    replies: [
      '421 4.7.1 Messages to anna@icloud.com deferred due to excessive volume. Try again later - https://support.apple.com/en-us/HT204137',
      '421 4.7.0 mx01.mail.icloud.com Error: too many errors',
    ],
  },
  {
    ...TROUBLE,
    mta: apple,
    replies: ['451 4.7.1 Service unavailable - try again later', '421 4.3.0 Temporary server error'],
  },
]

export const COMCAST: KnownReplies[] = [
  {
    ...DEAD,
    mta: comcast,
    replies: [
      '550 5.1.1 Not our Customer',
      '550 5.1.1 <anna@comcast.net> Recipient mailbox unallocated',
      '550 5.1.1 Invalid recipient: anna@comcast.net',
    ],
  },
  {
    ...FULL,
    mta: comcast,
    replies: ['452 4.1.1 <anna@comcast.net> user over quota', '552 5.2.2 <anna@comcast.net> Extended quota violation'],
  },
  {
    ...LOCKED,
    mta: comcast,
    replies: ['450 4.2.0 <anna@comcast.net> Recipient temporarily unavailable'],
  },
  {
    ...TROUBLE,
    mta: comcast,
    replies: ['421 resimta-po-11v.sys.comcast.net Try again later'],
  },
  {
    ...BLOCKED,
    mta: comcast,
    replies: [
      '554 resimta-po-20v.sys.comcast.net comcast 192.0.2.1 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000010',
      '554 5.7.1 - ESMTP server not available. 192.0.2.1 BL000000 Comcast block for spam. Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000',
      '554 imta21.westchester.pa.mail.comcast.net comcast 192.0.2.1 Comcast BL004 Blocked for spam.  Please see http://postmaster.comcast.net/smtp-error-codes.php#BL004',
      '554 5.7.1 ES000001 Comcast block. See http://postmaster.comcast.net',
      '554 192.0.2.1 is listed at bl.cloudmark',
    ],
  },
  {
    ...TOO_MUCH,
    mta: comcast,
    replies: [
      '421 4.2.0 RL000001 Too many sessions opened. See http://postmaster.comcast.net/smtp-error-codes.php#RL000001',
      '421 Too many sessions opened',
      '452 4.5.3 <anna@comcast.net> too many recent messages',
    ],
  },
  {
    ...UNNAMED,
    mta: comcast,
    replies: [
      '554 5.7.1 Comcast requires that all mail servers must have a PTR record with a valid Reverse DNS entry. Currently your mail server does not fill that requirement.',
      '421 4.1.0 Reverse DNS failure: Try again later PT000001',
    ],
  },
  {
    ...AUTHENTICATION,
    mta: comcast,
    replies: [
      '550 5.2.0 Message rejected due to DMARC. Please see http://postmaster.comcast.net/smtp-error-codes.php#DM000001',
    ],
  },
]

export const CABLE: KnownReplies[] = [
  {
    ...DEAD,
    mta: spectrum,
    replies: [
      '550 5.1.1 <anna@charter.net> recipient rejected. Invalid recipient: anna@charter.net',
      '550 5.1.1 <anna@twc.com>: recipient does not exist here.',
      '550 5.1.1 Recipient rejected: anna@rr.com user unknown',
      '550 5.1.1 <anna@cox.net> recipient rejected',
    ],
  },
  {
    ...OURS,
    mta: spectrum,
    replies: [
      '554 ERROR: Mail Refused - 192.0.2.1 - See http://security.rr.com/cgi-bin/block-lookup?192.0.2.1',
      '550 5.7.1 Your IP has been blocked. AUP#In-1310',
      '554 p-impin007.msg.pkvw.co.charter.net p-impin007 charter.net AUP#1260 192.0.2.1. See https://www.spectrum.net/support/internet/aup',
      '421 p-impin005.msg.pkvw.co.charter.net E2010 Connection refused - 192.0.2.1 AUP#1350',
      '554 5.7.1 [AUP#CXSNDR] cox Your message was blocked. If you believe this is in error, please visit https://www.cox.com',
      '552 5.2.0 5uLa1x AUP#1500 Charter: message rejected as spam',
    ],
  },
  {
    ...OURS,
    mta: cox,
    replies: [
      '421 eastrmimpi208.cox.net cox Too many sessions from 192.0.2.1 - CXCNCT',
      '550 5.1.0 <news@shop.example> sender rejected. Refer to Error Codes section at https://www.cox.com/residential/support/email-error-codes.html CXSNDR',
      '552 5.2.0 Message contained spam content - CXRJCT',
      '554 IMP - rejected due to bad reputation. CXBL',
      '421 4.2.0 cox 192.0.2.1 CXMXRT Excessive mail from this IP; try again later',
      '550 5.1.0 News <news@shop.example> sender rejected. AUP#I-1440',
      '421 - cox - Too many invalid recipients. CXTHRT',
      '554 5.2.0 message rejected: DKIM policy. CXDKIM',
    ],
  },
  {
    ...DEAD,
    mta: 'mx.centurylink.net',
    replies: [
      '550 5.1.1 <anna@centurylink.net>: Email address could not be found, or was misspelled (G8)',
      '550 5.1.1 Mailbox does not exist',
      '550 Mailbox is inactive',
    ],
  },
  {
    ...DEAD,
    mta: 'extmail.bigpond.com',
    replies: [
      '550 5.1.1 unknown or illegal alias: anna@bigpond.com',
      '550 RCPT TO:<anna@bigpond.com> User unknown',
      '550 5.1.1 <anna@optusnet.com.au>: Recipient address rejected: User unknown in virtual mailbox table',
    ],
  },
  {
    ...BLOCKED,
    mta: 'extmail.bigpond.com',
    replies: [
      '554 nsstlmta03p.bpe.bigpond.com bigpond.com Connection refused from 192.0.2.1. See http://www.senderscore.org/blacklistlookup/',
      '421 extmail.optusnet.com.au: your IP address 192.0.2.1 has been blocked because of its reputation',
    ],
  },
  {
    ...DEAD,
    mta: 'mx.uol.com.br',
    replies: [
      '550 5.1.1 <anna@uol.com.br>: Recipient address rejected: Usuario desconhecido',
      '550 5.1.1 <anna@terra.com.br>: Recipient address rejected: conta inexistente',
      '550 5.7.1 Usuário inexistente',
      '550 5.1.1 Conta inativa',
      '550 5.2.1 Esta conta foi cancelada',
    ],
  },
  {
    ...FULL,
    mta: 'mx.terra.com.br',
    replies: [
      '552 5.2.2 Caixa postal do destinatário está cheia',
      '452 4.2.2 Quota do usuário excedida',
      '550 5.2.2 A caixa de entrada do usuário está lotada',
    ],
  },
  {
    ...OURS,
    mta: 'mx.locaweb.com.br',
    replies: [
      '550 5.7.1 Seu IP 192.0.2.1 está bloqueado. Acesse http://www.locaweb.com.br/antispam',
      '550 Mensagem rejeitada: conteúdo considerado spam',
      '450 4.7.1 Limite de envio excedido para o remetente',
      '554 5.7.1 Remetente não autorizado: falha na verificação SPF',
      '550 5.1.8 Domínio do remetente não existe',
      '550 5.7.1 Acesso negado: IP listado em blacklist',
    ],
  },
  {
    ...DEAD,
    mta: 'mx.rediffmail.rediff.akadns.net',
    replies: [
      '550 Requested action not taken: mailbox unavailable',
      '550 5.1.1 Sorry, no mailbox here by that name. (#5.1.1)',
      '550 User account is inactive',
      '554 5.1.1 Recipient does not exist at rediffmail.com',
    ],
  },
  {
    ...TOO_LARGE,
    mta: 'mx.rediffmail.rediff.akadns.net',
    replies: ['552 sorry, that message size exceeds my databytes limit (#5.3.4)'],
  },
  {
    ...DEAD,
    mta: 'mx.zoho.com',
    replies: [
      '550 5.1.1 User does not exist - <anna@example.com>',
      '553 5.1.1 Invalid mailbox',
      '550 5.1.1 Recipient anna@example.com does not exist',
    ],
  },
  {
    ...OURS,
    mta: 'mx.zoho.com',
    replies: [
      '550 5.4.6 Unusual sending activity detected. Please try after sometime',
      '554 5.7.7 Email policy violation detected',
      '553 5.7.1 Sender is not allowed to relay emails',
      '553 Relaying disallowed as news@shop.example',
      '550 5.7.1 Email cannot be delivered. Reason: Email detected as Spam by spam filters.',
      '541 5.4.1 Mail rejected by destination domain',
      '554 5.1.8 Email Outgoing Blocked',
      '554 5.2.3 MailPolicy violation Error delivering to mailboxes',
      '571 Spam mail. Rejected',
    ],
  },
  {
    ...NO_RELAY,
    mta: 'mx.zoho.com',
    replies: ['553 5.7.1 Relaying disallowed'],
  },
  {
    ...MALFORMED,
    mta: 'mail.example.com',
    replies: ['501 5.5.2 Syntax error in MAIL command', '500 5.5.1 Command unrecognized: "XXXX"'],
  },
]
