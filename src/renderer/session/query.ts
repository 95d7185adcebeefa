/** Changing the question: the store, the address of the page and the engine follow together. */
import type { Sort } from '../../shared/query.ts'
import { decodeQuery, encodeQuery } from '../state/hash.ts'
import type { Condition, Query } from '../state/query.ts'
import { useQuery, useResult, useSelection } from '../state/stores.ts'
import { ask } from './results.ts'
import { selectNone } from './selection.ts'

/** Pause before typed text is asked for, in ms: no question for every letter, no wait that anyone notices. */
const TYPING_MS = 120

let typing: ReturnType<typeof setTimeout> | undefined

/** Sets other conditions; rows selected under the former ones are let go, for they may no longer be seen. */
export function setConditions(conditions: readonly Condition[], typed = false): void {
  useQuery.setState({ conditions })
  // From the first letter on, the rows on screen answer another question.
  useResult.setState({ waiting: true })
  selectNone()
  clearTimeout(typing)
  if (typed) typing = setTimeout(changed, TYPING_MS)
  else changed()
}

export function changeConditions(change: (conditions: readonly Condition[]) => Condition[], typed = false): void {
  setConditions(change(useQuery.getState().conditions), typed)
}

export function setSort(sort: Sort): void {
  useQuery.setState({ sort })
  useSelection.setState({ anchor: null })
  changed()
}

export function setQuery(query: Query): void {
  useQuery.setState(query)
  selectNone()
  changed()
}

/** Asks first: to write the address costs as long as the question takes to reach the engine. */
function changed(): void {
  void ask()
  const hash = encodeQuery(useQuery.getState())
  if (hash !== location.hash.replace(/^#/, ''))
    history.replaceState(null, '', `${location.pathname}${location.search}#${hash}`)
}

/** Takes the query from the address, now and whenever the person changes it there. */
export function followAddress(): () => void {
  useQuery.setState(decodeQuery(location.hash))
  const follow = () => setQuery(decodeQuery(location.hash))
  window.addEventListener('hashchange', follow)
  return () => window.removeEventListener('hashchange', follow)
}
