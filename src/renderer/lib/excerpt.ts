/** Finding words in the text of a message: the evidence, and what the person searches for. Pure. */

/** A stretch of text, end exclusive. */
export interface Span {
  start: number
  end: number
}

/** Most hits looked for: more than anyone steps through, few enough to mark at once. */
export const MAX_HITS = 500

/** Fewer words of an excerpt than these prove no place. */
const FEWEST_WORDS = 3

/**
 * Where an excerpt stands in the message. The excerpt has its folded lines joined and its white space evened out, and
 * may be decoded further on: so as many of its first words as can be found are marked. Null where too few are.
 */
export function findExcerpt(text: string, excerpt: string): Span | null {
  const exact = text.indexOf(excerpt)
  if (excerpt.trim() !== '' && exact >= 0) return { start: exact, end: exact + excerpt.length }
  const words = excerpt.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return null
  let found: Span | null = null
  let low = Math.min(FEWEST_WORDS, words.length)
  let high = words.length
  while (low <= high) {
    const count = Math.floor((low + high) / 2)
    const span = findWords(text, words.slice(0, count))
    if (span === null) high = count - 1
    else {
      found = span
      low = count + 1
    }
  }
  return found
}

/** Words in a row, with any white space, fold or quotation mark between them. */
function findWords(text: string, words: string[]): Span | null {
  const match = new RegExp(words.map(escapePattern).join('[\\s>]{1,8}'), 'i').exec(text)
  return match && { start: match.index, end: match.index + match[0].length }
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}

/** Every place of `wanted`, without regard to case; none for less than two letters, which would mark everything. */
export function findAll(text: string, wanted: string): Span[] {
  const needle = wanted.toLowerCase()
  if (needle.trim().length < 2) return []
  const haystack = text.toLowerCase()
  // Lower-casing may change lengths (İ); then places would not fit the text any more.
  if (haystack.length !== text.length) return []
  const hits: Span[] = []
  for (
    let at = haystack.indexOf(needle);
    at >= 0 && hits.length < MAX_HITS;
    at = haystack.indexOf(needle, at + needle.length)
  )
    hits.push({ start: at, end: at + needle.length })
  return hits
}

export interface Piece {
  text: string
  kind: 'plain' | 'evidence' | 'hit' | 'active'
}

/** The text cut at the evidence and the hits; where they overlap, the hit shows. */
export function cut(text: string, evidence: Span | null, hits: readonly Span[], active: number): Piece[] {
  const edges = new Set([0, text.length])
  for (const span of evidence === null ? hits : [...hits, evidence]) edges.add(span.start).add(span.end)
  const places = [...edges].sort((a, b) => a - b)
  const pieces: Piece[] = []
  let hit = 0
  for (let index = 0; index < places.length - 1; index += 1) {
    const start = places[index] ?? 0
    const end = places[index + 1] ?? 0
    while (hit < hits.length && (hits[hit]?.end ?? 0) <= start) hit += 1
    const inHit = hit < hits.length && (hits[hit]?.start ?? 0) <= start
    const inEvidence = evidence !== null && evidence.start <= start && end <= evidence.end
    const kind = inHit ? (hit === active ? 'active' : 'hit') : inEvidence ? 'evidence' : 'plain'
    pieces.push({ text: text.slice(start, end), kind })
  }
  return pieces
}
