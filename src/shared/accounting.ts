/** The accounting in words, the same in the window and on the command line. */
import type { Accounting, Kind } from './bounce.ts'
import { countOf } from './words.ts'

/** The plural names of the kinds, as the accounting lists them. */
const KIND_NOUNS: [Kind, string, string][] = [
  ['bounce', 'bounce', 'bounces'],
  ['delay', 'delay', 'delays'],
  ['complaint', 'complaint', 'complaints'],
  ['delivered', 'delivery notice', 'delivery notices'],
  ['auto-reply', 'automatic reply', 'automatic replies'],
  ['challenge', 'challenge', 'challenges'],
  ['receipt', 'receipt', 'receipts'],
  ['list-notice', 'list notice', 'list notices'],
  ['other', 'ordinary message', 'ordinary messages'],
  ['unreadable', 'unreadable message', 'unreadable messages'],
]

/** `1,204 messages = 1,100 bounces + 80 delays + 24 ordinary messages`: the parts always add up to the whole. */
export function accountingLine({ messages, kinds }: Accounting, locale?: string): string {
  const parts = KIND_NOUNS.filter(([kind]) => kinds[kind] > 0).map(([kind, one, many]) =>
    countOf(kinds[kind], one, many, locale),
  )
  const whole = `${countOf(messages, 'message', 'messages', locale)} read`
  return parts.length === 0 ? whole : `${whole} = ${parts.join(' + ')}`
}

/** What was left out of the count, and why; empty where nothing was. */
export function leftOutLine({ duplicates, deleted }: Accounting, locale?: string): string {
  const parts = []
  if (duplicates > 0) parts.push(countOf(duplicates, 'duplicate', 'duplicates', locale))
  if (deleted > 0) parts.push(countOf(deleted, 'deleted', 'deleted', locale))
  return parts.length === 0 ? '' : `left out: ${parts.join(', ')}`
}
