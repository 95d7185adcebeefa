/** Filters kept under a name, oldest first. Pure transitions; a query is kept as its address. */
import { decodeQuery, encodeQuery } from './hash.ts'
import { type Query, sameConditions } from './query.ts'

export interface SavedFilters {
  names: string[]
  /** Of the same length. */
  queries: string[]
}

export const NONE_SAVED: SavedFilters = { names: [], queries: [] }

/** Keeps the query under this name, in place of what had the name before; a name of nothing keeps nothing. */
export function withSaved(saved: SavedFilters, name: string, query: Query): SavedFilters {
  const called = name.trim()
  if (called === '') return saved
  const others = withoutSaved(saved, called)
  return { names: [...others.names, called], queries: [...others.queries, encodeQuery(query)] }
}

export function withoutSaved(saved: SavedFilters, name: string): SavedFilters {
  const at = saved.names.indexOf(name)
  if (at < 0) return saved
  return { names: saved.names.toSpliced(at, 1), queries: saved.queries.toSpliced(at, 1) }
}

/** The query of this name; null where none is called so. */
export function savedQuery(saved: SavedFilters, name: string): Query | null {
  const query = saved.queries[saved.names.indexOf(name)]
  return query === undefined ? null : decodeQuery(query)
}

/** Whether the conditions are those that are kept under this name, in whatever order they were set. */
export function isSaved(saved: SavedFilters, name: string, { conditions }: Pick<Query, 'conditions'>): boolean {
  const query = savedQuery(saved, name)
  return query !== null && sameConditions(query.conditions, conditions)
}
