/** Encryption, the dialogue and the shape of the message. */
import type { Rule } from '../types.ts'
import { any } from './words.ts'

export const transport: Rule[] = [
  {
    id: 'tls',
    match: any(
      /\bstarttls\b|\btls\b|\bssl\b|\bdane\b|\btlsa\b|\bmta-sts\b|requiretls/,
      /(?:encrypt(?:ion|ed)|secure connection|certificate)GAP(?:required|needed|not (?:available|offered|supported|trusted|verified)|fail|expired|invalid|must)/,
      /(?:requires?|must use|needs?) (?:an? )?(?:encrypt|secure (?:connection|channel|transport))/,
    ),
    cause: 'tls',
    example: '530 5.7.0 Must issue a STARTTLS command first',
    nearMiss: '530 5.7.0 Must issue a HELO command first',
    source: 'RFC 3207; Postfix smtp_tls_security_level; RFC 7672; RFC 8461',
  },
  {
    id: 'greeting',
    match: any(
      /\b(?:helo|ehlo)\b(?! command rejected: need fully)GAP(?:reject|invalid|bad|required|refused|blocked|denied|not |fully|syntax|must|first|mismatch|domain|name|hostname|argument|unknown|missing|should)|in (?:the )?(?:helo|ehlo)\b/,
      /(?:invalid|valid|bad|illegal|fake|forged|no|polite people say|need|missing|must say|incorrect|unacceptable|bogus) (?:\w+ ){0,3}(?:helo|ehlo)\b/,
      /need fully-?qualified (?:hostname|domain)|(?:helo|ehlo)(?:\/ehlo)? command rejected/,
    ),
    cause: 'protocol',
    why: 'Your server greeted with a name that the other side does not accept.',
    fix: 'Let your server greet (HELO) with its full public name; keep the address.',
    example: '550 5.7.1 Helo command rejected: need fully-qualified hostname',
    nearMiss: '550 5.7.1 Command rejected',
    source: 'Postfix reject_invalid_helo_hostname; RFC 5321 section 4.1.1.1',
  },
  {
    id: 'sender-syntax',
    match: any(
      /SENDER(?: address)?NAMED?(?:is |was )?(?:not (?:a )?valid (?:rfc|address)|syntax|malformed|ill-?formed|not rfc|too long|must be|contains|invalid syntax|bad syntax)/,
      /(?:bad|invalid|malformed|illegal|missing|no|empty) (?:syntax (?:in|of) )?(?:\w+ )?(?:sender(?:'s)?(?: mailbox)?(?: address)?|from(?: address| header| field| line)|mail from|return[ -]path|reverse[ -]path|originator)(?: address)?(?: syntax)?/,
      /(?:domain name|fully[ -]qualified domain|domain) required for sender|fully[ -]qualified e-?mail address required|sender address required|(?:syntax|incorrect) (?:in )?sender\b|mail from\b.{0,20}(?:syntax|malformed)/,
    ),
    cause: 'protocol',
    why: 'Your sender address is not written as it must be.',
    fix: 'Correct the From or return address in your mail software; keep the address.',
    example: '553 5.1.7 The sender address <news@> is not a valid RFC 5321 address',
    nearMiss: '553 5.1.3 The recipient address <anna@> is not a valid RFC 5321 address',
    source: 'RFC 5321 section 4.1.2; RFC 3463 x.1.7',
  },
  {
    id: 'address-within',
    match: any(
      /(?:address|user|domain|host|mailbox|account|recipient)GAP\bin (?:the |your )?(?:\S{1,12} ){0,2}headers?\b|address in (?:from|to|b?cc|reply-to|sender)\b|\bheaders?: (?:to|from|b?cc|reply-to):? address|reply-to (?:user|mailbox|account)/,
      /(?:from|to|cc|bcc|reply-to|sender|errors-to|return-receipt-to|list-unsubscribe|message-id):? headers?GAP(?:unknown|invalid|not found|not exist|n't exist|nonexistent|unresolv)/,
      /(?:reply|bounce|errors?|reply-to|errors-to|message-id|return-receipt-to)[ -](?:address|domain|host)(?:es)?GAP(?:unknown|invalid|not (?:valid|found|exist|resolv)|n't exist|nonexistent|unresolv)/,
      /(?:\burl|\blinks?|image|web ?site) (?:domain|host|address)GAP(?:unknown|not found|not exist|n't exist|nonexistent|unresolv)|(?:domain|host)GAP(?:unknown|not found|not exist|n't exist)GAPin (?:the )?(?:message )?body/,
    ),
    cause: 'protocol',
    why: 'An address or a link that the message itself holds leads nowhere.',
    fix: 'Correct the addresses in the headers and the links of the message; keep the address.',
    example: '550 5.7.1 Reply-To address does not exist',
    nearMiss: '550 5.1.1 Address does not exist',
    source: 'RFC 5322 section 3.6.2; header and body checks of Exim (verify = header_sender) and of filters',
  },
  {
    id: 'message-shape',
    match: any(
      /(?:rfc ?-?\s?(?:5322|2822|822|5321|2821|821)|rfc)[ -]?(?:compliant|compliance|violation|format|standards?|conform)|not (?:rfc|compliant with rfc)|non[ -]?(?:rfc|compliant)|violat\w+ (?:of )?rfc/,
      /(?:missing|multiple|duplicate|invalid|malformed|bad|too many|illegal|no|more than one|long|folded|empty) (?:\S{1,20} ){0,3}headers?\b|headers? (?:\S{1,20} ){0,3}(?:missing|invalid|malformed|error|not|too)|headers? must include|must (?:have|include|contain) (?:an? |the )?(?:valid )?(?:\S{1,12} )?header/,
      /(?:bare|lone) ?(?:lf|cr|line ?feed|newline)|line limit|(?:malformed|invalid|corrupt|broken|bad) mime|smtp smuggling|line (?:is )?too long|lines? longer|(?:maximum )?line length|8-?bit (?:data|characters?|headers?)|null characters?|message-id (?:is |header )?(?:missing|required|invalid)/,
      /smtputf8|8bitmime|non-ascii|internationali[sz]ed (?:e-?mail|address|mailbox)|utf-?8 (?:address|header)/,
      /malformed address: \S{1,80} may not follow/,
      /improper (?:use of )?(?:smtp|command|pipelining)|pipelining|synchroni[sz]ation error|bad sequence|out of sequence|protocol (?:error|violation)|unrecogni[sz]ed command|command not (?:recogni[sz]ed|implemented|understood)|command (?:unrecogni[sz]ed|unknown|parameter)|not implemented|unknown command|syntax error|invalid (?:command|parameter|argument)|unsupported parameter|parameters? not (?:recogni[sz]ed|implemented)/,
    ),
    cause: 'protocol',
    example: '550 5.7.1 This message is not RFC 5322 compliant',
    nearMiss: '550 5.7.1 This message is not wanted',
    source: 'RFC 5322 section 3.6; RFC 5321 section 4.2.2; RFC 6531',
  },
  {
    id: 'greylisting',
    match: any(
      /gr[ae]y[ -]?list|not yet authori[sz]ed to deliver|policy rejection-? ?please try later/,
      /postgrey|milter-greylist/,
      /灰名单|グレイリスト|греилист|серы[ие] спис/,
    ),
    cause: 'greylisted',
    example: '451 4.7.1 Greylisting in action, please come back later',
    nearMiss: '451 4.3.0 Please come back later',
    source: 'RFC 6647; Postgrey',
  },
  {
    id: 'come-back',
    match: any(
      /(?:try again|retry|come back|please wait) (?:\w+ )?(?:in|after|for) (?:at least |about )?\d+ ?(?:s|m|sec|second|min)/,
      /triplet|first (?:time )?(?:seen|contact|attempt)GAP(?:try|retry|later)/,
    ),
    cause: 'greylisted',
    example: '451 4.7.1 Please try again in 5 minutes',
    nearMiss: '451 4.3.0 Please try again later',
    source: 'RFC 6647 section 2',
  },
]
