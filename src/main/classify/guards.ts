/** What keeps a cause from being drawn too boldly: a wrong removal loses a reader. Pure. */
import type { Cause } from '../../shared/bounce.ts'
import type { Finding } from './evidence.ts'

interface Codes {
  reply: string | null
  enhanced: string | null
}

/** RFC 3463 §3.5: a directory server, such as DNS, did not answer. */
const NAME_SERVER_STATUS = '4.4.3'

/**
 * A domain that our own side looked up and did not find, with a status that says "for now": DNS has not decided, and
 * was only asked until the queue gave up.
 */
export function undecidedDns(finding: Finding, temporary: boolean, { reply, enhanced }: Codes): Finding {
  const looked = finding.rule === 'unknown/no-such-domain' && !/\bno (?:\w+ )?mx\b/.test(finding.matched ?? '')
  return temporary && looked && (!reply || enhanced === NAME_SERVER_STATUS)
    ? { ...finding, cause: 'dns-failure' }
    : finding
}

const ABOUT_THE_ADDRESS: ReadonlySet<Cause> = new Set<Cause>([
  'mailbox-unknown',
  'mailbox-disabled',
  'mailbox-moved',
  'domain-unknown',
])

/** Words that name the sending side: what is said to be missing beside them is mostly the sender's. */
const SENDING_SIDE =
  /\bsender(?:'s)? (?:address|domain|e-?mail|host|server|mail ?box|account|user|not|unknown|is(?! (?:advised|requested|asked|notified|informed|being))|does|could|must|was|has(?! been (?:notified|informed|told)))|\(sender\)|(?:as|for|of|unknown|invalid) sender\b|\bfrom (?:address|header|domain)|message from (?:an? )?(?:non|unknown|invalid)|return[ -]?path|return address|originator|repl(?:y|ies) to your|mail from (?:address|domain|:)|\byour (?:ip(?!(?: address)? (?:has been|was|is) (?:logged|recorded))|host|hostname|mail ?server|server|domain|network|isp|account)\b|client host|\bhelo\b|\behlo\b|\bip(?: address)? IP\b|\b(?:domain|host|user) (?:of|in|from) your address\b|\byour (?:e-?mail )?address (?:is|was|does|has|could|cannot)\b|\boriginating\b|\byou claim\b|(?:reply|errors|return-receipt|disposition-notification)-to\b|\bin (?:the )?(?:mail )?from\b|authenticated user|authentication (?:for|of|fail)|\blogin\b|\bsmtp user\b|sending (?:is |was )?disabled|only local users|\bauth\b|\bbounces? (?:to|address)\b|\brelay user\b/
/** "Please contact your ISP" does not speak of the sending side. */
const ADVICE =
  /\b(?:contact|ask|consult|check with|notify|tell|inform) (?:the |your )?(?:\w+ ){0,3}(?:administrator|admin|provider|isp|postmaster|support|help ?desk|department|sender)\b/g
/** x.1.7 and x.1.8 speak of the sender's address (RFC 3463 §3.2). */
const SENDER_STATUS = /^[45]\.1\.[78]$/
/** A domain missed by a check of the dialogue (x.5) or of security (x.7) is the one that the check was about. */
const OTHER_SUBJECT = /^[45]\.(?:5\.[1-9]|7\.)/
/** Answers to AUTH (RFC 4954 §6): the account is the one that tried to log in. 517 is Courier's for a sender's domain. */
const LOGIN_REPLY = /^(?:517|525|53[458])$/

/** RFC 5321 §4.2.2: 501 blames what a command says of itself; of HELO and MAIL FROM, where no recipient is named. */
function isSyntaxOfADomain(finding: Finding, plain: string, reply: string | null): boolean {
  return reply === '501' && finding.rule === 'unknown/no-such-domain' && !/recipient|rcpt|ADDR/.test(plain)
}

function saidOfTheSender(finding: Finding, plain: string, { reply, enhanced }: Codes): boolean {
  // Postfix answers RCPT TO with `525 5.7.13` where the recipient is disabled.
  if (reply && LOGIN_REPLY.test(reply) && !/recipient|rcpt/.test(plain)) return true
  if (isSyntaxOfADomain(finding, plain, reply)) return true
  if (!enhanced) return false
  return SENDER_STATUS.test(enhanced) || (finding.rule === 'unknown/no-such-domain' && OTHER_SUBJECT.test(enhanced))
}

/**
 * A dead address is concluded from general words only where these cannot mean the sender: a wrong removal loses a
 * reader, a wrong "keep" only a message.
 */
export function guardSendingSide(finding: Finding, plain: string, codes: Codes, general: boolean): Finding {
  if (!general || !ABOUT_THE_ADDRESS.has(finding.cause)) return finding
  if (!SENDING_SIDE.test(plain.replace(ADVICE, ' ')) && !saidOfTheSender(finding, plain, codes)) return finding
  return {
    cause: 'authentication',
    rule: finding.rule,
    matched: finding.matched,
    why: 'What is missing is your own address or server, not the recipient.',
  }
}

/** A status without words of its own: `5.1.1` beside "rejected by policy". */
const BY_STATUS = /^(?:enhanced|[a-z-]+)\/\d\.\d+\.\d+$/
/** Words about the message, the connection or a rule. */
const MESSAGE_SIDE =
  /\bpolic(?:y|ies)\b|\b(?:message|mail|e-?mail|content|session|connection) (?:has been |was |is |were )?(?:rejected|refused|blocked|denied|malformed|contain)|access denied|(?:you|ip) (?:are |is )?blocked|unsafe|\battach|\burls?\b|URL in|\bmime\b|\bproxy\b|not authori[sz]ed|unsubscribe|доступ запрещ|не авторизован|acesso negado/

/**
 * Filters put the status of an unknown mailbox beside refusals of their own: words about the message then outweigh a
 * status that no words support.
 */
export function guardMessageSide(finding: Finding, plain: string): Finding {
  if (!ABOUT_THE_ADDRESS.has(finding.cause) || !BY_STATUS.test(finding.rule) || !MESSAGE_SIDE.test(plain))
    return finding
  return { cause: 'policy', rule: finding.rule, matched: finding.matched }
}

/**
 * What was said before any recipient was named is not about the recipient: "user unknown" in reply to MAIL FROM means
 * the sender's own address. At the end of the data a code without words is not about him either.
 */
export function guardStage(finding: Finding, stage: string | null): Finding {
  if (!ABOUT_THE_ADDRESS.has(finding.cause)) return finding
  if (stage === 'mail-from')
    return {
      cause: 'authentication',
      rule: finding.rule,
      matched: finding.matched,
      why: 'It was said of your sender address, before any recipient was named.',
    }
  if (stage === 'connect' || stage === 'helo')
    return {
      cause: 'policy',
      rule: finding.rule,
      matched: finding.matched,
      why: 'It was said before any recipient was named.',
    }
  const byCodeAlone = finding.rule.startsWith('reply/') || finding.rule === 'weak/mailbox-unavailable'
  return stage === 'end-of-data' && byCodeAlone
    ? { cause: 'policy', rule: finding.rule, matched: finding.matched }
    : finding
}
