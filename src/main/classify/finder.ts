/**
 * Finds which of many fixed pieces stand in a text, in one pass over it (Aho and Corasick, "Efficient string matching",
 * 1975). Rules are then tried only where a piece of theirs was seen. Pure.
 */

/** Letters beyond ASCII are rare: pieces that hold one are searched one by one, and only in texts that hold one too. */
const ASCII = 128
const NOT_ASCII = /[^\x00-\x7f]/
const MAX_UINT16 = 0xffff

/** Answers, for a text, which owners have at least one of their pieces in it: their places in the list, ascending. */
export type Finder = (text: string) => number[]

/** The owners (by their place in the list) of each state or piece. */
type Owners = number[]

interface Automaton {
  /** Class of each ASCII character: those that no piece holds share class 0, so that the table stays small. */
  classes: Uint8Array
  /** How many classes there are. */
  width: number
  /** Next state, by state × width + class of the character. Small enough to stay in the processor's cache. */
  next: Uint16Array | Uint32Array
  /** Owners whose piece ends in a state. */
  ends: (Owners | undefined)[]
}

function buildTrie(pieces: [string, number][]): Automaton {
  const children: Map<number, number>[] = [new Map()]
  const ends: (Owners | undefined)[] = [undefined]
  for (const [piece, owner] of pieces) {
    let state = 0
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at)
      let following = children[state]?.get(code)
      if (following === undefined) {
        following = children.length
        children.push(new Map())
        ends.push(undefined)
        children[state]?.set(code, following)
      }
      state = following
    }
    ends[state] = [...(ends[state] ?? []), owner]
  }
  const classes = new Uint8Array(ASCII)
  let width = 1
  for (const [piece] of pieces) {
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at)
      if (classes[code] === 0) classes[code] = width++
    }
  }
  return { classes, width, next: closeTransitions(children, ends, classes, width), ends }
}

/** Gives every state a way for every character: where its own letters end, that of its longest known ending. */
function closeTransitions(
  children: Map<number, number>[],
  ends: (Owners | undefined)[],
  classes: Uint8Array,
  width: number,
): Uint16Array | Uint32Array {
  const Table = children.length > MAX_UINT16 ? Uint32Array : Uint16Array
  const next = new Table(children.length * width)
  const fallback = new Int32Array(children.length)
  const queue = [0]
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0
    const behind = fallback[state] ?? 0
    if (state !== behind && ends[behind]) ends[state] = [...(ends[state] ?? []), ...(ends[behind] ?? [])]
    if (state !== 0) next.copyWithin(state * width, behind * width, (behind + 1) * width)
    for (const [code, child] of children[state] ?? []) {
      const at = state * width + (classes[code] ?? 0)
      fallback[child] = next[at] ?? 0
      next[at] = child
      queue.push(child)
    }
  }
  return next
}

/** Prepares a search. Each owner gives its pieces, or null to be found in every text. */
export function makeFinder(owners: readonly (readonly string[] | null)[]): Finder {
  const pieces = owners.flatMap((own, owner) => (own ?? []).map((piece): [string, number] => [piece, owner]))
  const { classes, width, next, ends } = buildTrie(pieces.filter(([piece]) => !NOT_ASCII.test(piece)))
  const foreign = pieces.filter(([piece]) => NOT_ASCII.test(piece))
  // Kept from search to search: a fresh array for each would cost more than the search of a short text.
  const marks = new Uint32Array((owners.length >>> 5) + 1)
  const always = new Uint32Array(marks.length)
  for (const [owner, own] of owners.entries()) if (own === null) mark(always, owner)
  /** In which search a state was last reached: what ends there is marked once. */
  const reached = new Uint32Array(ends.length)
  let search = 0
  return (text) => {
    marks.set(always)
    search = (search + 1) >>> 0
    let state = 0
    let plain = true
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code >= ASCII) {
        state = 0
        plain = false
        continue
      }
      state = next[state * width + (classes[code] ?? 0)] ?? 0
      const ended = ends[state]
      if (ended === undefined || reached[state] === search) continue
      reached[state] = search
      for (const owner of ended) mark(marks, owner)
    }
    if (!plain) for (const [piece, owner] of foreign) if (text.includes(piece)) mark(marks, owner)
    return marked(marks)
  }
}

function mark(marks: Uint32Array, place: number): void {
  marks[place >>> 5] = (marks[place >>> 5] ?? 0) | (1 << (place & 31))
}

/** The places that are marked, ascending. */
function marked(marks: Uint32Array): number[] {
  const places: number[] = []
  for (let word = 0; word < marks.length; word++) {
    for (let bits = marks[word] ?? 0; bits !== 0; bits &= bits - 1) {
      places.push((word << 5) + 31 - Math.clz32(bits & -bits))
    }
  }
  return places
}
