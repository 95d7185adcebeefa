/** The way there: relaying, loops, connections, DNS, time, and troubles of the receiving server. */
import type { Rule } from '../types.ts'
import { any } from './words.ts'

/** Before the blocklists and the access rules: a refusal that names the receiver's own broken set-up. */
export const receiverSetup: Rule[] = [
  {
    id: 'broken-check',
    match: any(
      /error: open resolver|spamhaus\.org\/returnc\//,
      /server configuration (?:error|problem)|(?:rejected|refused): temporary lookup failure/,
    ),
    cause: 'server-trouble',
    why: 'A check on the receiving server is broken: it refuses everybody, whoever they are.',
    fix: 'Tell the postmaster there by another way; nothing is wrong with your server or the address.',
    example:
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; Error: open resolver; https://www.spamhaus.org/returnc/pub/192.0.2.53',
    nearMiss: '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
    source: 'Spamhaus: return codes of the public mirrors, 127.255.255.254; Postfix smtpd_check.c',
  },
  {
    id: 'behind-the-server',
    match: any(
      /(?:server|host|mail system)NAMED?(?:is |has |ran |currently )*(?:out of|low on) (?:\w+ )?(?:space|memory|storage|resources)\b|(?:queue|spool) quota exceeded/,
      /(?:(?<!not in (?:the )?|not in our )\bdirectory|\bldap|database|(?:user|mail|message) ?store|back-?end)(?: server| service| mailbox server)? (?:is |was |currently |temporarily )*(?:not found|unavailable|not available|unreachable|offline|\bdown\b)/,
      /(?:next[- ]?hop|back-?end|internal (?:route|host|server|mail ?server))GAP(?:not (?:be )?(?:found|resolved)|unknown|cannot be (?:found|resolved))/,
      /(?:not|n't|unable to|failed to) (?:be )?look(?:ed)? ?up (?:the )?(?:user|recipient|mailbox|account|address)GAP(?:error|fail|timed)/,
    ),
    cause: 'server-trouble',
    why: 'The server that answered could not reach the system behind it that knows the mailboxes.',
    example: '554 5.4.4 Next hop host not found',
    nearMiss: '554 5.4.4 Host not found',
    source: 'RFC 3463 x.4.3: directory server failure; gateways in front of a mail system',
  },
]

export const relaying: Rule[] = [
  {
    id: 'relay-denied',
    match: any(
      /relay(?:ing)?(?: \S{1,60}){0,4}? ?(?:access )?(?:denied|not (?:allowed|permitted|possible|authori[sz]ed|enabled)|prohibited|refused|forbidden|rejected|disabled|disallowed|restricted|operation rejected)/,
      /(?:not|unable|refuse\w*|cannot|can't|won't|no|will not|unauthori[sz]ed|not (?:allowed|authori[sz]ed|permitted) to|not (?:an? )?(?:open)?) (?:be |to |allowed to )?relay/,
      /allowed rcpthosts|rcpthosts|not (?:a )?gateway|domain (?:is )?not (?:hosted|local|handled|served|configured|allowed(?! for sender))|not (?:responsible|authoritative) for (?:the )?(?:domain|ADDR|HOST|host)|no such domain (?:at this|here)|not a domain (?:that )?(?:we|this server|i) |(?:we|this server) (?:do not|don't|does not) (?:relay|(?:handle|accept|host)(?: \w+){0,2} (?:for )?(?:this |that |the )?(?:domain|ADDR|HOST|host))\b|mail to this domain|domain not (?:found )?(?:on|at) this server/,
      /\bas (?:a|your) relay\b|not been configured to let you/,
      /tenantattribution|kein relay|relais (?:refuse|interdit)|转发|中継/,
    ),
    cause: 'relay-denied',
    example: '554 5.7.1 <anna@shop.example>: Relay access denied',
    nearMiss: '554 5.7.1 <anna@relay.example>: Access denied',
    source: 'Postfix reject_unauth_destination; Sendmail; qmail rcpthosts',
  },
  {
    id: 'loop',
    match: any(
      /\bloops?(?:ing|ed)?\b|mail ?loop|too many (?:hops|received|"?received"?)|hop count|message depth exceeded|hopcount|maximum hops|already has my delivered-to|best-preference mx|points? to (?:local ?host|the local host|this host)|local host(?:, but| as mx)|mxloopback|boucle|schleife/,
    ),
    cause: 'loop',
    example: '554 5.4.6 Too many hops',
    nearMiss: '554 5.4.6 Too many connections',
    source: 'RFC 5321 section 6.3; Postfix, Exim, qmail and Sendmail texts',
  },
]

/** Before the unknown domains: the same words with `try again` mean that DNS has not decided. */
export const undecidedDns: Rule[] = [
  {
    id: 'dns-try-again',
    match: any(
      /(?:host|domain)GAPnot found(?:,|;|:)? ?(?:try again|\(?temporar|.{0,12}\bretry)|try again.{0,20}\b(?:dns|mx lookup)|temporar\w* (?:dns|name)\b|\bdns (?:timeout|timed ?out)/,
      /name ?server (?:is |was |did |does )?(?:not respond|unavailable|unreachable|timed)/,
      /servfail|unable to get mx/,
    ),
    cause: 'dns-failure',
    example: 'Name service error for name=shop.example type=MX: Host not found, try again',
    nearMiss: 'Name service error for name=shop.example type=MX: Host not found',
    source: 'Postfix dns_lookup.c',
  },
]

export const network: Rule[] = [
  {
    id: 'dns-failure',
    match: any(
      /servfail|name ?server (?:timeout|failure|reply|timed out)|(?:temporary|transient) (?:name|dns|resolver)|host ?name lookup (?:failure|failed)|host (?:or domain name )?not found,? try again|(?:dns|mx|name|domain|cname|host|address) ?(?:look ?up|query|queries|resolution|search|server)(?: \S{1,40}){0,4}? ?(?:failed|failure|error|timed? ?out|timeout|temporar|did not complete|unsuccessful)/,
      /malformed or unexpected name server reply|host lookup did not complete|name service error|dns resol(?:ve|ution) (?:error|fail)|(?:no data|not found) by dns|unable to (?:look ?up|resolve) (?:host|dns|mx|the (?:host|mx|domain))|dns (?:error|failure|problem|timeout|temporary|hard error|soft error)|(?:transient|soft) dns|temporarily unable to resolve/,
    ),
    cause: 'dns-failure',
    example: '451 4.4.3 Name server timeout for shop.example',
    nearMiss: '550 5.1.2 Host unknown',
    source: 'Postfix, Exim, qmail and Sendmail texts for DNS failures',
  },
  {
    id: 'connection-failed',
    match: any(
      /connect(?:ion|ing|ed)?(?: \S{1,60}){0,8}? ?(?:timed? ?out|timeout|refused\b(?! by (?!HOST|IP)| due| because| from\b|: \S{1,40} is (?:blocked|listed))|reset|dropped|died|lost|aborted|broken|failed|unsuccessful|could not be established|was closed|closed by remote|closed unexpectedly|terminated)/,
      /(?:lost|no|failed|unable to (?:make|establish|open|get|create)|could not (?:make|establish|open|get)|couldn't (?:make|establish)|cannot (?:make|establish|open)|wasn't able to establish|bad|failure to) (?:an? |the |any )?(?:\w+ )?connect/,
      /(?:could not|couldn't|cannot|can't|unable to|failed to|fail to|not able to|did not|did not accept our requests to|unable to) (?:connect|reach|contact|open (?:a )?socket|deliver.{0,30}network)|no (?:smtp|mail) servers? (?:was |were )?(?:available|responded|answered)|no route to host|network (?:is (?:unreachable|down)|error when connecting)|unreachable host|host (?:is )?(?:unreachable|down|not responding)|(?:server|host|HOST)NAMED?(?:is |was |did |has )*(?:not (?:respond|answer|reachable)|unreachable|down\b|not accept our requests)/,
      /(?:no|without) (?:answer|response|reply) from (?:\w+ )?(?:host|server)|not respond|didn't respond|no response|unresponsive|(?:smtp|session|conversation|command|greeting|read|socket|data|operation|dialogue|protocol|i\/o|network)(?: \S{1,40}){0,3}? ?(?:timed? ?-?out|time ?out|timeout)|\btimed out\b|(?<!retry )\btimeout\b|socket error|winsock|econnrefused|etimedout|communications? failure|broken pipe|unexpected(?:ly)? (?:eof|close|disconnect)|remote (?:host|server) (?:closed|hung up|disconnected)|verbindungGAP(?:fehlgeschlagen|abgelehnt|zeituberschreitung|nicht)|zeituberschreitung|delai (?:depasse|d'attente)|tiempo de espera|连接(?:超时|失败|被拒)|超时|タイムアウト|接続(?:できま|に失敗|エラー|拒否)/,
    ),
    cause: 'connection-failed',
    example: 'connect to mx.shop.example[192.0.2.1]:25: Connection timed out',
    nearMiss: '550 5.7.1 Connection not encrypted',
    source: 'Postfix smtp_connect.c; Exim, qmail and Sendmail texts; system error messages',
  },
]

export const expiry: Rule[] = [
  {
    id: 'expired',
    match: any(
      /^(?:smtp; )?too old\b|(?:message|mail|delivery|queue|retry|time|it)(?: \S{1,30}){0,4}? ?(?:expired|too old|has been in the queue too long|in (?:the )?queue (?:for )?too long)|queue\.expired|too long in (?:the )?queue|retry (?:time|timeout|limit|period)(?: \w+){0,3}? ?(?:exceeded|reached|not reached|expired)|retry timeout|(?:delivery|retry|maximum|max|queue) (?:time|lifetime|attempts|retries)(?: \w+){0,3}? ?(?:expired|exceeded|exhausted|reached|limit)/,
      /(?:could not|couldn't|cannot|unable to|not|n't) (?:be )?(?:deliver\w*|send|sent) (?:\w+ ){0,5}(?:for|within|after|in) (?:(?:the )?(?:last|past) )?(?:more than )?\d+(?:\.\d+)? (?:day|hour|minute|week)|(?:for|after|within) (?:more than )?\d+(?:\.\d+)? (?:days|hours)(?: on the queue|,? giving up)?|have been failing for a long time|giving up(?! on\b)|gave up|exceeded the (?:maximum )?(?:time|delivery|retry)|max(?:imum)? (?:number of )?(?:retries|attempts|retry)|attempts? (?:exhausted|exceeded)|still (?:not|undelivered)|will not (?:be retried|retry)/,
    ),
    cause: 'expired',
    example: '550 4.4.7 Message expired',
    nearMiss: '550 5.2.1 Account expired',
    source: 'RFC 3463 x.4.7; Sendmail, Exim, qmail, Exchange texts for a queue that gave up',
  },
]

export const serverTrouble: Rule[] = [
  {
    id: 'system-full',
    match: any(
      /insufficient (?:system |disk |storage |memory )*(?:storage|resources|space|memory)|(?:system|disk|server|mail system|file ?system|queue|spool)(?: \S{1,20}){0,3}? ?(?:full|out of (?:space|memory)|low on)|no space left|out of (?:memory|disk|resources)|not enough (?:disk|memory|space|storage)|low (?:disk|memory) space/,
    ),
    cause: 'server-trouble',
    why: 'The receiving server has run out of space or memory.',
    example: '452 4.3.1 Insufficient system storage',
    nearMiss: '452 4.3.1 Insufficient rights',
    source: 'RFC 5321 section 4.2.3, text of 452; RFC 3463 x.3.1',
  },
  {
    id: 'local-fault',
    match: any(
      /(?:internal|local|server|system|software|configuration|config|processing|temporary|database|ldap|unknown mailer|i\/o|disk|delivery agent|backend|gateway)(?: \w+)? (?:error|failure|fault|problem)|error in processing|mail(?:er)? (?:system|server) (?:error|problem|configuration)|command line usage|data format error|input\/output error|misconfigur|unknown mailer error|unable to (?:create|write|open|lock|append)|can't create|cannot (?:create|write|open|append|lock|store)|(?:could|can) ?not be (?:stored|written|saved)|permission denied|command died|exit (?:code|status)|child (?:exited|crashed)|segmentation|software caused|mail transport (?:unavailable|is unavailable)|temporary lookup failure|address verification in progress|unverified address|unverified recipient/,
    ),
    cause: 'server-trouble',
    example: '451 4.3.0 Requested action aborted: local error in processing',
    nearMiss: '451 4.3.0 Requested action aborted',
    source: 'RFC 5321 section 4.2.3, text of 451; Postfix pipe and local delivery agents',
  },
]
