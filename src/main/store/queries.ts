/** What a window reads: counts, facets, pages. Answers are kept until the records change. */

import type { ExportWarning, ListSizes } from '../../shared/api.ts'
import type { Charts } from '../../shared/charts.ts'
import {
  FACET_FIELDS,
  type FacetField,
  type Facets,
  type Filter,
  NONE,
  openSections,
  type Page,
  type PageRequest,
  SECTIONS,
  type Section,
  type Summary,
} from '../../shared/query.ts'
import type { OverviewInput } from '../classify/overview.ts'
import { AnswerCache } from './cache.ts'
import { readCharts } from './charts.ts'
import { ROW_SELECT, readRow } from './columns.ts'
import type { Database } from './database.ts'
import { readWarnings } from './export-warnings.ts'
import { baseConditions, FACET_COLUMNS, fieldCondition, joinConditions, Values, whereFilter } from './filter.ts'
import { type FoundFilter, FoundTexts } from './found-text.ts'
import { readOverviewCounts } from './overview-counts.ts'
import { countLists, type Selection } from './selection.ts'
import { orderBy } from './sort.ts'
import { readSummary } from './summary.ts'

/** Values listed for one field, most frequent first: a mailbox of a million records names a hundred thousand domains. */
export const MAX_FACET_VALUES = 500
/** Rows up to here are found by keeping the best few; further ones need the whole order. */
const SHALLOW_ROWS = 2_000
/** Whole orders kept, each 4 bytes a record. */
const KEPT_ORDERS = 6
const KEPT_COUNTS = 32
const KEPT_SELECTIONS = 4

export class Queries {
  readonly #database: Database
  readonly #summaries = new AnswerCache<Summary>(KEPT_COUNTS)
  readonly #facets = new AnswerCache<Facets>(KEPT_COUNTS)
  readonly #charts = new AnswerCache<Charts>(KEPT_COUNTS)
  readonly #overviews = new AnswerCache<OverviewInput>(1)
  readonly #totals = new AnswerCache<Record<Section, number>>(KEPT_COUNTS)
  readonly #warnings = new AnswerCache<ExportWarning[]>(KEPT_SELECTIONS)
  readonly #listSizes = new AnswerCache<ListSizes>(KEPT_SELECTIONS)
  readonly #orders = new AnswerCache<Uint32Array>(KEPT_ORDERS)
  readonly #foundTexts: FoundTexts
  #version = 0

  constructor(database: Database) {
    this.#database = database
    this.#foundTexts = new FoundTexts(database)
  }

  /** The records changed: what was kept is stale. */
  changed(): void {
    this.#version++
  }

  summary(filter: Filter): Promise<Summary> {
    return this.#summaries.get(this.#version, JSON.stringify(filter), async () =>
      readSummary(this.#database, await this.#found(filter)),
    )
  }

