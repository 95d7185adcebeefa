/**
 * Every command of the window, once: what it is called, where it stands, which keys run it. The window adds what each
 * does; buttons, menus, keys, the palette and the list of shortcuts read it, and so does the native menu.
 */
import type { Verdict } from './bounce.ts'

export const COMMAND_GROUPS = ['File', 'Edit', 'Verdict', 'View', 'Go', 'Help'] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

export interface CommandSpec {
  id: string
  label: string
  group: CommandGroup
  /** `Mod+Shift+O`; `Mod` is ⌘ on a Mac, Ctrl elsewhere. A sign that needs Shift to be typed (`?`) is named without it. */
  key?: string
  /** A second key, for those who know another habit. */
  also?: string
  /** Begins a new part of its menu. */
  apart?: true
  /** Something that is on or off: its menu shows which. */
  toggles?: true
}

const SPECS = [
  { id: 'file.open', label: 'Open files…', group: 'File', key: 'Mod+O' },
  { id: 'file.folder', label: 'Open folder…', group: 'File', key: 'Mod+Shift+O' },
  { id: 'file.sample', label: 'Try the sample', group: 'File' },
  { id: 'file.cancel', label: 'Cancel import', group: 'File' },
  { id: 'file.export', label: 'Export…', group: 'File', key: 'Mod+E', apart: true },
  { id: 'file.report', label: 'Save unrecognised bounces for a report…', group: 'File' },
  { id: 'file.imports', label: 'Imports…', group: 'File', apart: true },
  { id: 'file.never', label: 'Never-remove list…', group: 'File' },
  { id: 'file.policy', label: 'Policy…', group: 'File' },
  { id: 'file.erase', label: 'Erase everything…', group: 'File' },
  { id: 'edit.undo', label: 'Undo verdict', group: 'Edit', key: 'Mod+Z' },
  { id: 'edit.redo', label: 'Redo verdict', group: 'Edit', key: 'Mod+Shift+Z', also: 'Mod+Y' },
  { id: 'edit.all', label: 'Select all that match', group: 'Edit', key: 'Mod+A', apart: true },
  { id: 'edit.copy', label: 'Copy addresses', group: 'Edit', key: 'Mod+C', apart: true },
  { id: 'edit.copyCells', label: 'Copy as spreadsheet cells', group: 'Edit', key: 'Mod+Shift+C' },
  { id: 'edit.copyCsv', label: 'Copy as CSV', group: 'Edit' },
  { id: 'edit.letGo', label: 'Let go of selection or last filter', group: 'Edit', key: 'Escape', apart: true },
  { id: 'edit.clear', label: 'Clear all filters', group: 'Edit', key: 'Shift+Escape' },
  { id: 'edit.save', label: 'Save this filter…', group: 'Edit' },
  { id: 'verdict.remove', label: 'Set to remove', group: 'Verdict', key: '1' },
  { id: 'verdict.review', label: 'Set to review', group: 'Verdict', key: '2' },
  { id: 'verdict.watch', label: 'Set to watch', group: 'Verdict', key: '3' },
  { id: 'verdict.keep', label: 'Set to keep', group: 'Verdict', key: '4' },
  { id: 'verdict.rules', label: 'Back to the rules’ verdict', group: 'Verdict', key: '0', apart: true },
  { id: 'view.filters', label: 'Filters', group: 'View', key: 'Mod+Shift+L', toggles: true },
  { id: 'view.record', label: 'Record', group: 'View', key: 'Mod+Shift+D', toggles: true },
  { id: 'view.charts', label: 'Charts', group: 'View', key: 'O', toggles: true },
  { id: 'view.density', label: 'Roomier rows', group: 'View', apart: true, toggles: true },
  { id: 'view.columns', label: 'Columns…', group: 'View' },
  { id: 'view.openAll', label: 'Open all groups', group: 'View', apart: true },
  { id: 'view.closeAll', label: 'Close all groups', group: 'View' },
  { id: 'go.search', label: 'Search', group: 'Go', key: 'Mod+F' },
  { id: 'go.next', label: 'Next record', group: 'Go', key: 'J', apart: true },
  { id: 'go.previous', label: 'Previous record', group: 'Go', key: 'K' },
  { id: 'go.pane', label: 'Next pane', group: 'Go', key: 'F6', apart: true },
  { id: 'go.paneBack', label: 'Previous pane', group: 'Go', key: 'Shift+F6' },
  { id: 'help.explain', label: 'Explain a reply…', group: 'Help' },
  { id: 'help.palette', label: 'All commands…', group: 'Help', key: 'Mod+K', apart: true },
  { id: 'help.shortcuts', label: 'Keyboard shortcuts', group: 'Help', key: '?' },
] as const satisfies readonly CommandSpec[]

export type CommandId = (typeof SPECS)[number]['id']
export const COMMAND_SPECS: readonly (CommandSpec & { id: CommandId })[] = SPECS

/** Every verdict has its command. */
export const verdictCommandId = (verdict: Verdict): CommandId => `verdict.${verdict}`

/** Which commands can be run now, and which are on. */
export interface CommandStates {
  enabled: string[]
  checked: string[]
}

/** The most that a window may say of its commands. */
export const MAX_COMMANDS = 200
