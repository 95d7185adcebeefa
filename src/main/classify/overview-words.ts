/** The words of findings: counts, spans, who and why. Pure. */
import type { Cause } from '../../shared/bounce.ts'
import { providerName } from '../../shared/knowledge/labels.ts'

const NUMBERS = new Intl.NumberFormat('en')
const MS_PER_HOUR = 3_600_000
/** Up to so many hours a span is told in hours, beyond in days. */
const HOURS_TOLD = 48

export function count(number: number): string {
  return NUMBERS.format(number)
}

export function messages(number: number): string {
  return number === 1 ? 'one message' : `${count(number)} messages`
}

export function addresses(number: number): string {
  return number === 1 ? 'One address' : `${count(number)} addresses`
}

export function domains(number: number): string {
  return number === 1 ? 'one domain' : `${count(number)} domains`
}

/** A part of a whole, 0 to 1; 0 of nothing. */
export function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0
}

export function servers(provider: string | null): string {
  return provider ? providerName(provider) : 'Servers of other domains'
}

/** ` in two hours`, ` over 9 days`; empty where the reports are not dated or all of one moment. */
export function spanOf(first: string | null, last: string | null): string {
  if (!first || !last) return ''
  const hours = (Date.parse(last) - Date.parse(first)) / MS_PER_HOUR
  if (!(hours > 0)) return ''
  if (hours <= 1) return ' within an hour'
  if (hours <= HOURS_TOLD) return ` in ${count(Math.ceil(hours))} hours`
  return ` over ${count(Math.ceil(hours / 24))} days`
}

const REFUSALS: Partial<Record<Cause, string>> = {
  authentication: 'SPF, DKIM, DMARC or the login fails',
  reputation: 'your reputation there is poor',
  'missing-ptr': 'your server has no proper name in DNS',
  policy: 'a rule there forbids them',
  'message-too-large': 'they are too large',
  content: 'something in them is not allowed',
  spam: 'they look like spam',
  virus: 'they look harmful',
  protocol: 'they are malformed',
  tls: 'the connection was not encrypted',
}

/** The end of "refuses 212 messages because …". */
export function refusal(cause: Cause): string {
  return REFUSALS[cause] ?? 'of something on your side'
}
