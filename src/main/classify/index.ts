/**
 * Judges one reply: who said it, what happened, whose fault it is, what to do. Pure, and fast: rules that cannot match
 * are passed over by a search for fixed pieces of theirs.
 */
import type { Cause } from '../../shared/bounce.ts'
import { namedBlocklist } from '../../shared/knowledge/blocklists.ts'
import { enhancedCode as registryEntry } from '../../shared/knowledge/enhancedCodes.ts'
import { providerById } from '../../shared/knowledge/providers/index.ts'
import { REPLY_CODES } from '../../shared/knowledge/replyCodes.ts'
import type { CodeRule } from '../../shared/knowledge/types.ts'
import { readEnhancedCode, readReplyCode, readStage, type SmtpStage } from '../../shared/smtp.ts'
import { recognise } from './recognise.ts'
import {
  firstMatch,
  type Match,
  PROVIDER_RULES,
  prepareText,
  type ReadyRule,
  STRONG_RULES,
  WEAK_RULES,
} from './rules.ts'
import { readText } from './text.ts'
import type { Judgement, Reply } from './types.ts'
import { type Aspect, faultFor, groupFor, isTemporary, verdictFor } from './verdict.ts'
import { fixFor, whySentence } from './words.ts'

/** What named the cause. */
interface Finding extends Aspect {
  cause: Cause
  rule: string
  matched: string | null
  why?: string
  fix?: string
}

const NO_RULES: readonly ReadyRule[] = []

/** Statuses that say nearly nothing: words, even poor ones, come before them. */
const VAGUE_STATUS = /^(?:[45]\.(?:\d\.0|5\.\d+|7\.1|3\.5)|4\.2\.1)$/

function fromMatch({ id, rule, words }: Match): Finding {
  return {
    cause: rule.cause,
    rule: id,
    matched: words,
    reopens: rule.reopens,
    ours: rule.ours,
    why: rule.why,
    fix: rule.fix,
  }
}

function fromVendorCode(provider: string | null, enhanced: string | null, temporary: boolean): Finding | null {
  if (!provider || !enhanced) return null
  const codes = providerById(provider)?.codes
  if (!codes) return null
  const detail = enhanced.slice(2)
  const other = temporary ? 'permanent' : 'temporary'
  const fits = ({ code, only }: CodeRule) =>
    only !== other && (typeof code === 'string' ? code === detail : code.test(detail))
  const found = codes.find(fits)
  return found ? { ...found, rule: `${provider}/${enhanced}`, matched: enhanced } : null
}

function fromRegistry(enhanced: string | null, vague: boolean): Finding | null {
  if (!enhanced || VAGUE_STATUS.test(enhanced) !== vague) return null
  const cause = registryEntry(enhanced)?.cause
  // 4.2.1 is a mailbox that is closed for now.
  return cause ? { cause, rule: `enhanced/${enhanced}`, matched: enhanced, reopens: enhanced === '4.2.1' } : null
}

function fromReplyCode(replyCode: string | null): Finding | null {
  const cause = replyCode ? REPLY_CODES[replyCode]?.cause : null
  return cause ? { cause, rule: `reply/${replyCode}`, matched: replyCode } : null
}

/** A refusal without telling words, by when it came: before the recipient was named it cannot be about him. */
const STAGE_CAUSES: Partial<Record<SmtpStage, { temporary: Cause; permanent: Cause }>> = {
  connect: { temporary: 'server-trouble', permanent: 'policy' },
  helo: { temporary: 'server-trouble', permanent: 'policy' },
  'mail-from': { temporary: 'server-trouble', permanent: 'policy' },
  data: { temporary: 'server-trouble', permanent: 'policy' },
  'end-of-data': { temporary: 'server-trouble', permanent: 'policy' },
}

function fromStage(stage: string | null, replyCode: string | null, temporary: boolean): Finding | null {
  const causes = stage && replyCode ? STAGE_CAUSES[stage as SmtpStage] : undefined
  return causes
    ? { cause: temporary ? causes.temporary : causes.permanent, rule: `stage/${stage}`, matched: null }
    : null
}

/** A bare 4xx says at least that it is for now; a bare `delayed` that nothing has been decided. */
function fromClass(replyCode: string | null, enhanced: string | null): Finding | null {
  const code = replyCode ?? enhanced
  if (code === '421' || code === '450' || code?.startsWith('4.'))
    return { cause: 'server-trouble', rule: `class/${code}`, matched: code }
  return null
}

/** "Relaying denied. Proper authentication required": said by a server that relays for those who log in. */
const ASKS_FOR_LOGIN = /authenticat|log ?in|smtp[ -]auth|credentials/

/** Rules without telling words. */
const BY_CODE = /^(?:weak|reply|class|stage|network)\/|^none$/

/** The rule that knows lists by name: the record says which one, so that they can be counted. */
const NAMED_LIST = 'blocklist/named'

/**
 * A domain that our own side looked up and did not find, with a status that says "for now": DNS has not decided, and
 * was only asked until the queue gave up.
 */
