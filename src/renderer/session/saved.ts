/** Filters that people keep under a name, in the window's own storage. */
import { savePreference } from '../lib/preferences.ts'
import { DEFAULT_QUERY } from '../state/query.ts'
import { isSaved, NONE_SAVED, type SavedFilters, savedQuery, withoutSaved, withSaved } from '../state/saved.ts'
import { useQuery, useSaved, useUi } from '../state/stores.ts'
import { setConditions, setQuery } from './query.ts'

function keep(next: SavedFilters): void {
  useSaved.setState(next)
  savePreference('filters', next)
}

/** Keeps what is filtered and sorted by now. */
export function saveFilter(name: string): void {
  keep(withSaved(useSaved.getState(), name, useQuery.getState()))
}

export function forgetFilter(name: string): void {
  keep(withoutSaved(useSaved.getState(), name))
}

export function forgetAllFilters(): void {
  keep(NONE_SAVED)
}

/** Shows what is kept under this name. */
export function showSaved(name: string): void {
  setQuery(savedQuery(useSaved.getState(), name) ?? DEFAULT_QUERY)
}

/** The same as a switch: shown already, it lets everything be shown again. */
export function toggleSaved(name: string): void {
  if (isSaved(useSaved.getState(), name, useQuery.getState())) setConditions([])
  else showSaved(name)
}

/** Asks for a name, beside the chips. */
export function nameFilter(): void {
  useUi.setState({ naming: true })
}
