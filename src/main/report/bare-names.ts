/** Local parts that stand without their domain (`jutta (user not found)`), as some systems name a recipient. */
import { MAX_BARE_NAMES } from './limits.ts'
import type { Pseudonyms } from './pseudonyms.ts'

/** Shorter ones are met everywhere by chance. */
const MIN_LENGTH = 3

/** Numbers are codes, dates and sizes before they are names. */
const NUMBER = /^(?:[\d.:-]{1,7}|\d+(?:\.\d+)+)$/

const WORD = /[\p{L}\p{N}\uf700-\uf7ff][\p{L}\p{M}\p{N}\uf700-\uf7ff_.+-]{1,63}/gu

/** What stands in front of a name that is meant as one: the beginning of the line, a bracket, a quote, or `user`. */
const BEFORE = /(?:^[\s>*•·]*|[<"'([]|\b(?:user|mailbox|account|recipient|alias)(?: name)?:? )$/i

/** What then stands behind it. */
const BEHIND = /^(?:[>"')\]]|\s*(?:$|[(:]))/

/** The local parts of one message. */
export interface BareNames {
  add(local: string): void
  /** The text with those that stand alone replaced. */
  replace(text: string): string
}

export function createBareNames(names: Pseudonyms): BareNames {
  const known = new Set<string>()
  return {
    add(local) {
      const name = local.toLowerCase()
      if (known.size < MAX_BARE_NAMES && name.length >= MIN_LENGTH && !NUMBER.test(name)) known.add(name)
    },
    replace(text) {
      if (known.size === 0) return text
      return text
        .split('\n')
        .map((line) => replaceInLine(line, known, names))
        .join('\n')
    },
  }
}

function replaceInLine(line: string, known: ReadonlySet<string>, names: Pseudonyms): string {
  // A MIME delimiter has to stay what its header says.
  if (line.startsWith('--')) return line
  return line.replace(WORD, (written, index: number) => {
    const word = written.replace(/[.+-]+$/, '')
    if (!known.has(word.toLowerCase())) return written
    const behind = line.slice(index + word.length, index + word.length + 20)
    if (/^[@%=]/.test(behind) || (/\d|[._+-]/.test(word) ? false : !isMeant(line, index, behind))) return written
    return names.local(word) + written.slice(word.length)
  })
}

/** A name that is also a word of the language is one only where a name would stand; Sendmail writes `550 name... reason`. */
function isMeant(line: string, index: number, behind: string): boolean {
  if (behind.startsWith('... ')) return true
  return BEFORE.test(line.slice(Math.max(0, index - 40), index)) && BEHIND.test(behind)
}
