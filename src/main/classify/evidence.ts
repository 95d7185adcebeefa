/** Where a cause comes from when judging: words, a vendor's status, the registry, a reply code, a stage. Pure. */
import type { Cause } from '../../shared/bounce.ts'
import { enhancedCode as registryEntry } from '../../shared/knowledge/enhancedCodes.ts'
import { providerById } from '../../shared/knowledge/providers/index.ts'
import { REPLY_CODES } from '../../shared/knowledge/replyCodes.ts'
import type { CodeRule } from '../../shared/knowledge/types.ts'
import type { SmtpStage } from '../../shared/smtp.ts'
import type { Match } from './rules.ts'
import type { Aspect } from './verdict.ts'

/** What named the cause. */
export interface Finding extends Aspect {
  cause: Cause
  rule: string
  matched: string | null
  why?: string
  fix?: string
}

/** Statuses that say nearly nothing: words, even poor ones, come before them. */
const VAGUE_STATUS = /^(?:[45]\.(?:\d\.0|5\.\d+|7\.1|3\.5)|4\.2\.1)$/

export function fromMatch({ id, rule, words }: Match): Finding {
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

export function fromVendorCode(provider: string | null, enhanced: string | null, temporary: boolean): Finding | null {
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

export function fromRegistry(enhanced: string | null, vague: boolean): Finding | null {
  if (!enhanced || VAGUE_STATUS.test(enhanced) !== vague) return null
  const cause = registryEntry(enhanced)?.cause
  // 4.2.1 is a mailbox that is closed for now.
  return cause ? { cause, rule: `enhanced/${enhanced}`, matched: enhanced, reopens: enhanced === '4.2.1' } : null
}

export function fromReplyCode(replyCode: string | null): Finding | null {
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

export function fromStage(stage: string | null, replyCode: string | null, temporary: boolean): Finding | null {
  const causes = stage && replyCode ? STAGE_CAUSES[stage as SmtpStage] : undefined
  return causes
    ? { cause: temporary ? causes.temporary : causes.permanent, rule: `stage/${stage}`, matched: null }
    : null
}

/** A bare 4xx says at least that it is for now; a bare `delayed` that nothing has been decided. */
export function fromClass(replyCode: string | null, enhanced: string | null): Finding | null {
  const code = replyCode ?? enhanced
  if (code === '421' || code === '450' || code?.startsWith('4.'))
    return { cause: 'server-trouble', rule: `class/${code}`, matched: code }
  return null
}
