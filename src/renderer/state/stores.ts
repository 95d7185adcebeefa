/** The window's state: one small store a feature, selected narrowly. Changes go through the pure transitions beside. */
import { create } from 'zustand'
import type { HostInfo, RecentFile } from '../../shared/api.ts'
import type { Charts } from '../../shared/charts.ts'
import type { OverviewFinding } from '../../shared/overview.ts'
import type { Facets, MessageSource, RecordDetail, Summary } from '../../shared/query.ts'
import { loadPreference } from '../lib/preferences.ts'
import type { Line } from '../table/layout.ts'
import { type History, NO_HISTORY } from './history.ts'
import { type ImportsState, NO_IMPORTS } from './imports.ts'
import type { Pages } from './pages.ts'
import { DEFAULT_QUERY, type Query } from './query.ts'
import { NONE_SAVED, type SavedFilters } from './saved.ts'
import { NOTHING_SELECTED, type Selection } from './selection.ts'
import { INITIAL_UI, type UiState } from './ui.ts'

export interface ConnectionState {
  status: 'connecting' | 'ready' | 'lost'
  host: HostInfo | null
  /** Why it is lost, or what the engine said when it came back. */
  message: string | null
}
export const useConnection = create<ConnectionState>(() => ({ status: 'connecting', host: null, message: null }))

export const useImports = create<ImportsState>(() => NO_IMPORTS)
export const useQuery = create<Query>(() => DEFAULT_QUERY)

export interface ResultState {
  /** The question that everything here answers; null before the first answer. */
  shown: Query | null
  summary: Summary | null
  /** The last summary that was counted as a whole: rows, messages and addresses of one question. */
  counted: Summary | null
  /** Counts without the conditions on group, and without those on the verdict: what the strip's numbers show. */
  byGroup: Summary | null
  byVerdict: Summary | null
  facets: Facets | null
  pages: Pages
  /** Version of the data; grows with each change that the engine reports. */
  version: number
  /** A newer question is being answered. */
  waiting: boolean
  failed: string | null
}
export const useResult = create<ResultState>(() => ({
  shown: null,
  summary: null,
  counted: null,
  byGroup: null,
  byVerdict: null,
  facets: null,
  pages: new Map(),
  version: 1,
  waiting: true,
  failed: null,
}))

/** Filters kept under a name. */
export const useSaved = create<SavedFilters>(() => loadPreference('filters', NONE_SAVED))

/** What stands out over everything that was read, worst first, whatever the filters show. */
export const useFindings = create<{ findings: readonly OverviewFinding[] }>(() => ({ findings: [] }))

/** What the charts are drawn from; null before the first answer. */
export const useCharts = create<{ charts: Charts | null }>(() => ({ charts: null }))

/** The files opened last, where the host can open them again. */
export const useRecent = create<{ files: readonly RecentFile[] }>(() => ({ files: [] }))

export interface SelectionState {
  selection: Selection
  /** Where a range begins. */
  anchor: Line | null
  /** What was selected when it began: the range adds to it. */
  base: Selection
}
export const useSelection = create<SelectionState>(() => ({
  selection: NOTHING_SELECTED,
  anchor: null,
  base: NOTHING_SELECTED,
}))

/** Where the keyboard is in the table: a line, or the column heads, and a column. */
export interface CursorState {
  line: Line | 'columns'
  column: number
}
export const useCursor = create<CursorState>(() => ({ line: 'columns', column: 1 }))

export interface RecordState {
  id: string | null
  detail: RecordDetail | null
  failed: string | null
  source: MessageSource | null
  sourceFailed: string | null
}
export const NO_RECORD: RecordState = { id: null, detail: null, failed: null, source: null, sourceFailed: null }
export const useRecord = create<RecordState>(() => NO_RECORD)

export const useHistory = create<History>(() => NO_HISTORY)

/** A window this narrow begins with its filters put away, in CSS pixels; as in Work.module.css. */
const NARROW = 800
const wide = typeof innerWidth === 'undefined' || innerWidth > NARROW
/** A window this low begins with its charts put away, in CSS pixels: the rows need the room. */
const LOW = 760
const tall = typeof innerHeight === 'undefined' || innerHeight > LOW
const KEPT = { filters: wide, charts: tall, record: INITIAL_UI.record, density: INITIAL_UI.density }
export const useUi = create<UiState>(() => ({ ...INITIAL_UI, ...loadPreference('panes', KEPT) }))
