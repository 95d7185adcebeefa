/** Answers kept until the records change: a window asks for the same counts with each page. */
export class AnswerCache<T> {
  readonly #limit: number
  readonly #answers = new Map<string, Promise<T>>()
  #version = -1

  /** `limit` answers are kept, the least recently used goes first. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** The answer for `key` at this `version` of the records: kept, under way, or worked out now. Failures are not kept. */
  get(version: number, key: string, work: () => Promise<T>): Promise<T> {
    if (version !== this.#version) {
      this.#answers.clear()
      this.#version = version
    }
    const kept = this.#answers.get(key)
    this.#answers.delete(key)
    const answer = kept ?? work()
    this.#answers.set(key, answer)
    answer.catch(() => {
      if (this.#answers.get(key) === answer) this.#answers.delete(key)
    })
    if (this.#answers.size > this.#limit) {
      for (const oldest of this.#answers.keys()) {
        this.#answers.delete(oldest)
        break
      }
    }
    return answer
  }

  has(version: number, key: string): boolean {
    return version === this.#version && this.#answers.has(key)
  }
}
