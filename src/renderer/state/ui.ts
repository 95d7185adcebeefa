/** What is open and how the window is arranged. Pure transitions. */
import type { Section } from '../../shared/query.ts'

export type Density = 'compact' | 'comfortable'
/** Height of one line of the table in CSS pixels; fixed, so that nothing has to be measured. */
export const ROW_HEIGHTS: Record<Density, number> = { compact: 28, comfortable: 36 }

export type WorkspaceTab = 'imports' | 'never-remove' | 'policy' | 'data'
export type DialogName = 'export' | 'workspace' | 'erase' | 'shortcuts' | 'palette' | 'unread'

/** A sentence shown for a while, with one thing to do about it. */
export interface Notice {
  id: number
  tone: 'info' | 'error'
  text: string
  action: { label: string; command: string } | null
}

export interface UiState {
  filters: boolean
  record: boolean
  density: Density
  closed: readonly Section[]
  dialog: DialogName | null
  workspaceTab: WorkspaceTab
  notices: readonly Notice[]
  /** Files are held over the window. */
  dragging: boolean
}

/** What is no bounce is there to be found, not to be worked through. */
export const INITIAL_UI: UiState = {
  filters: true,
  record: true,
  density: 'compact',
  closed: ['not-bounce'],
  dialog: null,
  workspaceTab: 'imports',
  notices: [],
  dragging: false,
}

/** Notices shown at once: more would hide the table. */
export const MAX_NOTICES = 3

export function toggleSection(state: UiState, section: Section): UiState {
  const closed = state.closed.includes(section)
    ? state.closed.filter((one) => one !== section)
    : [...state.closed, section]
  return { ...state, closed }
}

/** Adds a notice; the same sentence again replaces the former. */
export function withNotice(state: UiState, notice: Notice): UiState {
  const others = state.notices.filter((one) => one.text !== notice.text)
  return { ...state, notices: [...others, notice].slice(-MAX_NOTICES) }
}

export function withoutNotice(state: UiState, id: number): UiState {
  return { ...state, notices: state.notices.filter((one) => one.id !== id) }
}
