/** What is open and how the window is arranged. Pure transitions. */
import type { CommandId } from '../../shared/commands.ts'
import type { Section } from '../../shared/query.ts'

export type Density = 'compact' | 'comfortable'
/** Height of one line of the table in CSS pixels; fixed, so that nothing has to be measured. */
export const ROW_HEIGHTS: Record<Density, number> = { compact: 28, comfortable: 36 }

export type WorkspaceTab = 'imports' | 'never-remove' | 'policy' | 'data'
export type DialogName = 'export' | 'workspace' | 'erase' | 'shortcuts' | 'palette' | 'unread' | 'explain' | 'report'

/** A sentence shown for a while, with one thing to do about it. */
export interface Notice {
  id: number
  tone: 'info' | 'error'
  text: string
  action: { label: string; command: CommandId } | null
}

export interface UiState {
  filters: boolean
  record: boolean
  /** The charts under the strip. */
  charts: boolean
  density: Density
  closed: readonly Section[]
  dialog: DialogName | null
  workspaceTab: WorkspaceTab
  notices: readonly Notice[]
  /** A name for the filter is being asked for. */
  naming: boolean
  /** Files are held over the window. */
  dragging: boolean
}

/** What is no bounce is there to be found, not to be worked through. */
export const INITIAL_UI: UiState = {
  filters: true,
  record: true,
  charts: true,
  density: 'compact',
  closed: ['not-bounce'],
  dialog: null,
  workspaceTab: 'imports',
  notices: [],
  naming: false,
  dragging: false,
}

/** Errors shown at once: more would hide the table. */
export const MAX_ERRORS = 3

export function toggleSection(state: UiState, section: Section): UiState {
  const closed = state.closed.includes(section)
    ? state.closed.filter((one) => one !== section)
    : [...state.closed, section]
  return { ...state, closed }
}

/** Adds a notice. Errors stay beside it, each sentence once; of what is merely told only the newest counts. */
export function withNotice(state: UiState, notice: Notice): UiState {
  const errors = state.notices.filter((one) => one.tone === 'error' && one.text !== notice.text)
  return { ...state, notices: [...errors.slice(-MAX_ERRORS), notice] }
}

/** Takes away the notices that offer this command, once it has been run. */
export function withoutOffer(state: UiState, command: string): UiState {
  return { ...state, notices: state.notices.filter((one) => one.action?.command !== command) }
}

/** Takes away an error that is true no more. */
export function withoutError(state: UiState, text: string): UiState {
  return { ...state, notices: state.notices.filter((one) => one.tone !== 'error' || one.text !== text) }
}

export function withoutNotice(state: UiState, id: number): UiState {
  return { ...state, notices: state.notices.filter((one) => one.id !== id) }
}