  facets(filter: Filter): Promise<Facets> {
    return this.#facets.get(this.#version, JSON.stringify(filter), async () =>
      this.#readFacets(await this.#found(filter)),
    )
  }

  charts(filter: Filter): Promise<Charts> {
    return this.#charts.get(this.#version, JSON.stringify(filter), async () =>
      readCharts(this.#database, await this.#found(filter)),
    )
  }

  /** What is to be known of a selection: people try one format of an export after another, and it is the same for all. */
  warnings(selection: Selection): Promise<ExportWarning[]> {
    return this.#warnings.get(this.#version, JSON.stringify(selection), () => readWarnings(this.#database, selection))
  }

  listSizes({ filter, records }: Pick<Selection, 'filter' | 'records'>): Promise<ListSizes> {
    const within = { filter, records }
    return this.#listSizes.get(this.#version, JSON.stringify(within), () => countLists(this.#database, within))
  }

  overviewCounts(): Promise<OverviewInput> {
    return this.#overviews.get(this.#version, '', () => readOverviewCounts(this.#database))
  }

  async page({ filter, sort, section: wanted, closed = [], offset, limit }: PageRequest): Promise<Page> {
    const records = await this.#totals.get(this.#version, JSON.stringify(filter), async () =>
      this.#readTotals(await this.#found(filter)),
    )
    const section = wanted ?? openSections(records, closed)[0] ?? null
    const total = section === null ? 0 : records[section]
    if (section === null || offset >= total || limit <= 0) return { rows: [], section, total, records }
    const numbers = await this.#numbers(filter, sort, section, offset, limit)
    return { rows: await this.#rows(numbers), section, total, records }
  }

  #found(filter: Filter): Promise<FoundFilter> {
    return this.#foundTexts.find(this.#version, filter)
  }

  async #readTotals(filter: FoundFilter): Promise<Record<Section, number>> {
    const values = new Values()
    const rows = await this.#database.read(
      `SELECT section, count(*)::DOUBLE FROM records WHERE ${whereFilter(filter, values)} GROUP BY section`,
      values.list,
    )
    const none = SECTIONS.map((section): [Section, number] => [section, 0])
    return Object.fromEntries([...none, ...(rows as unknown as [Section, number][])]) as Record<Section, number>
  }

  async #readFacets(filter: FoundFilter): Promise<Facets> {
    const values = new Values()
    const base = baseConditions(filter, values)
    // A text leaves few records as a rule: looked up once, and only their narrow columns are kept.
    const narrow = filter.found !== undefined
    const columns = Object.values(FACET_COLUMNS).join(', ')
    const parts = FACET_FIELDS.map((field) => {
      const others = FACET_FIELDS.filter((other) => other !== field).map((other) =>
        fieldCondition(filter, other, values),
      )
      const where = joinConditions(others.filter((condition) => condition !== null))
      return `(SELECT '${field}' AS field, ${FACET_COLUMNS[field]} AS value, count(*)::DOUBLE AS records FROM base
        WHERE ${where} GROUP BY ALL ORDER BY records DESC, value NULLS LAST LIMIT ${MAX_FACET_VALUES})`
    })
    const from = `SELECT ${columns} FROM records WHERE ${joinConditions(base)}`
    const rows = await this.#database.read(
      `WITH base AS ${narrow ? 'MATERIALIZED' : 'NOT MATERIALIZED'} (${from}) ${parts.join(' UNION ALL ')}`,
      values.list,
    )
    const facets = Object.fromEntries(FACET_FIELDS.map((field) => [field, []])) as unknown as Facets
    for (const [field, value, records] of rows as unknown as [FacetField, string | null, number][]) {
      facets[field].push({ value: value ?? NONE, records })
    }
    for (const list of Object.values(facets)) list.sort((a, b) => b.records - a.records)
    return facets
  }

  /** Numbers of the records on the page. */
  async #numbers(filter: Filter, sort: PageRequest['sort'], section: Section, offset: number, limit: number) {
    const version = this.#version
    const key = JSON.stringify([filter, sort, section])
    const values = new Values()
    const where = `section = ${values.add(section)} AND ${whereFilter(await this.#found(filter), values)}`
    const ordered = `SELECT n FROM records WHERE ${where} ORDER BY ${orderBy(sort)}`
    if (offset + limit <= SHALLOW_ROWS && !this.#orders.has(version, key)) {
      const rows = await this.#database.read(`${ordered} LIMIT ${limit} OFFSET ${offset}`, values.list)
      return rows.map(([n]) => Number(n))
    }
    const order = await this.#orders.get(version, key, () => this.#readOrder(ordered, values))
    return [...order.subarray(offset, offset + limit)]
  }

  async #readOrder(sql: string, values: Values): Promise<Uint32Array> {
    const chunks = await this.#database.readChunks(sql, values.list)
    const order = new Uint32Array(chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0))
    let at = 0
    for (const chunk of chunks) {
      order.set(chunk.getColumnValues(0) as number[], at)
      at += chunk.rowCount
    }
    return order
  }

  async #rows(numbers: number[]) {
    if (numbers.length === 0) return []
    const cells = await this.#database.read(`SELECT n, ${ROW_SELECT} FROM records WHERE n IN (${numbers.join()})`)
    const rows = new Map(cells.map(([n, ...rest]) => [Number(n), readRow(rest)]))
    return numbers.flatMap((n) => rows.get(n) ?? [])
  }
}
