import { READ_BYTES } from './limits.ts'

/** Bytes in order: a file, a decompressed stream, an archive's entry. */
export interface ByteSource {
  /** Writes up to `length` bytes into `into` at `at`; returns how many, 0 at the end. */
  read(into: Buffer, at: number, length: number): Promise<number>
  /** Bytes taken from the disk so far (compressed ones where the source decompresses). */
  readonly taken: number
  /** A sentence where the source ended before its time, else null. Valid once `read` has returned 0. */
  readonly remark: string | null
  close(): Promise<void>
}

const CR = 13
const LF = 10

/**
 * The part of a byte source that is being looked at. Offsets are absolute (of the decompressed file); what has been
 * released is forgotten, so memory does not grow with the file.
 */
export class ByteWindow {
  /** Valid bytes: index 0 stands at the absolute offset `base`. */
  view: Buffer
  base = 0
  ended = false
  /** Lone CRs become LFs from here on (see `normaliseLoneCr`). */
  #loneCr = false
  #buffer: Buffer
  #keepFrom = 0
  #end = 0
  readonly #source: ByteSource

  /** `sizeHint`: the expected size of the source, so that small ones take little memory. */
  constructor(source: ByteSource, sizeHint: number | null = null) {
    this.#source = source
    const capacity = Math.min(4 * READ_BYTES, Math.max(4096, (sizeHint ?? 4 * READ_BYTES) + 1))
    this.#buffer = Buffer.allocUnsafeSlow(capacity)
    this.view = this.#buffer.subarray(0, 0)
  }

  /** First offset behind what has been read. */
  get to(): number {
    return this.base + this.#end
  }

  get taken(): number {
    return this.#source.taken
  }

  get remark(): string | null {
    return this.#source.remark
  }

  /** Forgets all bytes before `offset`. */
  release(offset: number): void {
    this.#keepFrom = Math.max(this.#keepFrom, Math.min(offset - this.base, this.#end))
  }

  /** Reads on; false at the end of the source. */
  async more(): Promise<boolean> {
    if (this.ended) return false
    this.#makeRoom()
    const room = Math.min(READ_BYTES, this.#buffer.length - this.#end)
    const count = await this.#source.read(this.#buffer, this.#end, room)
    if (count === 0) this.ended = true
    const from = this.#end
    this.#end += count
    this.view = this.#buffer.subarray(0, this.#end)
    if (this.#loneCr) this.#replaceLoneCr(from - 1)
    return count > 0
  }

  /** Reads until `offset` is in the window or the source has ended. */
  async reach(offset: number): Promise<void> {
    while (this.to < offset && (await this.more()));
  }

  /** Position of `needle` in `[from, before)`, else -1. */
  indexOf(needle: Buffer, from: number, before: number = this.to): number {
    const at = this.view.subarray(0, before - this.base).indexOf(needle, Math.max(0, from - this.base))
    return at < 0 ? -1 : at + this.base
  }

  /** The byte at `offset`, else -1. */
  byte(offset: number): number {
    return this.view[offset - this.base] ?? -1
  }

  text(from: number, to: number): string {
    return this.view.toString('latin1', Math.max(0, from - this.base), Math.max(0, Math.min(to - this.base, this.#end)))
  }

  /** A copy that may be given away. */
  copy(from: number, to: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.view.subarray(from - this.base, to - this.base))
  }

  /** From now on, and for what is in the window: a CR that no LF follows ends a line. Offsets stay as they are. */
  normaliseLoneCr(): void {
    this.#loneCr = true
    this.#replaceLoneCr(0)
  }

  /** What has not been released, and all that follows, as a source of its own: for the container inside this one. */
  rest(from: number): ByteSource {
    let at = from
    const window = this
    return {
      async read(into, offset, length) {
        if (at >= window.to && !(await window.more())) return 0
        const count = window.view.copy(
          into,
          offset,
          at - window.base,
          Math.min(window.to - window.base, at - window.base + length),
        )
        at += count
        window.release(at)
        return count
      },
      get taken() {
        return window.taken
      },
      get remark() {
        return window.remark
      },
      close: () => window.close(),
    }
  }

  close(): Promise<void> {
    return this.#source.close()
  }

  #makeRoom(): void {
    const room = this.#buffer.length - this.#end
    if (room >= READ_BYTES || (room > 0 && this.#buffer.length < 4 * READ_BYTES)) return
    const kept = this.#end - this.#keepFrom
    const old = this.#buffer
    if (this.#buffer.length - kept < READ_BYTES) {
      this.#buffer = Buffer.allocUnsafeSlow(Math.max(4 * READ_BYTES, this.#buffer.length * 2))
    }
    old.copy(this.#buffer, 0, this.#keepFrom, this.#end)
    this.base += this.#keepFrom
    this.#keepFrom = 0
    this.#end = kept
  }

  /** A CR at the very end is left until the next read shows what follows. */
  #replaceLoneCr(from: number): void {
    const { view } = this
    for (let at = view.indexOf(CR, Math.max(0, from)); at >= 0; at = view.indexOf(CR, at + 1)) {
      if (at + 1 < view.length ? view[at + 1] !== LF : this.ended) view[at] = LF
    }
  }
}
