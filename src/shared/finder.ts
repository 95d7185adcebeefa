/**
 * Finds which of many fixed pieces stand in a text, in one pass over it (Aho and Corasick, "Efficient string matching",
 * 1975). Rules are then tried only where a piece of theirs was seen. Pure.
 */

/** Letters beyond ASCII are rare: pieces that hold one are searched one by one, and only in texts that hold one too. */
const ASCII = 128
const NOT_ASCII = /[^\x00-\x7f]/
const MAX_UINT16 = 0xffff

/** Answers, for a text, which owners have a piece of each of their sets in it: their places in the list, ascending. */
export type Finder = (text: string) => number[]

/** The sets (by their place in the list) whose pieces end in a state. */
type Sets = number[]

interface Automaton {
  /** Class of each ASCII character: those that no piece holds share class 0, so that the table stays small. */
  classes: Uint8Array
  /** How many classes there are. */
  width: number
  /** Next state, by state × width + class of the character. Small enough to stay in the processor's cache. */
  next: Uint16Array | Uint32Array
  /** Sets of which a piece ends in a state. */
  ends: (Sets | undefined)[]
}

function buildTrie(pieces: [string, number][]): Automaton {
  const classes = new Uint8Array(ASCII)
  let width = 1
  let states = 1
  for (const [piece] of pieces) {
    states += piece.length
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at)
      if (classes[code] === 0) classes[code] = width++
    }
  }
  const Table = states > MAX_UINT16 ? Uint32Array : Uint16Array
  const next = new Table(states * width)
  const ends: (Sets | undefined)[] = [undefined]
  for (const [piece, set] of pieces) {
    let state = 0
    for (let at = 0; at < piece.length; at++) {
      const place = state * width + (classes[piece.charCodeAt(at)] ?? 0)
      if (next[place] === 0) {
        next[place] = ends.length
        ends.push(undefined)
      }
      state = next[place] ?? 0
    }
    ends[state] = [...(ends[state] ?? []), set]
  }
  closeTransitions(next, ends, width)
  return { classes, width, next: next.slice(0, ends.length * width), ends }
}

/** Gives every state a way for every character: where its own letters end, that of its longest known ending. */
function closeTransitions(next: Uint16Array | Uint32Array, ends: (Sets | undefined)[], width: number): void {
  const fallback = new Uint32Array(ends.length)
  const queue = [0]
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0
    const behind = fallback[state] ?? 0
    if (state !== behind && ends[behind]) ends[state] = [...(ends[state] ?? []), ...(ends[behind] ?? [])]
    for (let code = 0; code < width; code++) {
      const place = state * width + code
      const child = next[place] ?? 0
      const elsewhere = state === 0 ? 0 : (next[behind * width + code] ?? 0)
      if (child === 0) next[place] = elsewhere
      else {
        fallback[child] = elsewhere
        queue.push(child)
      }
    }
  }
}

/** Pieces of which one must stand in the text. */
type Pieces = readonly string[]

/**
 * Prepares a search. Each owner gives sets of pieces, of each of which one must stand in the text, or null to be found in
 * every text.
 */
export function makeFinder(owners: readonly (readonly Pieces[] | null)[]): Finder {
  const sets = owners.flatMap((own, owner) => (own ?? []).map((pieces) => ({ owner, pieces })))
  const pieces = sets.flatMap((set, index) => set.pieces.map((piece): [string, number] => [piece, index]))
  const { classes, width, next, ends } = buildTrie(pieces.filter(([piece]) => !NOT_ASCII.test(piece)))
  const foreign = pieces.filter(([piece]) => NOT_ASCII.test(piece))
  const ownerOf = Uint32Array.from(sets, ({ owner }) => owner)
  const needed = Uint8Array.from(owners, (own) => own?.length ?? 0)
  // Kept from search to search: fresh arrays for each would cost more than the search of a short text.
  const marks = new Uint32Array((owners.length >>> 5) + 1)
  const always = new Uint32Array(marks.length)
  for (const [owner, own] of owners.entries()) if (own === null) mark(always, owner)
  /** In which search a state was last reached, a set found, and an owner's sets counted. */
  const reached = new Uint32Array(ends.length)
  const found = new Uint32Array(sets.length)
  const counted = new Uint32Array(owners.length)
  const count = new Uint8Array(owners.length)
  let search = 0
  const findSet = (set: number) => {
    if (found[set] === search) return
    found[set] = search
    const owner = ownerOf[set] ?? 0
    const sum = counted[owner] === search ? (count[owner] ?? 0) + 1 : 1
    counted[owner] = search
    count[owner] = sum
    if (sum === needed[owner]) mark(marks, owner)
  }
  return (text) => {
    marks.set(always)
    search++
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
      for (const set of ended) findSet(set)
    }
    if (!plain) for (const [piece, set] of foreign) if (text.includes(piece)) findSet(set)
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