function undecidedDns(finding: Finding, temporary: boolean, replyCode: string | null): Finding {
  const looked = finding.rule === 'unknown/no-such-domain' && !/\bno (?:\w+ )?mx\b/.test(finding.matched ?? '')
  return temporary && !replyCode && looked ? { ...finding, cause: 'dns-failure' } : finding
}

const ABOUT_THE_ADDRESS: ReadonlySet<Cause> = new Set<Cause>([
  'mailbox-unknown',
  'mailbox-disabled',
  'mailbox-moved',
  'domain-unknown',
])

/** Words that name the sending side: what is said to be missing beside them is mostly the sender's. */
const SENDING_SIDE =
  /\bsender(?:'s)? (?:address|domain|e-?mail|host|server|not|unknown|is|does|could|must|was|has)|(?:as|for|of|unknown|invalid|the) sender\b|\bfrom (?:address|header|domain)|message from (?:an? )?(?:non|unknown|invalid)|return[ -]?path|originator|mail from (?:address|domain|:)|\byour (?:ip|host|hostname|mail ?server|server|domain|network|isp|account)\b|client host|\bhelo\b|\behlo\b|\bip(?: address)? IP\b/
/** x.1.7 and x.1.8 speak of the sender's address (RFC 3463 §3.2). */
const SENDER_STATUS = /^[45]\.1\.[78]$/

/**
 * A dead address is concluded from general words only where these cannot mean the sender: a wrong removal loses a
 * reader, a wrong "keep" only a message.
 */
function guardSendingSide(finding: Finding, plain: string, enhanced: string | null, general: boolean): Finding {
  if (!general || !ABOUT_THE_ADDRESS.has(finding.cause)) return finding
  if (!SENDING_SIDE.test(plain) && !(enhanced && SENDER_STATUS.test(enhanced))) return finding
  return {
    cause: 'authentication',
    rule: finding.rule,
    matched: finding.matched,
    why: 'What is missing is your own address or server, not the recipient.',
  }
}

/**
 * What was said before any recipient was named is not about the recipient: "user unknown" in reply to MAIL FROM means
 * the sender's own address. At the end of the data a code without words is not about him either.
 */
function guardStage(finding: Finding, stage: string | null): Finding {
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

/**
 * Judges one reply. The order of evidence: the words at the provider that said them, the words anywhere, the vendor's
 * meaning of the status, the registered meaning, poorer words, the reply code, the stage. Codes are read out of the
 * diagnostic where they are not given. Never throws.
 */
export function judge(reply: Reply): Judgement {
  const diagnostic = reply.diagnostic ?? ''
  const text = readText(diagnostic)
  const replyCode = reply.replyCode ?? readReplyCode(diagnostic)
  const enhancedCode = reply.enhancedCode ?? readEnhancedCode(diagnostic)
  const stage = reply.stage ?? readStage(diagnostic)
  const temporary = isTemporary(reply.kind, replyCode, enhancedCode)
  const recognition = recognise(text.full, reply.remoteMta, reply.recipient)
  const recognised = recognition.provider

  const prepared = prepareText(text)
  const words = (rules: readonly ReadyRule[]) => {
    const match = firstMatch(rules, prepared, temporary, stage)
    return match ? fromMatch(match) : null
  }
  const byProvider = recognised ? words(PROVIDER_RULES.get(recognised) ?? NO_RULES) : null
  const found =
    byProvider ??
    words(STRONG_RULES) ??
    fromVendorCode(recognised, enhancedCode, temporary) ??
    fromRegistry(enhancedCode, false) ??
    words(WEAK_RULES) ??
    fromRegistry(enhancedCode, true) ??
    fromReplyCode(replyCode) ??
    fromStage(stage, replyCode, temporary) ??
    fromClass(replyCode, enhancedCode) ??
    ({ cause: 'unknown', rule: 'none', matched: null } satisfies Finding)

  const decided = undecidedDns(found, temporary, replyCode)
  const finding = guardStage(guardSendingSide(decided, text.plain, enhancedCode, !byProvider), stage)
  const ours =
    finding.ours || (finding.cause === 'relay-denied' && !recognition.hostNamed && ASKS_FOR_LOGIN.test(text.plain))
  // A refusal of ours that names no other host comes from our own server, whoever the message was for.
  const provider = ours && !recognition.hostNamed && recognition.by !== 'words' ? 'own-server' : recognised
  const aspect: Aspect = { reopens: finding.reopens, ours }
  const verdict = verdictFor(finding.cause, temporary, aspect)
  const told = {
    cause: finding.cause,
    verdict,
    provider,
    replyCode,
    enhancedCode,
    recipient: reply.recipient,
    diagnostic: reply.diagnostic,
    temporary,
    why: finding.why,
    fix: finding.fix,
    byCode: BY_CODE.test(finding.rule),
  }
  return {
    provider,
    replyCode,
    enhancedCode,
    group: groupFor(finding.cause, reply.kind, replyCode, enhancedCode),
    cause: finding.cause,
    fault: faultFor(finding.cause, aspect),
    verdict,
    why: whySentence(told),
    fix: fixFor(told),
    rule: finding.rule === NAMED_LIST ? `blocklist/${namedBlocklist(text.full)?.id ?? 'named'}` : finding.rule,
    matched: finding.matched,
  }
}
