/** All that is done to one stretch of text of a message, in its order. */

import { replaceDisplayNames } from './address-fields.ts'
import { findSpans, replaceAddresses } from './addresses.ts'
import { type BareNames, createBareNames } from './bare-names.ts'
import { decodeReferences, rewriteBase64, rewriteWords } from './encodings.ts'
import { createFullNames, type FullNames } from './full-names.ts'
import { MAX_ENCODING_DEPTH } from './limits.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { joinSoftBreaks } from './soft-breaks.ts'

/** A file that someone wrote into the text itself (uuencode). */
const UUENCODED = /^begin [0-7]{3,4} [^\n]+\n(?:[ -`]{1,62}\n)*(?:end$)?/gm

/** One message on its way: its pseudonyms, and the local parts and display names that were met so far. */
export interface Work {
  names: Pseudonyms
  bare: BareNames
  full: FullNames
}

export function createWork(names: Pseudonyms): Work {
  return { names, bare: createBareNames(names), full: createFullNames(names) }
}

/** The text without addresses and the names beside them. Idempotent: what it wrote it leaves alone. */
export function rewriteText(text: string, work: Work, depth = 0): string {
  const { names, bare, full } = work
  const inner = (hidden: string) => (depth < MAX_ENCODING_DEPTH ? rewriteText(hidden, work, depth + 1) : hidden)
  let out = text.replace(UUENCODED, (file) => `[a file of ${file.length} characters, left out]`)
  out = replaceDisplayNames(decodeReferences(out), names, full.add)
  out = rewriteBase64(rewriteWords(out, inner), inner)
  out = joinSoftBreaks(out, (word) => findSpans(word, names, bare.add))
  out = replaceAddresses(out, names, bare.add)
  return full.replace(bare.replace(out))
}
