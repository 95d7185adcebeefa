/** Messages a second over the last few seconds: steady enough to read, quick enough to be true. */

/** Span over which the rate is taken. */
const WINDOW_MS = 3_000

export class RateMeter {
  readonly #samples: { count: number; at: number }[] = [{ count: 0, at: 0 }]

  /** Notes that `count` messages are done after `atMs` and answers the rate by now, in messages a second. */
  read(count: number, atMs: number): number {
    this.#samples.push({ count, at: atMs })
    while (this.#samples.length > 2 && atMs - (this.#samples[1]?.at ?? atMs) > WINDOW_MS) this.#samples.shift()
    const oldest = this.#samples[0]
    if (!oldest || atMs <= oldest.at) return 0
    return Math.round(((count - oldest.count) * 1_000) / (atMs - oldest.at))
  }
}
