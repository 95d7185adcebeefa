/** Statement + judgement → the record everyone shares. */
import { domainOf, normaliseAddress } from '../../shared/address.ts'
import type { BounceRecord, OriginalMessage } from '../../shared/bounce.ts'
import { isoTime } from '../../shared/isoTime.ts'
import { judge } from '../classify/index.ts'
import type { Judgement } from '../classify/types.ts'
import type { Statement } from '../detect/types.ts'
import { standardTime } from '../message/date.ts'
import type { ParsedMessage, ReturnedMessage } from '../message/types.ts'

/** Longest diagnostic kept: a provider's reply has at most a few hundred characters, a runaway body has megabytes. */
const MAX_DIAGNOSTIC = 4_000
/** Longest excerpt kept as evidence. */
const MAX_EXCERPT = 1_000
/** Longest value of any other text field, so that one hostile header cannot fill the store. */
const MAX_FIELD = 1_000

/** The record of one statement. `hash` is the message's, `index` the statement's place in it. */
export function assembleRecord(
  message: ParsedMessage,
  statement: Statement,
  hash: string,
  index: number,
  original: OriginalMessage,
): BounceRecord {
  const recipient = statement.recipient && clip(normaliseAddress(statement.recipient), MAX_FIELD)
  const judgement = judged(statement)
  return {
    id: `${hash}:${index}`,
    source: { file: message.raw.file, index: message.raw.index, offset: message.raw.offset },
    kind: statement.kind,
    recipient,
    originalRecipient: statement.originalRecipient && clip(normaliseAddress(statement.originalRecipient), MAX_FIELD),
    domain: recipient && domainOf(recipient),
    provider: judgement?.provider ?? null,
    replyCode: judgement ? judgement.replyCode : statement.replyCode,
    enhancedCode: judgement ? judgement.enhancedCode : statement.enhancedCode,
    group: judgement?.group ?? null,
    cause: judgement?.cause ?? null,
    fault: judgement?.fault ?? null,
    verdict: judgement?.verdict ?? (statement.kind === 'complaint' ? 'remove' : null),
    addressVerdict: null,
    why: judgement?.why ?? (statement.kind === 'complaint' ? COMPLAINT.why : null),
    fix: judgement?.fix ?? (statement.kind === 'complaint' ? COMPLAINT.fix : null),
    diagnostic: clip(statement.diagnostic, MAX_DIAGNOSTIC),
    remoteMta: clip(statement.remoteMta, MAX_FIELD),
    reportingMta: clip(statement.reportingMta, MAX_FIELD),
    action: clip(statement.action, MAX_FIELD),
    reportedAt: message.reportedAt,
    original,
    evidence: evidenceOf(statement, judgement),
    remark: [statement.remark, message.remark].filter(Boolean).join(' ') || null,
  }
}

const COMPLAINT = {
  why: 'This person reported your mail as spam: writing again harms your reputation.',
  fix: 'Remove the address, and find out how it came onto your list.',
}

function judged(statement: Statement): Judgement | null {
  if (statement.kind !== 'bounce' && statement.kind !== 'delay') return null
  const judgement = judge({ ...statement, kind: statement.kind })
  return statement.recipient === null ? { ...judgement, ...nobodyNamed(statement) } : judgement
}

/** Whatever the reply says: where nobody is named there is nobody to remove, watch or keep. */
function nobodyNamed({ evidence }: Statement): Partial<Judgement> {
  const verdict = 'review' as const
  const fix = 'Open the message and look for whom it is about.'
  if (evidence.detector !== UNRECOGNISED) return { verdict, fix, why: 'The report does not name the recipient.' }
  return {
    verdict,
    fix,
    why: 'It looks like a bounce, in a form that is not known.',
    cause: 'unknown',
    fault: 'unknown',
  }
}

/** Stands in the evidence of what no detector knows. */
export const UNRECOGNISED = 'none'

function evidenceOf(statement: Statement, judgement: Judgement | null): BounceRecord['evidence'] {
  const { detector, rule, part, excerpt } = statement.evidence
  return { detector, rule: judgement?.rule ?? rule, part, excerpt: clip(excerpt, MAX_EXCERPT) ?? '' }
}

/** The fields of the returned message that the record keeps. */
export function originalOf(returned: ReturnedMessage | null): OriginalMessage {
  const header = (name: string) => clip(returned?.headers.get(name) || null, MAX_FIELD)
  return {
    from: header('from'),
    subject: header('subject'),
    messageId: header('message-id'),
    date: isoDate(header('date')),
  }
}

/** ISO 8601 UTC of an RFC 5322 date; null where it cannot be read. */
export function isoDate(value: string | null): string | null {
  if (!value) return null
  const time = standardTime(value) ?? Date.parse(value)
  return Number.isNaN(time) ? null : isoTime(time)
}

function clip<T extends string | null>(value: T, length: number): T {
  return value && value.length > length ? (`${value.slice(0, length)}…` as T) : value
}
