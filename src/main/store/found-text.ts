/**
 * Which records hold a filter's words, kept in a temporary table of the reading connection: page, counts, facets and
 * charts ask about the same words one after the other, and to look through all texts is the costly part.
 */
import type { Filter } from '../../shared/query.ts'
import type { Database } from './database.ts'
import { filterWords, textConditions, Values } from './filter.ts'

/** Tables kept. More than a window asks for at once: none is dropped that somebody is about to read. */
const KEPT_TABLES = 16

/** A filter whose text may have been looked for already: `found` names the table with the numbers of its records. */
export interface FoundFilter extends Filter {
  found?: string
}

export class FoundTexts {
  readonly #database: Database
  readonly #tables = new Map<string, Promise<string>>()
  #version = -1
  #nextTable = 0

  constructor(database: Database) {
    this.#database = database
  }

  /** The filter with its text looked for among the records of this version. */
  async find(version: number, filter: Filter): Promise<FoundFilter> {
    const words = filterWords(filter.text)
    if (words.length === 0) return filter
    if (version !== this.#version) this.#keep(0)
    this.#version = version
    const key = words.join(' ')
    const found = this.#tables.get(key) ?? this.#create(words)
    // Last asked for, last dropped.
    this.#tables.delete(key)
    this.#tables.set(key, found)
    found.catch(() => this.#tables.delete(key))
    this.#keep(KEPT_TABLES)
    return { ...filter, found: await found }
  }

  async #create(words: readonly string[]): Promise<string> {
    const table = `found_${this.#nextTable++}`
    const values = new Values()
    const where = textConditions(words, values).join(' AND ')
    await this.#database.read(`CREATE TEMP TABLE ${table} AS SELECT n FROM records WHERE ${where}`, values.list)
    return table
  }

  /** Drops the oldest tables but `count`. */
  #keep(count: number): void {
    for (const [key, table] of [...this.#tables].slice(0, Math.max(0, this.#tables.size - count))) {
      this.#tables.delete(key)
      table.then((name) => this.#database.read(`DROP TABLE IF EXISTS ${name}`)).catch(() => {})
    }
  }
}
