/** The two sentences of a judgement: why this verdict, and what to do. Pure. */
import type { Cause, Verdict } from '../../shared/bounce.ts'
import { namedBlocklist } from '../../shared/knowledge/blocklists.ts'
import { CAUSE_INFO } from '../../shared/knowledge/causes.ts'
import { fixSentence } from '../../shared/knowledge/explain.ts'
import { providerName } from '../../shared/knowledge/labels.ts'
import { namedSender } from '../../shared/knowledge/named.ts'
import { WATCH_BOUNCES, WATCH_DAYS } from '../../shared/knowledge/policy.ts'

export interface Told {
  cause: Cause
  verdict: Verdict
  provider: string | null
  replyCode: string | null
  enhancedCode: string | null
  recipient: string | null
  diagnostic: string | null
  temporary: boolean
  why?: string
  fix?: string
  /** No telling words named the cause. */
  byCode: boolean
}

const NOT_FROM_A_SERVER: ReadonlySet<Cause> = new Set<Cause>([
  'connection-failed',
  'dns-failure',
  'expired',
  'domain-unknown',
])

/** What each cause comes to, as the end of "Gmail says that …". */
const SAYING: Record<Cause, string> = {
  'mailbox-unknown': 'this mailbox does not exist',
  'domain-unknown': 'this domain does not exist or takes no mail',
  'mailbox-disabled': 'this mailbox was closed',
  'mailbox-moved': 'this mailbox has moved',
  'mailbox-full': 'the mailbox is full',
  'recipient-refused': 'the recipient, or a rule of theirs, does not want this mail',
  blocklisted: 'your server or domain is on a blocklist',
  reputation: 'your server or domain has a poor reputation there',
  authentication: 'the message is not proven to be yours',
  'missing-ptr': 'your server has no proper name in DNS',
  policy: 'a rule there forbids this message',
  'rate-limited': 'too much was sent at once',
  'message-too-large': 'the message is too large',
  content: 'something in the message is not allowed there',
  spam: 'the message looks like spam',
  virus: 'the message looks harmful',
  protocol: 'the message or your server’s dialogue is malformed',
  tls: 'the connection must be encrypted, and was not',
  greylisted: 'your server should come back later',
  'relay-denied': 'it does not handle mail for this domain',
  loop: 'the message goes in circles',
  'server-trouble': 'it has trouble of its own',
  'connection-failed': 'there was no connection',
  'dns-failure': 'DNS gave no usable answer',
  expired: 'the time for delivery ran out',
  unknown: 'the message was not delivered, without a reason that is known here',
}

const NO_ANSWER: Partial<Record<Cause, string>> = {
  'connection-failed': 'No connection to the receiving server came about',
  'dns-failure': 'DNS gave no usable answer for this domain',
  expired: 'Your server tried for days and gave up',
  'domain-unknown': 'The domain does not exist or takes no mail',
}

function codes(told: Told): string {
  const parts = [told.replyCode, told.enhancedCode].filter(Boolean)
  return parts.length > 0 ? ` (${parts.join(' ')})` : ''
}

function consequence(told: Told): string {
  if (told.verdict === 'remove') return 'this will not change'
  if (told.verdict === 'watch')
    return told.temporary && CAUSE_INFO[told.cause].fault === 'address'
      ? 'the reply is only temporary, so one report proves nothing'
      : `this can pass; it counts after ${WATCH_BOUNCES} bounces over ${WATCH_DAYS} days`
  if (told.verdict === 'keep') return 'the address is not at fault'
  return 'somebody has to decide'
}

/** One sentence: who said what, with which code, and what follows for the address. */
export function whySentence(told: Told): string {
  const silent = NO_ANSWER[told.cause]
  if (silent && (!told.replyCode || NOT_FROM_A_SERVER.has(told.cause)))
    return `${silent}${codes(told)}: ${consequence(told)}.`
  const who = told.provider ? providerName(told.provider) : 'The receiving server'
  const list = told.cause === 'blocklisted' ? namedBlocklist(told.diagnostic ?? '') : null
  const { ip } =
    told.cause === 'blocklisted' || told.cause === 'reputation' ? namedSender(told.diagnostic ?? '') : { ip: null }
  const saying = list ? `${ip ?? 'your server or domain'} is on the blocklist ${list.label}` : SAYING[told.cause]
  const detail = told.why ? ` ${told.why}` : ''
  return `${who} says that ${saying}${codes(told)}: ${consequence(told)}.${detail}`
}

/** One sentence: what to do. */
export function fixFor(told: Told): string {
  return told.fix ?? fixSentence(told.cause, told, told.byCode)
}
