/**
 * Public blocklists, how they are named in replies, and where one looks oneself up and asks to be taken off. Pages are
 * given as text and never fetched.
 */
export interface Blocklist {
  id: string
  label: string
  /** Tested against the lower-cased reply. */
  named: RegExp
  /** Where to look up and to ask for removal. */
  page: string
  /** DNS zone for a look-up of an IP address; null for domain lists and private ones. */
  zone: string | null
  /** What being listed there mostly means. */
  meaning: string
  example: string
}

/** More special names stand before more general ones: the first that is named counts. */
export const BLOCKLISTS: readonly Blocklist[] = [
  {
    id: 'spamhaus-xbl',
    label: 'Spamhaus XBL',
    named: /\bxbl\b|spamhaus exploits|cbl\.abuseat|\bcbl\b/,
    page: 'check.spamhaus.org',
    zone: 'zen.spamhaus.org',
    meaning: 'A computer behind this IP address looks infected or misused.',
    example: '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using xbl.spamhaus.org',
  },
  {
    id: 'spamhaus-pbl',
    label: 'Spamhaus PBL',
    named: /\bpbl\b|spamhaus policy/,
    page: 'check.spamhaus.org',
    zone: 'zen.spamhaus.org',
    meaning: 'This IP address belongs to a network whose customers should send through their provider’s server.',
    example: '550 5.7.1 Client host [192.0.2.1] blocked using Spamhaus PBL',
  },
  {
    id: 'spamhaus-css',
    label: 'Spamhaus CSS',
    named: /\bcss\b.{0,40}spamhaus|spamhaus.{0,40}\bcss\b|\bsblcss\b/,
    page: 'check.spamhaus.org',
    zone: 'zen.spamhaus.org',
    meaning: 'Mail from this IP address hits spam traps or comes with a poor set-up.',
    example: '550 blocked, see https://check.spamhaus.org/sbl/query/SBLCSS',
  },
  {
    id: 'spamhaus-sbl',
    label: 'Spamhaus SBL',
    named: /\bsbl(?:\d+)?\b/,
    page: 'check.spamhaus.org',
    zone: 'zen.spamhaus.org',
    meaning: 'This IP address is listed by hand as a source of spam.',
    example: '550 5.7.1 [192.0.2.1] listed at sbl.spamhaus.org',
  },
  {
    id: 'spamhaus-dbl',
    label: 'Spamhaus DBL',
    named: /\bdbl\b|spamhaus domain/,
    page: 'check.spamhaus.org',
    zone: null,
    meaning: 'A domain in the sender address or in a link has been seen in spam.',
    example: '550 5.7.1 message contains a domain present in the Spamhaus DBL',
  },
  {
    id: 'spamhaus',
    label: 'Spamhaus',
    named: /spamhaus|\bzen\b.{0,30}(?:rbl|list)/,
    page: 'check.spamhaus.org',
    zone: 'zen.spamhaus.org',
    meaning: 'Your IP address or domain is on one of Spamhaus’ lists.',
    example: '554 5.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org',
  },
  {
    id: 'spamcop',
    label: 'SpamCop',
    named: /spamcop/,
    page: 'www.spamcop.net/bl.shtml',
    zone: 'bl.spamcop.net',
    meaning: 'People reported mail from this IP address as spam; it is let go about a day after the last report.',
    example: '550 Blocked - see https://www.spamcop.net/bl.shtml?192.0.2.1',
  },
  {
    id: 'barracuda',
    label: 'Barracuda Reputation',
    named: /barracudacentral|barracuda reputation|barracudanetworks\.com\/reputation|\bbrbl\b/,
    page: 'www.barracudacentral.org/rbl/removal-request',
    zone: 'b.barracudacentral.org',
    meaning: 'Barracuda rates this IP address as poor.',
    example: '554 Service unavailable; Client host [192.0.2.1] blocked using Barracuda Reputation',
  },
  {
    id: 'cloudmark',
    label: 'Cloudmark CSI',
    named: /cloudmark|cm-csi|\bcsi\b.{0,20}(?:reset|global)/,
    page: 'csi.cloudmark.com/en/reset',
    zone: null,
    meaning: 'Cloudmark, which many providers ask, rates this IP address as poor.',
    example: '550 5.7.1 refused, see https://csi.cloudmark.com/reset-request/?ip=192.0.2.1',
  },
  {
    id: 'abusix',
    label: 'Abusix Mail Intelligence',
    named: /abusix/,
    page: 'lookup.abusix.com',
    zone: null,
    meaning: 'This IP address or domain has hit Abusix’ traps.',
    example: '554 5.7.1 blocked by Abusix, see https://lookup.abusix.com/search?q=192.0.2.1',
  },
  {
    id: 'invaluement',
    label: 'Invaluement',
    named: /invaluement|\bivm(?:sip|uri)\b/,
    page: 'www.invaluement.com/lookup',
    zone: null,
    meaning: 'This IP address or domain is known to Invaluement for unwanted bulk mail.',
    example: '550 listed by ivmSIP, see https://www.invaluement.com/lookup/?item=192.0.2.1',
  },
  {
    id: 'senderscore',
    label: 'Sender Score (Validity)',
    named: /sender ?score|returnpath|return path|\bbl\.score\b|validity\.com/,
    page: 'senderscore.org',
    zone: 'bl.score.senderscore.com',
    meaning: 'Validity rates this IP address as poor.',
    example: '554 5.7.1 blocked, see https://www.senderscore.org/blocklistlookup',
  },
  {
    id: 'uceprotect',
    label: 'UCEPROTECT',
    named: /uceprotect|backscatterer/,
    page: 'www.uceprotect.net/en/rblcheck.php',
    zone: 'dnsbl-1.uceprotect.net',
    meaning: 'This IP address or its whole network was seen sending to traps; it is let go after seven days.',
    example: '550 blocked using dnsbl-1.uceprotect.net',
  },
  {
    id: 'sorbs',
    label: 'SORBS (closed)',
    named: /sorbs/,
    page: 'SORBS was closed in June 2024',
    zone: null,
    meaning: 'The other server still asks a list that has been closed; tell its administrator.',
    example: '554 5.7.1 Client host [192.0.2.1] blocked using dnsbl.sorbs.net',
  },
  {
    id: 'mailspike',
    label: 'Mailspike',
    named: /mailspike/,
    page: 'www.mailspike.io/ip_verify',
    zone: 'bl.mailspike.net',
    meaning: 'Mailspike rates this IP address as poor.',
    example: '554 5.7.1 blocked using bl.mailspike.net',
  },
  {
    id: 'psbl',
    label: 'PSBL',
    named: /\bpsbl\b|surriel\.com/,
    page: 'psbl.org',
    zone: 'psbl.surriel.com',
    meaning: 'This IP address hit a spam trap; anybody may ask for its removal.',
    example: '550 5.7.1 blocked using psbl.surriel.com',
  },
  {
    id: 'uribl',
    label: 'URIBL',
    named: /\buribl\b/,
    page: 'lookup.uribl.com',
    zone: null,
    meaning: 'A domain that the message links to has been seen in spam.',
    example: '554 5.7.1 message contains a link listed in URIBL black',
  },
  {
    id: 'surbl',
    label: 'SURBL',
    named: /\bsurbl\b/,
    page: 'surbl.org/surbl-analysis',
    zone: null,
    meaning: 'A domain that the message links to has been seen in spam.',
    example: '554 5.7.1 rejected: contains a URL listed in SURBL',
  },
]

/** The blocklist that a reply names; null where it names none that is known here. */
export function namedBlocklist(text: string): Blocklist | null {
  const lowered = text.toLowerCase()
  return BLOCKLISTS.find((list) => list.named.test(lowered)) ?? null
}

/** The blocklist of an id (`spamhaus-xbl`). */
export function blocklistById(id: string): Blocklist | null {
  return BLOCKLISTS.find((list) => list.id === id) ?? null
}
