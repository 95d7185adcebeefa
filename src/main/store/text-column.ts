/**
 * A column of texts as one block of UTF-8 with the ends of each: written where the texts come to be, so that none of them
 * lives longer than its message, and read by the database as it is. Pure.
 */

export type Text = string | null

export interface TextColumn {
  /** The texts, one after the other. */
  bytes: Uint8Array<ArrayBuffer>
  /** Where each ends. */
  ends: Uint32Array<ArrayBuffer>
  /** 0 where there is none; null where there is always one. */
  valid: Uint8Array<ArrayBuffer> | null
}

const FIRST_BYTES = 4_096
const FIRST_ROWS = 64
/** Most bytes that UTF-8 needs for one unit of a string. */
const BYTES_A_UNIT = 3

export class TextColumnBuilder {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES)
  #length = 0
  #ends = new Uint32Array(FIRST_ROWS)
  #valid = new Uint8Array(FIRST_ROWS)
  #rows = 0
  #anyMissing = false

  add(text: Text): void {
    if (this.#rows === this.#ends.length) this.#moreRows()
    if (text === null) {
      this.#anyMissing = true
    } else {
      this.#valid[this.#rows] = 1
      const most = this.#length + text.length * BYTES_A_UNIT
      if (most > this.#bytes.length) this.#moreBytes(most)
      this.#length += this.#bytes.write(text, this.#length)
    }
    this.#ends[this.#rows++] = this.#length
  }

  /** What was added; the builder is not used any further. */
  finish(): TextColumn {
    return {
      // Copies of just their size: as views they would take the whole block with them to another thread.
      bytes: new Uint8Array(this.#bytes.subarray(0, this.#length)),
      ends: this.#ends.slice(0, this.#rows),
      valid: this.#anyMissing ? this.#valid.slice(0, this.#rows) : null,
    }
  }

  #moreRows(): void {
    const { length } = this.#ends
    const ends = new Uint32Array(length * 2)
    ends.set(this.#ends)
    this.#ends = ends
    const valid = new Uint8Array(length * 2)
    valid.set(this.#valid)
    this.#valid = valid
  }

  #moreBytes(atLeast: number): void {
    const bytes = Buffer.allocUnsafeSlow(Math.max(atLeast, this.#bytes.length * 2))
    bytes.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = bytes
  }
}

/** Where the text of `row` begins. */
export const textStart = ({ ends }: TextColumn, row: number): number => (row === 0 ? 0 : (ends[row - 1] as number))
