/** The query as the part of the address behind `#`, so that a reload or a bookmark brings it back. */
import { FACET_FIELDS, type FacetField, SORT_FIELDS, type Sort, type SortField } from '../../shared/query.ts'
import { type Condition, DEFAULT_SORT, type Query } from './query.ts'

const NOT = 'not-'
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/** `provider=gmail&not-cause=spam&q=quota&from=2026-01-01&sort=-reportedAt`, conditions in their order. */
export function encodeQuery(query: Query): string {
  const parts = new URLSearchParams()
  for (const one of query.conditions) {
    if (one.is === 'value') parts.append(`${one.exclude ? NOT : ''}${one.field}`, one.value)
    else if (one.is === 'text') parts.append('q', one.text)
    else if (one.is === 'unrecognised') parts.append('unrecognised', '')
    else if (one.is === 'address') parts.append('address', one.address)
    else {
      if (one.from !== null) parts.append('from', one.from)
      if (one.to !== null) parts.append('to', one.to)
    }
  }
  const sort = encodeSort(query.sort)
  if (sort !== encodeSort(DEFAULT_SORT)) parts.append('sort', sort)
  return parts.toString()
}

/** Reads what `encodeQuery` wrote; what it does not know it leaves out, so that an old bookmark still opens. */
export function decodeQuery(hash: string): Query {
  const conditions: Condition[] = []
  let sort: Sort = DEFAULT_SORT
  let from: string | null = null
  let to: string | null = null
  for (const [key, value] of new URLSearchParams(hash.replace(/^#/, ''))) {
    const exclude = key.startsWith(NOT)
    const field = exclude ? key.slice(NOT.length) : key
    if (isFacetField(field)) conditions.push({ is: 'value', field, value, exclude })
    else if (key === 'q' && value.trim() !== '') conditions.push({ is: 'text', text: value })
    else if (key === 'address' && value !== '') conditions.push({ is: 'address', address: value })
    else if (key === 'unrecognised') conditions.push({ is: 'unrecognised' })
    else if (key === 'from' && ISO_DATE.test(value)) from = value
    else if (key === 'to' && ISO_DATE.test(value)) to = value
    else if (key === 'sort') sort = decodeSort(value)
  }
  if (from !== null || to !== null) conditions.push({ is: 'dates', from, to })
  return { conditions, sort }
}

function encodeSort(sort: Sort): string {
  return sort.map((one) => `${one.descending ? '-' : ''}${one.field}`).join(',')
}

function decodeSort(text: string): Sort {
  const sort = text.split(',').flatMap((part) => {
    const descending = part.startsWith('-')
    const field = descending ? part.slice(1) : part
    return isSortField(field) ? [{ field, descending }] : []
  })
  return sort.length > 0 ? sort : DEFAULT_SORT
}

function isFacetField(text: string): text is FacetField {
  return (FACET_FIELDS as readonly string[]).includes(text)
}

function isSortField(text: string): text is SortField {
  return (SORT_FIELDS as readonly string[]).includes(text)
}
