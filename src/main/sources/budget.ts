import { MAX_ENTRIES, MAX_UNPACKED_BYTES, MAX_UNPACKED_RATIO, UNPACKED_GRACE_BYTES } from './limits.ts'
import type { ByteSource } from './window.ts'

/** What one file on disk may unpack to, with all that is packed inside it: the guard against archive bombs. */
export class Budget {
  /** A sentence once the file has gone beyond a limit: nothing more of it is unpacked. */
  exceeded: string | null = null
  #unpacked = 0
  #entries = 0

  /** Counts an entry; false where there are too many. */
  enter(): boolean {
    if (++this.#entries > MAX_ENTRIES) {
      this.exceeded ??= `The archive has more than ${MAX_ENTRIES.toLocaleString('en')} entries; the rest was left out.`
    }
    return this.exceeded === null
  }

  /** Counts unpacked bytes against the packed ones they came from. */
  spend(count: number, packed: number): void {
    this.#unpacked += count
    const ratio = this.#unpacked / Math.max(1, packed)
    if (this.#unpacked > UNPACKED_GRACE_BYTES && ratio > MAX_UNPACKED_RATIO) {
      this.exceeded ??= `It unpacks to more than ${MAX_UNPACKED_RATIO} times its size, as no mailbox does; the rest was left out.`
    } else if (this.#unpacked > MAX_UNPACKED_BYTES) {
      this.exceeded ??= 'It unpacks to more than can be read; the rest was left out.'
    }
  }
}

/**
 * `source`, ended with a remark where its budget is exceeded.
 * @param packed bytes that everything unpacked so far came from
 */
export function limited(source: ByteSource, budget: Budget, packed: () => number): ByteSource {
  return {
    async read(into, at, length) {
      if (budget.exceeded !== null) return 0
      const count = await source.read(into, at, length)
      budget.spend(count, packed())
      return budget.exceeded === null ? count : 0
    },
    get taken() {
      return source.taken
    },
    get remark() {
      return budget.exceeded ?? source.remark
    },
    close: () => source.close(),
  }
}
