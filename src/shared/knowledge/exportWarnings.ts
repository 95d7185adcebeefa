/** What a person should know of a list before it is used, in a sentence each. Pure. */
import type { ExportList, ExportWarningKind } from '../api-words.ts'

/** Beginning and end of the sentence, for one and for many; the number stands between. */
type Sentence = (count: string, one: boolean, list: ExportList) => string

const SENTENCES: Record<ExportWarningKind, Sentence> = {
  incomplete: (count, one) =>
    `${count} ${one ? 'import was' : 'imports were'} not read to the end: what was not read is missing here.`,
  'strict-only': (count, one) =>
    `${count} ${one ? 'is' : 'are'} here only because the policy is strict: every report says that the ${one ? 'mailbox is' : 'mailboxes are'} fine.`,
  keep: (count, one) =>
    `${count} ${one ? 'is' : 'are'} to be kept: nothing speaks against ${one ? 'this address' : 'these addresses'}.`,
  watch: (count, one) => `${count} may work again: ${one ? 'its trouble is' : 'their troubles are'} temporary.`,
  review: (count, one) => `${count} ${one ? 'is' : 'are'} in review: look at ${one ? 'it' : 'them'} first.`,
  'never-remove': (count, one) => `${count} ${one ? 'is' : 'are'} on your never-remove list.`,
  'own-domain': (count, one) => `${count} ${one ? 'is' : 'are'} at a domain that you send from.`,
  'delivered-later': (count, one, list) =>
    list === 'resend'
      ? `${count} of these ${one ? 'was' : 'were'} delivered to later: ${one ? 'it may' : 'they may'} have your mail already.`
      : `${count} of these ${one ? 'was' : 'were'} delivered to later.`,
}

/** The sentence for a warning; `locale` is there for tests. */
export function exportWarning(kind: ExportWarningKind, count: number, list: ExportList, locale?: string): string {
  return SENTENCES[kind](new Intl.NumberFormat(locale).format(count), count === 1, list)
}
