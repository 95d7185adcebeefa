/** Display names that stand without their address (`Dear Ada Smith,`), as letters and returned messages repeat them. */
import { MAX_FULL_NAMES } from './limits.ts'
import type { Pseudonyms } from './pseudonyms.ts'

/** A name of one word is also a word of the language; two together are somebody. */
const TWO_WORDS = /[\p{L}\p{M}][^\s]*\s+[^\s]*[\p{L}\p{M}]{2}/u

/** The display names of one message. */
export interface FullNames {
  add(name: string): void
  /** The text with those names replaced, wherever they stand and whatever their case. */
  replace(text: string): string
}

export function createFullNames(names: Pseudonyms): FullNames {
  const known = new Map<string, RegExp>()
  return {
    add(name) {
      const key = name.toLowerCase()
      if (known.has(key) || known.size >= MAX_FULL_NAMES || !TWO_WORDS.test(name)) return
      known.set(key, writingsOf(name))
    },
    replace(text) {
      let out = text
      for (const writings of known.values()) out = out.replace(writings, (written) => names.name(written))
      return out
    },
  }
}

/** The name with whatever blanks between its words, and `Smith, Ada` as `Ada Smith` too. */
function writingsOf(name: string): RegExp {
  const [last, first, ...more] = name.split(/,\s*/)
  const turned = first && more.length === 0 ? [`${first} ${last}`] : []
  const patterns = [name, ...turned].map((one) => one.trim().split(/\s+/).map(literal).join('\\s+'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
