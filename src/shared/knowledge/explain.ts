/** Puts together what a person needs to understand and mend one failure. Pure. */
import type { Cause, Group, Kind } from '../bounce.ts'
import { type BasicCase, basicCase } from './basicCases.ts'
import { namedBlocklist } from './blocklists.ts'
import { CAUSE_INFO } from './causes.ts'
import { describeEnhancedCode } from './enhancedCodes.ts'
import { namedSender } from './named.ts'
import { providerById } from './providers/index.ts'
import { describeReplyCode } from './replyCodes.ts'
import type { Check, Explanation, ProviderAdvice, Reference } from './types.ts'

/** What is known of the record to explain; everything may be absent. */
export interface ExplainContext {
  provider?: string | null
  replyCode?: string | null
  enhancedCode?: string | null
  recipient?: string | null
  diagnostic?: string | null
  remoteMta?: string | null
  group?: Group | null
  kind?: Kind
  /** From of the returned message: names the sender's own domain in commands. */
  originalFrom?: string | null
}

/** An explanation with the technical line underneath. */
export interface FullExplanation extends Explanation {
  /** What the bare code says, where it is one of the seven that every guide begins with. */
  aboutCode: BasicCase | null
  /** The codes in words: `550: the mailbox is not available …; 5.1.1: the mailbox does not exist`. Null without codes. */
  technical: string | null
}

/** What is put into a command must not be able to end it: anything else than a host name is not taken. */
const SAFE_NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?$/u
const SAFE_IP = /^[\da-f.:]+$/i
const SAMPLE_IP = '192.0.2.1'

function safeName(name: string | null | undefined, otherwise: string): string {
  const trimmed = (name ?? '').toLowerCase().replace(/\.$/, '')
  return SAFE_NAME.test(trimmed) && trimmed.includes('.') ? trimmed : otherwise
}

function domainPart(address: string | null | undefined): string | null {
  return (address && /@([^@\s<>]+)>?\s*$/.exec(address)?.[1]) || null
}

function reversed(ip: string): string {
  return ip.includes(':') ? ip : ip.split('.').reverse().join('.')
}

type Fill = (text: string) => string

function filler(context: ExplainContext): Fill {
  const named = namedSender(context.diagnostic ?? '')
  const ip = named.ip && SAFE_IP.test(named.ip) ? named.ip : SAMPLE_IP
  const recipientDomain = safeName(domainPart(context.recipient), 'example.com')
  const values: Record<string, string> = {
    recipientDomain,
    senderDomain: safeName(domainPart(context.originalFrom) ?? named.domain, 'your-domain.example'),
    ip,
    reversedIp: reversed(ip),
    mta: safeName(context.remoteMta?.replace(/^dns;\s*/i, ''), `mx.${recipientDomain}`),
  }
  return (text) => text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

function technicalLine(context: ExplainContext): string | null {
  const parts: string[] = []
  if (context.replyCode) parts.push(describeReplyCode(context.replyCode))
  if (context.enhancedCode) parts.push(describeEnhancedCode(context.enhancedCode))
  return parts.length > 0 ? parts.join('; ') : null
}

function adviceOf(cause: Cause, provider: string | null | undefined): ProviderAdvice {
  return (provider && providerById(provider)?.advice?.[cause]) || {}
}

function isReference(reference: Reference | null | undefined): reference is Reference {
  return Boolean(reference)
}

/**
 * The whole explanation of a failure: the cause's, with what its provider, its blocklist and its code add. Commands are
 * filled with the record's own domains and addresses, as far as these are harmless in a shell.
 */
export function explain(cause: Cause, context: ExplainContext = {}): FullExplanation {
  const info = CAUSE_INFO[cause]
  const advice = adviceOf(cause, context.provider)
  const provider = context.provider ? providerById(context.provider) : null
  const list = cause === 'blocklisted' ? namedBlocklist(context.diagnostic ?? '') : null
  const basic = basicCase(context.replyCode ?? null, cause)
  const fill = filler(context)
  const what = [info.what, advice.what ?? null, list ? `The list is ${list.label}. ${list.meaning}` : null]
  const listCheck: Check[] = list?.zone
    ? [
        {
          label: `Is your server on ${list.label}? An answer means yes.`,
          command: `dig +short {reversedIp}.${list.zone}`,
        },
      ]
    : []
  const listStep = list ? [`Look yourself up at ${list.page}; the removal form is there too.`] : []
  const documentation = [
    ...(advice.documentation ?? []),
    list ? { label: list.label, address: list.page } : null,
    provider?.postmaster,
    ...info.documentation,
  ].filter(isReference)
  return {
    title: info.title,
    aboutCode: basic,
    what: fill(what.filter(Boolean).join(' ')),
    why: fill(info.why),
    steps: [...listStep, ...(advice.steps ?? info.steps)].map(fill),
    checks: uniqueChecks([...listCheck, ...(advice.checks ?? []), ...info.checks]).map((check) => ({
      label: fill(check.label),
      command: fill(check.command),
    })),
    sendAgain: fill(advice.sendAgain ?? info.sendAgain),
    documentation,
    technical: technicalLine(context),
  }
}

function uniqueChecks(checks: Check[]): Check[] {
  return checks.filter((check, index) => checks.findIndex((other) => other.command === check.command) === index)
}

/**
 * The fix in one sentence: the provider's own where there is one, else the cause's. Where nothing but the code told the
 * cause (`byCode`), what the bare code asks for comes between.
 */
export function fixSentence(cause: Cause, context: ExplainContext = {}, byCode = false): string {
  const advice = adviceOf(cause, context.provider)
  const basic = byCode ? basicCase(context.replyCode ?? null, cause)?.fix : undefined
  const sentence = advice.fix ?? basic ?? CAUSE_INFO[cause].fix
  return sentence.includes('{') ? filler(context)(sentence) : sentence
}
