/** What the strict policy costs, in a sentence. Pure. */
import type { StrictCost } from '../../shared/api.ts'
import { formatCount } from '../lib/format.ts'

/** `current`: the policy is strict already. `locale` is there for tests. */
export function costSentence({ addresses, fine }: StrictCost, current = false, locale?: string): string {
  const count = formatCount(addresses, locale)
  const noun = addresses === 1 ? 'address' : 'addresses'
  const also = `${current ? 'Now also removes' : 'Would also remove'} ${count} ${noun} of which no report says that`
  if (addresses === 1) return `${also} it is dead${fine === 1 ? '; its mailbox is fine.' : '.'}`
  if (fine === 0) return `${also} they are dead.`
  if (fine === addresses) return `${also} they are dead; the mailboxes of all of them are fine.`
  const mailboxes = fine === 1 ? 'mailbox of 1 of them is' : `mailboxes of ${formatCount(fine, locale)} of them are`
  return `${also} they are dead; the ${mailboxes} fine.`
}
