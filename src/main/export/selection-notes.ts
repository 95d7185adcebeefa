/**
 * What a preview says of a selection whatever its format: warnings, and the sizes of its lists. The last of each is kept,
 * for with a million records they take seconds, and people try one format after another.
 */
import type { ExportWarning, ListSizes } from '../../shared/api.ts'
import type { Selection, Store } from '../store/index.ts'

export class SelectionNotes {
  readonly #store: Pick<Store, 'warnings' | 'listSizes'>
  readonly #warnings = new Last<ExportWarning[]>()
  readonly #sizes = new Last<ListSizes>()

  constructor(store: Pick<Store, 'warnings' | 'listSizes'>) {
    this.#store = store
  }

  /** Reads what is not kept. */
  async of(selection: Selection): Promise<{ warnings: ExportWarning[]; sizes: ListSizes }> {
    const { filter, records } = selection
    const [warnings, sizes] = await Promise.all([
      this.#warnings.of(selection, () => this.#store.warnings(selection)),
      this.#sizes.of({ filter, records }, () => this.#store.listSizes({ filter, records })),
    ])
    return { warnings, sizes }
  }

  /** To be called whenever the records or their verdicts change. */
  forget(): void {
    this.#warnings.forget()
    this.#sizes.forget()
  }
}

/** The answer to the question that was asked last; one that failed is asked again. */
class Last<T> {
  #key = ''
  #answer: Promise<T> | null = null

  of(question: object, ask: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question)
    if (this.#answer !== null && this.#key === key) return this.#answer
    const answer = ask()
    answer.catch(() => {
      if (this.#answer === answer) this.forget()
    })
    this.#key = key
    this.#answer = answer
    return answer
  }

  forget(): void {
    this.#answer = null
  }
}
