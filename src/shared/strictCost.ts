/** What the strict policy costs, in a sentence: the same in the window and on the command line. Pure. */
import type { StrictCost } from './api.ts'
import { countOf, formatCount } from './words.ts'

/** `removes`: how the sentence begins. `locale` is there for tests. */
export function costSentence({ addresses, fine }: StrictCost, removes = 'Would remove', locale?: string): string {
  const more = `${removes} ${countOf(addresses, 'more address', 'more addresses', locale)} that no report calls dead`
  if (fine === 0) return `${more}.`
  if (fine === addresses) return `${more}; ${fine === 1 ? 'its mailbox is' : 'all of these mailboxes are'} fine.`
  return `${more}; ${formatCount(fine, locale)} of these mailboxes ${fine === 1 ? 'is' : 'are'} fine.`
}
