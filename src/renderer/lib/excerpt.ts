/** Finding words in the text of a message: the evidence, and what the person searches for. Pure. */

/** A stretch of text, end exclusive. */
export interface Span {
  start: number
  end: number
}

/** Most hits looked for: more than anyone steps through, few enough to mark at once. */
export const MAX_HITS = 500

/**
 * Where an excerpt stands in the message. The excerpt has its folded lines joined and its white space evened out, and
 * may be decoded: line by line is tried, then ever fewer words of its first line. Null where nothing of it is found.
 */
export function findExcerpt(text: string, excerpt: string): Span | null {
  const exact = text.indexOf(excerpt)
  if (excerpt.trim() !== '' && exact >= 0) return { start: exact, end: exact + excerpt.length }
  const words = excerpt.split(/\s+/).filter((word) => word !== '')
  for (let count = words.length; count >= Math.min(3, words.length) && count > 0; count = Math.floor(count / 2)) {
    const pattern = words.slice(0, count).map(escapePattern).join('[\\s\\->]{1,8}')
    const match = new RegExp(pattern, 'i').exec(text)
    if (match) return { start: match.index, end: match.index + match[0].length }
  }
  return null
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
