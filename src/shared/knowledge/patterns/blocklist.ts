/** Refusals that rest on a list of refused senders. */
import type { Rule } from '../types.ts'
import { any } from './words.ts'

/** Lists known by name; their host names and web pages count too. */
export const namedLists: Rule[] = [
  {
    id: 'named',
    match: any(
      /spamhaus|spamcop|barracudacentral|barracuda reputation|barracudanetworks\.com\/reputation|abusix|invaluement|\bivm(?:sip|uri)\b/,
      /cloudmark|cm-csi|csi\.cloud|sender ?score|dnsbl|\brbls?\b|\bsorbs\b|mailspike|uceprotect|backscatterer|\bpsbl\b|\bsurbl\b|\buribl\b|\bcbl\b|\bdnswl?bl\b/,
      // A page that is asked for an address: `listing?192.0.2.1`.
      /:\/\/[^\s?]{4,80}\?\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/,
    ),
    cause: 'blocklisted',
    example: '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
    nearMiss: '550 5.1.1 user not listed',
    source: 'Pages of the lists themselves, see blocklists.ts; RFC 5782',
  },
]

export const otherLists: Rule[] = [
  {
    id: 'recipients-own',
    match: any(
      /(?:recipient|user|addressee)'?s?'? (?:personal |own |private )?BLOCKLIST|BLOCKLIST of (?:the |this )?(?:recipient|user|addressee)|(?:on|in) (?:his|her) (?:personal |own )?BLOCKLIST/,
      /blocked by (?:the |its |this )?(?:recipient(?! (?:domain|server|host|system))|user\b|addressee|mailbox owner)/,
      /(?:recipient|user|addressee)(?! (?:server|host|domain|system|mail))NAMED(?:has |have )?(?:blocked|block-?listed|blacklisted) (?:you(?!r (?:ip|server|host|domain|network))|this sender|the sender|mail from|messages? from|e-?mails? from)/,
    ),
    cause: 'recipient-refused',
    why: 'The recipient has put you on a list of their own.',
    example: "550 5.7.1 Sender is on the recipient's blocklist",
    nearMiss: '550 5.7.1 Sender IP is on a blocklist',
    source: 'Wording of personal block lists in mail filters',
  },
  {
    id: 'listed',
    match: any(
      /blocked using|real-?time (?:black|block)/,
      /(?<!may be )\b(?:black|block|deny)[ -]?listed\b/,
      /\b(?:is|are|was|in|on|by|our|your|a|the|from) (?:[\w-]{1,20} ){0,3}(?:black|block|deny)[ -]?lists?\b/,
      /\blisted (?:in|on|at|by) (?:host|HOST|URL|(?:our|the|a|an|one|several|multiple|public|external) (?:\w+ ){0,3}(?:list|database|bl\b))/,
      /in (?:our |the |its )?BLOCKLIST/,
      /ip.{0,12}(?:黑名单|黑名單|ブラックリスト|블랙리스트)|(?:auf|in|em|en|na) (?:\w+ ){0,2}(?:blacklist|lista negra|sperrliste|blockliste)\b/,
    ),
    cause: 'blocklisted',
    example: '550 5.7.1 Your IP 192.0.2.1 is blacklisted',
    nearMiss: '550 5.1.1 address not listed in our directory',
    source: 'RFC 5782; Postfix reject_rbl_client',
  },
]
