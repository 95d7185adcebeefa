/** Too much at once: limits of the receiving server, of the recipient, or of our own account. */
import type { Rule } from '../types.ts'
import { any } from './words.ts'

export const rate: Rule[] = [
  {
    id: 'own-limit',
    match: any(
      /(?:submission|sending|send|outgoing|outbound|relay|smtp relay) (?:\w+ )?(?:quota|limit|rate)GAP(?:exceed|reach)/,
      /(?:daily|hourly|monthly|maximum)GAP(?:sending|message|recipient|relay|send|mail|e-?mail|user) (?:\w+ ){0,2}(?:limit|quota|rate)s?/,
      /(?:exceeded|reached|over|hit)GAP(?:sending|submission|outgoing|outbound|message|recipient|daily|hourly|per (?:day|hour)|max(?:imum)? (?:defers|e-?mails|messages|recipients))(?:GAP)(?:limit|quota|rate|allowed|threshold|failures)/,
      /(?:you|your account|your domain|sender|user|account|domain)\b[^.;!]{0,60}(?:has |have )?(?:exceeded|reached)GAP(?:e-?mails?|messages?|recipients?|sends?) (?:per|a|an|in|this|for) /,
      /(?:e-?mails?|messages?|recipients?|sends?) (?:per|a|an) (?:day|hour|minute|month)GAP(?:exceeded|reached|limit|allowed)/,
      /(?:hourly|daily) (?:quota|limit) (?:exceeded|reached)/,
      /maximum (?:sending|send) rate|(?:not enough|insufficient|no) sending quota|outbound thread limit/,
    ),
    cause: 'rate-limited',
    why: 'A limit on how much may be sent in an hour or a day was reached.',
    fix: 'Wait until the hour or day is over and spread the mail; bulk mail belongs to a newsletter service. Keep the address.',
    example: '550 5.4.5 Daily user sending limit exceeded',
    nearMiss: '552 5.2.2 Mailbox storage limit exceeded',
    source: 'Gmail 5.4.5; Exchange 5.2.2 submission quota; cPanel and Exim per-hour limits',
  },
  {
    id: 'recipient-rate',
    match: any(
      /receiving (?:\w+ ){0,2}(?:mail|e-?mail|messages) (?:too (?:quickly|fast)|at a rate|faster)/,
      /(?:user|recipient|mailbox|account)GAP(?:is )?receivingGAP(?:too (?:quickly|fast|much|many)|at a rate)/,
      /(?:recipient|user|mailbox)GAP(?:message|receiv\w+) rate (?:limit|exceed)/,
      /(?:recipient|user|mailbox) (?:has )?received too (?:much|many)/,
      /too many (?:messages|mails|e-?mails) (?:\w+ ){0,3}(?:to|for) (?:this|the same|that|a single) (?:recipient|user|mailbox|address)/,
    ),
    cause: 'rate-limited',
    why: 'This recipient gets more mail at the moment than the provider lets through; it need not all be yours.',
    example: '450 4.2.1 The user you are trying to contact is receiving mail too quickly',
    nearMiss: '450 4.2.1 The user you are trying to contact is receiving no mail',
    source: 'Gmail 4.2.1; Yahoo error codes',
  },
  {
    id: 'plain-words',
    match: any(
      /\brate[ -]?limit|throttl|too much mail from|excessive (?:mail|e-?mail|messages) from|policy rejection-? ?(?:\w+ )?quota|rate (?:is )?exceeded|\brate\b[^.;!]{0,30} too high|zbyt wiele|unusual sending (?:activity|pattern)|allowable number of (?:posts|messages)|your (?:account|mail ?box) is (?:over ?quota|full)\b.{0,40}\bsend|(?:quota|limit) (?:for|on) (?:outgoing|outbound|sending)/,
      /\bper (?:hour|day|minute)\b.{0,30}(?:exceed|reach)|(?:exceed|reach).{0,40}\bper (?:hour|day|minute)\b/,
      /(?:recipients?|rcpt|connections?|sessions?) limit (?:is |was |has been )?(?:exceeded|reached)|over (?:its |the |his |her )?(?:sending quota|rate)\b|over rate limit/,
    ),
    cause: 'rate-limited',
    example: '450 4.7.1 <anna@shop.example>: Recipient address rejected: Rate limit exceeded',
    nearMiss: '450 4.7.1 <anna@shop.example>: Recipient address rejected: Quota exceeded',
    source: 'Postfix policy services (policyd, postfwd); Postfix anvil limits',
  },
  {
    id: 'too-many',
    match: any(
      /too many (?:\w+[ -]){0,3}(?:connections?|sessions?|messages?|mails?|e-?mails?|recipients?|rcpts?|errors?|commands|requests|attempts|concurrent|simultaneous|smtp|transactions|deliveries|hosts|failures|failed|threads)/,
      /(?:rate|frequency|throughput|velocity|throttle|volume|concurrency|concurrent|connections?|burst) ?(?:limit|control|threshold|exceed|is too high|too (?:high|fast)|throttl|reached|restriction)/,
      /(?:maximum|max|limit of|number of|many) (?:\w+ ){0,4}(?:connections?|sessions|messages|recipients|e-?mails)(?: \w+){0,4} (?:exceeded|reached|limit|allowed|per)/,
      /(?:messages?|mail) from \W?IP\W? (?:is |are |was |were |has been |have been )?(?:temporarily )?deferred/,
      /throttl|rate[ -]?limit|slow down|sending too (?:fast|quickly|many|much)|too (?:fast|frequent|quickly)\b|excessive (?:\w+ )?(?:rate|volume|connections|messages|traffic|load from)|flood/,
      /(?:exceed(?:s|ed|ing)?|reached|over) (?:\w+ ){0,4}(?:connection|message|rate|recipient|rcpt|session|concurren\w+|frequency) ?(?:rate |count )?(?:limit|quota|threshold|maximum)?/,
      /unusual (?:rate|amount|volume|traffic)|(?:temporarily )?(?:deferred|delayed) due to (?:\w+ ){0,3}(?:volume|rate|traffic|user complaints|unexpected)|unexpected volume/,
      /(?:connection|message|mail|e-?mail|recipient|rcpt|session|user|host)s? (?:\w+ )?(?:rate|count|frequency) (?:limit|exceed|too|is)|limit(?:s)? (?:has been |was |is )?(?:exceeded|reached)|(?:messages?|recipients?|connections?|e-?mails?) (?:sent |received )?(?:per|limit)\b/,
      /zu viele (?:\w+ )?(?:verbindungen|nachrichten|empfanger|mails|e-mails)|trop de (?:\w+ )?(?:connexions|messages|destinataires)|demasiad[oa]s (?:\w+ )?(?:conexiones|mensajes|destinatarios)|troppe connessioni|troppi (?:messaggi|destinatari)|limite de envio/,
      /слишком (?:много|часто)|превышен[оа]? (?:лимит|количеств|частот)|频率|发信(?:频率|数量)|超过(?:发送|频率|连接)?限制|送信(?:数|制限)|同時接続/,
    ),
    cause: 'rate-limited',
    example: '421 4.7.0 Too many connections from your host',
    nearMiss: '421 4.7.0 Not enough connections',
    source: 'RFC 5321 section 4.5.3; Postfix anvil limits; providers’ pages for senders',
  },
  {
    id: 'turned-away',
    match: any(
      /service (?:is )?(?:currently |temporarily )?(?:not available|unavailable)|closing (?:transmission|channel|connection)/,
    ),
    only: 'temporary',
    stage: 'connect',
    cause: 'rate-limited',
    why: 'It turned your server away at the greeting, before it saw any message: mostly too many connections, or too little trust.',
    example:
      'host mx.shop.example[192.0.2.1] refused to talk to me: 421 Service not available, closing transmission channel',
    nearMiss: 'host mx.shop.example[192.0.2.1] refused to talk to me: 421 Good bye',
    source: 'RFC 5321 section 3.1 and 4.2.3: 421 in place of a greeting',
  },
]
