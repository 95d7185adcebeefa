/** Which messages the workspace holds: an exact set of 128-bit hashes, each with the message's number, 40 MB a million. */

const WORDS = 5
const MIN_SLOTS = 1 << 12
/** Fuller than this, probing gets long. */
const MAX_FILL = 0.7
const MASK = 0xffff_ffffn

export class HashIndex {
  #slots = MIN_SLOTS
  #table = new Uint32Array(MIN_SLOTS * WORDS)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The number stored for `hash`, or null. */
  get(hash: bigint): number | null {
    return this.getAt(wordsOf(hash), 0)
  }

  /** Stores `value` (at most 2^32 - 2) for `hash`, over what was there. */
  set(hash: bigint, value: number): void {
    this.setAt(wordsOf(hash), 0, value)
  }

  /** The same for the hash whose four words, the least significant first, stand in `words` from `from` on. */
  getAt(words: Uint32Array, from: number): number | null {
    const value = this.#table[this.#find(words, from) + 4] ?? 0
    return value === 0 ? null : value - 1
  }

  setAt(words: Uint32Array, from: number, value: number): void {
    if (this.#size + 1 > this.#slots * MAX_FILL) this.#grow()
    const at = this.#find(words, from)
    if (this.#table[at + 4] === 0) this.#size++
    this.#write(at, words, from, value + 1)
  }

  /** Where the hash lies, or the free slot where it would. The hash's own bits are random enough to choose a slot by. */
  #find(words: Uint32Array, from: number): number {
    const table = this.#table
    const a = words[from]
    const b = words[from + 1]
    const c = words[from + 2]
    const d = words[from + 3]
    let slot = (a ?? 0) & (this.#slots - 1)
    for (;;) {
      const at = slot * WORDS
      if (table[at + 4] === 0) return at
      if (table[at] === a && table[at + 1] === b && table[at + 2] === c && table[at + 3] === d) return at
      slot = (slot + 1) & (this.#slots - 1)
    }
  }

  #write(at: number, words: Uint32Array, from: number, stored: number): void {
    for (let word = 0; word < 4; word++) this.#table[at + word] = words[from + word] ?? 0
    this.#table[at + 4] = stored
  }

  #grow(): void {
    const old = this.#table
    this.#slots *= 2
    this.#table = new Uint32Array(this.#slots * WORDS)
    for (let at = 0; at < old.length; at += WORDS) {
      const stored = old[at + 4] ?? 0
      if (stored !== 0) this.#write(this.#find(old, at), old, at, stored)
    }
  }
}

function wordsOf(hash: bigint): Uint32Array {
  return Uint32Array.from([0n, 32n, 64n, 96n], (shift) => Number((hash >> shift) & MASK))
}
