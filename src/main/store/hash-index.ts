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
    const at = this.#find(
      Number(hash & MASK),
      Number((hash >> 32n) & MASK),
      Number((hash >> 64n) & MASK),
      Number(hash >> 96n),
    )
    const value = this.#table[at + 4] ?? 0
    return value === 0 ? null : value - 1
  }

  /** Stores `value` (at most 2^32 - 2) for `hash`, over what was there. */
  set(hash: bigint, value: number): void {
    if (this.#size + 1 > this.#slots * MAX_FILL) this.#grow()
    const words = [
      Number(hash & MASK),
      Number((hash >> 32n) & MASK),
      Number((hash >> 64n) & MASK),
      Number(hash >> 96n),
    ] as const
    const at = this.#find(...words)
    if (this.#table[at + 4] === 0) this.#size++
    this.#table.set(words, at)
    this.#table[at + 4] = value + 1
  }

  /** Where the hash lies, or the free slot where it would. The hash's own bits are random enough to choose a slot by. */
  #find(a: number, b: number, c: number, d: number): number {
    const table = this.#table
    let slot = a & (this.#slots - 1)
    for (;;) {
      const at = slot * WORDS
      if (table[at + 4] === 0) return at
      if (table[at] === a && table[at + 1] === b && table[at + 2] === c && table[at + 3] === d) return at
      slot = (slot + 1) & (this.#slots - 1)
    }
  }

  #grow(): void {
    const old = this.#table
    this.#slots *= 2
    this.#table = new Uint32Array(this.#slots * WORDS)
    for (let at = 0; at < old.length; at += WORDS) {
      if (old[at + 4] === 0) continue
      const to = this.#find(old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0, old[at + 3] ?? 0)
      this.#table.set(old.subarray(at, at + WORDS), to)
    }
  }
}
