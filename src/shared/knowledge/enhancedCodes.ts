/**
 * Enhanced status codes (RFC 3463 and the IANA registry of enumerated status codes) in plain words, by subject and
 * detail, and the cause that such a code names when neither words nor a vendor's meaning say otherwise.
 */
import type { Cause } from '../bounce.ts'

export interface EnhancedCode {
  meaning: string
  /** Null where the code alone does not tell. */
  cause: Cause | null
  source: string
}

const RFC3463 = 'RFC 3463'
const RFC7372 = 'RFC 7372'
const RFC5248 = 'RFC 5248'
const RFC6531 = 'RFC 6531'

export const ENHANCED_CODES: Record<string, EnhancedCode> = {
  '0.0': { meaning: 'no further status', cause: null, source: RFC3463 },
  '1.0': { meaning: 'something about the address', cause: null, source: RFC3463 },
  '1.1': { meaning: 'the mailbox does not exist', cause: 'mailbox-unknown', source: RFC3463 },
  '1.2': { meaning: 'the domain does not exist or takes no mail', cause: 'domain-unknown', source: RFC3463 },
  '1.3': { meaning: 'the address is not written correctly', cause: 'mailbox-unknown', source: RFC3463 },
  '1.4': { meaning: 'the address fits more than one mailbox', cause: 'mailbox-unknown', source: RFC3463 },
  '1.5': { meaning: 'the address is valid', cause: null, source: RFC3463 },
  '1.6': { meaning: 'the mailbox has moved and left no new address', cause: 'mailbox-moved', source: RFC3463 },
  '1.7': { meaning: 'the sender’s address is not written correctly', cause: 'protocol', source: RFC3463 },
  '1.8': {
    meaning: 'the sender’s domain does not exist or takes no answers',
    cause: 'authentication',
    source: RFC3463,
  },
  '1.9': { meaning: 'handed to a system that sends no reports', cause: null, source: 'RFC 3886' },
  '1.10': { meaning: 'the domain says that it takes no mail', cause: 'domain-unknown', source: 'RFC 7505' },
  '2.0': { meaning: 'something about the mailbox', cause: null, source: RFC3463 },
  '2.1': { meaning: 'the mailbox is closed and takes no mail', cause: 'mailbox-disabled', source: RFC3463 },
  '2.2': { meaning: 'the mailbox is full', cause: 'mailbox-full', source: RFC3463 },
  '2.3': { meaning: 'the message is too long for this mailbox', cause: 'message-too-large', source: RFC3463 },
  '2.4': { meaning: 'the mailing list could not be expanded', cause: 'server-trouble', source: RFC3463 },
  '3.0': { meaning: 'something about the mail system', cause: 'server-trouble', source: RFC3463 },
  '3.1': { meaning: 'the mail system is full', cause: 'server-trouble', source: RFC3463 },
  '3.2': { meaning: 'the system accepts no messages at present', cause: 'server-trouble', source: RFC3463 },
  '3.3': { meaning: 'the system lacks a feature that the message needs', cause: 'protocol', source: RFC3463 },
  '3.4': { meaning: 'the message is too big for the system', cause: 'message-too-large', source: RFC3463 },
  '3.5': { meaning: 'the system is wrongly configured', cause: 'server-trouble', source: RFC3463 },
  '3.6': { meaning: 'the priority was changed', cause: null, source: 'RFC 6710' },
  '4.0': { meaning: 'something about the network', cause: 'connection-failed', source: RFC3463 },
  '4.1': { meaning: 'no answer from the server', cause: 'connection-failed', source: RFC3463 },
  '4.2': { meaning: 'the connection broke', cause: 'connection-failed', source: RFC3463 },
  '4.3': { meaning: 'a directory, mostly DNS, did not answer', cause: 'dns-failure', source: RFC3463 },
  '4.4': { meaning: 'no way to the server was found', cause: 'dns-failure', source: RFC3463 },
  '4.5': { meaning: 'the mail system is overloaded', cause: 'server-trouble', source: RFC3463 },
  '4.6': { meaning: 'the message went in circles', cause: 'loop', source: RFC3463 },
  '4.7': { meaning: 'the time for delivery ran out', cause: 'expired', source: RFC3463 },
  '5.0': { meaning: 'something about the SMTP dialogue', cause: 'protocol', source: RFC3463 },
  '5.1': { meaning: 'a command was invalid or came at the wrong time', cause: 'protocol', source: RFC3463 },
  '5.2': { meaning: 'a command was not written correctly', cause: 'protocol', source: RFC3463 },
  '5.3': { meaning: 'too many recipients', cause: 'rate-limited', source: RFC3463 },
  '5.4': { meaning: 'a command had wrong arguments', cause: 'protocol', source: RFC3463 },
  '5.5': { meaning: 'wrong version of the protocol', cause: 'protocol', source: RFC3463 },
  '5.6': { meaning: 'the login line is too long', cause: 'authentication', source: 'RFC 4954' },
  '6.0': { meaning: 'something about the content', cause: 'content', source: RFC3463 },
  '6.1': { meaning: 'this kind of content is not supported', cause: 'content', source: RFC3463 },
  '6.2': { meaning: 'the content needs conversion, which is forbidden', cause: 'content', source: RFC3463 },
  '6.3': { meaning: 'the content needs conversion, which is not supported', cause: 'content', source: RFC3463 },
  '6.4': { meaning: 'the content was converted with loss', cause: 'content', source: RFC3463 },
  '6.5': { meaning: 'converting the content failed', cause: 'content', source: RFC3463 },
  '6.6': { meaning: 'the content could not be fetched', cause: 'content', source: 'RFC 4468' },
  '6.7': { meaning: 'addresses with letters outside English are not allowed here', cause: 'protocol', source: RFC6531 },
  '6.8': { meaning: 'a reply in UTF-8 is needed but not allowed', cause: 'protocol', source: RFC6531 },
  '6.9': { meaning: 'headers in UTF-8 cannot be passed on', cause: 'protocol', source: RFC6531 },
  '6.10': { meaning: 'a reply in UTF-8 is needed but not allowed', cause: 'protocol', source: RFC6531 },
  '7.0': { meaning: 'something about security or policy', cause: 'policy', source: RFC3463 },
  '7.1': { meaning: 'delivery is not authorised, the message is refused', cause: 'policy', source: RFC3463 },
  '7.2': { meaning: 'you may not write to this list', cause: 'recipient-refused', source: RFC3463 },
  '7.3': { meaning: 'a security conversion is not possible', cause: 'tls', source: RFC3463 },
  '7.4': { meaning: 'a security feature is not supported', cause: 'tls', source: RFC3463 },
  '7.5': { meaning: 'a cryptographic step failed', cause: 'tls', source: RFC3463 },
  '7.6': { meaning: 'a cryptographic method is not supported', cause: 'tls', source: RFC3463 },
  '7.7': { meaning: 'the message was altered on its way', cause: 'authentication', source: RFC3463 },
  '7.8': { meaning: 'user name or password is wrong', cause: 'authentication', source: 'RFC 4954' },
  '7.9': { meaning: 'the way of logging in is too weak', cause: 'authentication', source: 'RFC 4954' },
  '7.10': { meaning: 'encryption is needed', cause: 'tls', source: RFC5248 },
  '7.11': { meaning: 'encryption is needed to log in', cause: 'tls', source: 'RFC 4954' },
  '7.12': { meaning: 'the password must be renewed', cause: 'authentication', source: 'RFC 4954' },
  '7.13': { meaning: 'the sending account is disabled', cause: 'authentication', source: RFC5248 },
  '7.14': { meaning: 'a trust relationship is needed', cause: 'authentication', source: RFC5248 },
  '7.15': { meaning: 'the priority is too low', cause: 'policy', source: 'RFC 6710' },
  '7.16': { meaning: 'the message is too big for its priority', cause: 'message-too-large', source: 'RFC 6710' },
  '7.17': { meaning: 'the mailbox has a new owner', cause: 'mailbox-moved', source: 'RFC 7293' },
  '7.18': { meaning: 'the domain has a new owner', cause: 'mailbox-moved', source: 'RFC 7293' },
  '7.19': { meaning: 'whether the owner changed could not be tested', cause: 'policy', source: 'RFC 7293' },
  '7.20': { meaning: 'no valid DKIM signature', cause: 'authentication', source: RFC7372 },
  '7.21': { meaning: 'no acceptable DKIM signature', cause: 'authentication', source: RFC7372 },
  '7.22': { meaning: 'no DKIM signature of the author’s domain', cause: 'authentication', source: RFC7372 },
  '7.23': { meaning: 'SPF failed', cause: 'authentication', source: RFC7372 },
  '7.24': { meaning: 'SPF could not be evaluated', cause: 'authentication', source: RFC7372 },
  '7.25': { meaning: 'reverse DNS failed', cause: 'missing-ptr', source: RFC7372 },
  '7.26': { meaning: 'several authentication checks failed', cause: 'authentication', source: RFC7372 },
  '7.27': { meaning: 'the sender’s domain takes no mail', cause: 'authentication', source: 'RFC 7505' },
  '7.28': {
    meaning: 'a flood of mail was detected',
    cause: 'rate-limited',
    source: 'IANA registry, draft-levine-mailbomb-header',
  },
  '7.29': { meaning: 'ARC validation failed', cause: 'authentication', source: 'RFC 8617' },
  '7.30': {
    meaning: 'encryption on the whole way was demanded and is not supported',
    cause: 'tls',
    source: 'RFC 8689',
  },
}

/** The registry's entry of a code `class.subject.detail`; null for vendors' own. */
export function enhancedCode(code: string): EnhancedCode | null {
  return ENHANCED_CODES[code.slice(2)] ?? null
}

/** A code in words: `5.1.1: the mailbox does not exist`; the bare code where the registry knows nothing of it. */
export function describeEnhancedCode(code: string): string {
  const known = enhancedCode(code)
  return known ? `${code}: ${known.meaning}` : code
}
