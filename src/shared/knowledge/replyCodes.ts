/**
 * Reply codes (RFC 5321 §4.2.3 and its extensions) in plain words, and what a code alone, without any words, says of
 * the cause. Codes without a registered meaning carry the server that writes them.
 */
import type { Cause } from '../bounce.ts'

export interface ReplyCode {
  /** What the code says, in plain words. */
  meaning: string
  /** The cause when nothing else is known; null where the code alone does not tell. */
  cause: Cause | null
  source: string
}

const RFC5321 = 'RFC 5321 section 4.2.3'
const RFC4954 = 'RFC 4954 section 6'
const RFC5248 = 'RFC 5248 section 2.4'
const EXCHANGE = 'Microsoft Exchange queue errors'
const SEEN = 'not registered; seen in the wild'

export const REPLY_CODES: Record<string, ReplyCode> = {
  '250': { meaning: 'done', cause: null, source: RFC5321 },
  '251': { meaning: 'the user is elsewhere; the message will be forwarded', cause: null, source: RFC5321 },
  '252': { meaning: 'the user cannot be verified, but the message is accepted', cause: null, source: RFC5321 },
  '420': { meaning: 'the connection timed out', cause: 'connection-failed', source: SEEN },
  '421': {
    meaning: 'the service is not available now: too busy, or too much mail from you',
    cause: null,
    source: RFC5321,
  },
  '422': { meaning: 'the mailbox is over its quota', cause: 'mailbox-full', source: SEEN },
  '431': { meaning: 'the server is out of space', cause: 'server-trouble', source: EXCHANGE },
  '432': {
    meaning: 'the recipient’s server has stopped taking mail for now',
    cause: 'server-trouble',
    source: EXCHANGE,
  },
  '441': { meaning: 'the server did not respond', cause: 'connection-failed', source: EXCHANGE },
  '442': { meaning: 'the connection was dropped', cause: 'connection-failed', source: EXCHANGE },
  '446': { meaning: 'the message took too many hops', cause: 'loop', source: EXCHANGE },
  '447': { meaning: 'the message waited too long and expired', cause: 'expired', source: EXCHANGE },
  '449': { meaning: 'there is no way to route the message', cause: 'server-trouble', source: EXCHANGE },
  '450': { meaning: 'the mailbox is not available right now', cause: null, source: RFC5321 },
  '451': { meaning: 'the server had an error of its own', cause: 'server-trouble', source: RFC5321 },
  '452': {
    meaning: 'the server is out of space, or there were too many recipients',
    cause: 'server-trouble',
    source: RFC5321,
  },
  '453': { meaning: 'the server takes no mail now', cause: 'server-trouble', source: 'RFC 2645 section 5.2' },
  '454': {
    meaning: 'encryption or login is not available right now',
    cause: null,
    source: 'RFC 3207 section 4, RFC 4954 section 6',
  },
  '455': { meaning: 'the server cannot handle these parameters now', cause: 'protocol', source: RFC5321 },
  '458': { meaning: 'the message could not be queued', cause: 'server-trouble', source: 'RFC 1985 section 4' },
  '459': { meaning: 'the node is not allowed', cause: 'policy', source: 'RFC 1985 section 4' },
  '471': { meaning: 'a local spam filter had an error or said no', cause: 'policy', source: SEEN },
  '500': { meaning: 'the command was not understood', cause: 'protocol', source: RFC5321 },
  '501': { meaning: 'a command had wrong parameters', cause: 'protocol', source: RFC5321 },
  '502': { meaning: 'the command is not implemented', cause: 'protocol', source: RFC5321 },
  '503': { meaning: 'commands came in the wrong order, or a login was missing', cause: 'protocol', source: RFC5321 },
  '504': { meaning: 'a command parameter is not implemented', cause: 'protocol', source: RFC5321 },
  '510': { meaning: 'the address is wrong', cause: 'mailbox-unknown', source: SEEN },
  '511': { meaning: 'the address is wrong', cause: 'mailbox-unknown', source: SEEN },
  '512': { meaning: 'the host was not found in DNS', cause: 'domain-unknown', source: SEEN },
  '513': { meaning: 'the type of address is wrong', cause: null, source: SEEN },
  '521': { meaning: 'this host does not accept mail', cause: null, source: 'RFC 7504 section 3' },
  '523': { meaning: 'encryption is needed, or the message is over a limit', cause: null, source: RFC5248 },
  '524': { meaning: 'encryption is needed to log in', cause: 'tls', source: RFC5248 },
  '525': { meaning: 'the sending account is disabled', cause: 'authentication', source: RFC5248 },
  '530': { meaning: 'you must log in, or encrypt, before sending', cause: 'authentication', source: RFC4954 },
  '533': { meaning: 'you are not authorised', cause: 'authentication', source: RFC5248 },
  '534': { meaning: 'the way of logging in is too weak', cause: 'authentication', source: RFC4954 },
  '535': { meaning: 'user name or password is wrong', cause: 'authentication', source: RFC4954 },
  '538': { meaning: 'encryption is needed to log in', cause: 'tls', source: RFC4954 },
  '540': { meaning: 'the mailbox is inactive or blocked', cause: 'mailbox-disabled', source: 'Rambler mail servers' },
  '541': { meaning: 'the recipient’s filter refused the message', cause: 'policy', source: SEEN },
  '550': {
    meaning: 'the mailbox is not available: unknown, closed, or refused by a rule',
    cause: null,
    source: RFC5321,
  },
  '551': { meaning: 'the user is not here; try another address or server', cause: null, source: RFC5321 },
  '552': { meaning: 'the mailbox’s space or the message’s size limit is exceeded', cause: null, source: RFC5321 },
  '553': { meaning: 'the mailbox name is not allowed, or a login is missing', cause: null, source: RFC5321 },
  '554': {
    meaning: 'the transaction failed: refused by policy, reputation or content',
    cause: 'policy',
    source: RFC5321,
  },
  '555': { meaning: 'the parameters of MAIL or RCPT are not recognised', cause: 'protocol', source: RFC5321 },
  '556': { meaning: 'the domain accepts no mail', cause: 'domain-unknown', source: 'RFC 7504 section 4' },
  '557': { meaning: 'refused by a rule of the receiving system', cause: 'policy', source: SEEN },
  '571': { meaning: 'delivery is not authorised', cause: 'policy', source: SEEN },
}

/** A code in words: `550 (the mailbox is not available …)`; the bare code where nothing is known of it. */
export function describeReplyCode(code: string): string {
  const known = REPLY_CODES[code]
  return known ? `${code}: ${known.meaning}` : code
}
