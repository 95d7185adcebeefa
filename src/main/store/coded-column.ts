/** A column in which values repeat: each once, and for each row the place of its value. Pure. */
import type { Text } from './text-column.ts'

export interface CodedTexts {
  values: Text[]
  codes: Uint32Array<ArrayBuffer>
}

export class CodedTextsBuilder {
  readonly #values: Text[] = []
  readonly #places = new Map<Text, number>()
  readonly #codes: number[] = []
  #lastText: Text | undefined
  #lastCode = 0

  add(text: Text): void {
    // What stands above is most likely.
    if (text !== this.#lastText) {
      let code = this.#places.get(text)
      if (code === undefined) {
        code = this.#values.push(text) - 1
        this.#places.set(text, code)
      }
      this.#lastText = text
      this.#lastCode = code
    }
    this.#codes.push(this.#lastCode)
  }

  finish(): CodedTexts {
    return { values: this.#values, codes: Uint32Array.from(this.#codes) }
  }
}
