/** Why an address is judged as it is, in a sentence. */
import type { Verdict } from '../../shared/bounce.ts'
import { DOMAIN_EVENT_ADDRESSES, DOMAIN_EVENT_HOURS } from '../../shared/knowledge/policy.ts'
import type { AddressRule } from './address-verdict-sql.ts'

const DAY_MS = 86_400_000

/** How an address is judged, and what is known of it. Times are milliseconds since 1970. */
export interface AddressJudgement {
  rule: AddressRule
  /** What the rules say. */
  judged: Verdict
  /** What counts, once the person was heard. */
  verdict: Verdict
  overridden: boolean
  domain: string | null
  bounces: number
  firstAt: number | null
  lastAt: number | null
  deliveredAt: number | null
}

/**
 * The sentence for an address, or null where it only repeats what the record says of itself: `own` is the record's
 * verdict.
 */
export function addressWhy(judgement: AddressJudgement, own: Verdict | null): string | null {
  const { rule, verdict, overridden, judged } = judgement
  if (overridden) return `You decided this yourself; the rules say ${judged}.`
  const sentence = SENTENCES[rule](judgement)
  const told = rule === 'never-remove' || rule === 'domain-event' || rule === 'repeated' || rule === 'delivered-later'
  return verdict === own && !told ? null : sentence
}

const SENTENCES: Record<AddressRule, (judgement: AddressJudgement) => string> = {
  complaint: () => 'The person behind this address reported your mail as spam: do not write to it again.',
  remove: () => 'Another report says that this address is dead; one such report is enough.',
  strict: () => 'The strict policy removes every address that was refused for good, whatever the reason.',
  'domain-event': ({ domain }) =>
    `At least ${DOMAIN_EVENT_ADDRESSES} addresses at ${domain} failed for one reason within ${DOMAIN_EVENT_HOURS} hours and nothing else is known of that domain: its server may be at fault, so look before you remove them.`,
  review: () => 'Another report on this address has to be looked at first.',
  repeated: ({ bounces, firstAt, lastAt }) => `It bounced ${bounces} times over ${days(firstAt, lastAt)} days.`,
  watch: () => 'Another report says that this address is in trouble for now; watch it.',
  keep: () => 'Nothing that was reported speaks against this address itself.',
  'delivered-later': ({ deliveredAt }) =>
    `Mail to it was delivered ${deliveredAt === null ? 'later' : `on ${isoDay(deliveredAt)}`}, after it had bounced.`,
  'never-remove': () =>
    'The address or its domain is on your never-remove list; without that it would be removed or held.',
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)

const days = (from: number | null, to: number | null) =>
  from === null || to === null ? 0 : Math.floor((to - from) / DAY_MS)
