/**
 * Judges one reply: who said it, what happened, whose fault it is, what to do. Pure, and fast: rules that cannot match
 * are passed over by a search for fixed pieces of theirs.
 */
import { namedBlocklist } from '../../shared/knowledge/blocklists.ts'
import { rememberMany } from '../../shared/remember.ts'
import { readEnhancedCode, readReplyCode, readStage } from '../../shared/smtp.ts'
import {
  type Finding,
  fromClass,
  fromMatch,
  fromRegistry,
  fromReplyCode,
  fromStage,
  fromVendorCode,
} from './evidence.ts'
import { guardMessageSide, guardSendingSide, guardStage, undecidedDns } from './guards.ts'
import { recognise } from './recognise.ts'
import { firstMatch, PROVIDER_RULES, prepareText, type ReadyRule, STRONG_RULES, WEAK_RULES } from './rules.ts'
import { readText } from './text.ts'
import type { Judgement, Reply } from './types.ts'
import { type Aspect, faultFor, groupFor, isTemporary, verdictFor } from './verdict.ts'
import { fixFor, whySentence } from './words.ts'

const NO_RULES: readonly ReadyRule[] = []

/** "Relaying denied. Proper authentication required": said by a server that relays for those who log in. */
const ASKS_FOR_LOGIN =
  /authenticat|log ?in|smtp[ -]auth|credentials|(?:sender|domain \S{1,60}) is not allowed to|relaying disallowed as/

/** A reply's text, ready for the rules. */
const readWords = rememberMany((diagnostic) => {
  const text = readText(diagnostic)
  return { text, prepared: prepareText(text) }
})

/** Rules without telling words. */
const BY_CODE = /^(?:weak|reply|class|stage|network)\/|^none$/

/** The rule that knows lists by name: the record says which one, so that they can be counted. */
const NAMED_LIST = 'blocklist/named'

/**
 * Judges one reply. The order of evidence: the words at the provider that said them, the words anywhere, the vendor's
 * meaning of the status, the registered meaning, poorer words, the reply code, the stage. Codes are read out of the
 * diagnostic where they are not given. Never throws.
 */
export function judge(reply: Reply): Judgement {
  const diagnostic = reply.diagnostic ?? ''
  const { text, prepared } = readWords(diagnostic)
  const replyCode = reply.replyCode ?? readReplyCode(diagnostic)
  const enhancedCode = reply.enhancedCode ?? readEnhancedCode(diagnostic)
  const stage = reply.stage ?? readStage(diagnostic)
  const temporary = isTemporary(reply.kind, replyCode, enhancedCode)
  const recognition = recognise(text.full, reply.remoteMta, reply.recipient)
  const recognised = recognition.provider

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

  const codes = { reply: replyCode, enhanced: enhancedCode }
  const decided = undecidedDns(found, temporary, codes)
  const guarded = guardMessageSide(guardSendingSide(decided, text.plain, codes, !byProvider), text.plain)
  const finding = guardStage(guarded, stage)
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
