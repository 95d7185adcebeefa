/** Every command of the window, once. Buttons, menus, keys, the palette and the list of shortcuts read it here. */
import type { Verdict } from '../../shared/bounce.ts'
import { verdictLabel } from '../../shared/knowledge/labels.ts'
import { focusPane, searchField } from '../app/panes.ts'
import { copyAddresses, copyTable } from '../session/copy.ts'
import { notifyError } from '../session/notices.ts'
import { cancelImport, openPicked, openSample } from '../session/open.ts'
import { setConditions } from '../session/query.ts'
import { closeRecord } from '../session/record.ts'
import { selectAll, selectedAddresses, selectNone } from '../session/selection.ts'
import { giveVerdict, redoVerdict, undoVerdict } from '../session/verdicts.ts'
import type { OwnVerdict } from '../state/history.ts'
import { totalAccounting } from '../state/imports.ts'
import { dropLast } from '../state/query.ts'
import { choiceOf, countSelected } from '../state/selection.ts'
import {
  useConnection,
  useHistory,
  useImports,
  useQuery,
  useRecord,
  useResult,
  useSelection,
  useUi,
} from '../state/stores.ts'
import type { DialogName, WorkspaceTab } from '../state/ui.ts'
import { stepRecord } from '../table/step.ts'

export interface Command {
  id: string
  label: string
  group: 'File' | 'Edit' | 'Verdict' | 'View' | 'Go' | 'Help'
  /** As `keys.ts` reads it; null without one. */
  key: string | null
  enabled(): boolean
  run(): void
}

const always = () => true
const idle = () => useConnection.getState().status === 'ready' && useImports.getState().running === null
const hasRecords = () => (useImports.getState().workspace?.records ?? 0) > 0
const matching = () => useResult.getState().summary?.records ?? 0
const selected = () => countSelected(useSelection.getState().selection, matching())
const isNarrow = () => window.matchMedia('(max-width: 1024px)').matches

function show(dialog: DialogName): void {
  useUi.setState({ dialog })
}

function showWorkspace(workspaceTab: WorkspaceTab): void {
  useUi.setState({ dialog: 'workspace', workspaceTab })
}

/** The addresses a verdict would go to: the selected, else that of the open record. */
async function addressesAtHand(): Promise<Map<string, OwnVerdict>> {
  if (selected() > 0) return selectedAddresses()
  const { detail } = useRecord.getState()
  if (!detail?.address) return new Map()
  const { addressVerdict } = detail.record
  const own = choiceOf({
    id: detail.record.id,
    address: detail.address,
    overridden: detail.overridden,
    addressVerdict,
  }).own
  return new Map([[detail.address, own]])
}

/** Gives a verdict to what is at hand. */
export async function judge(verdict: OwnVerdict): Promise<void> {
  try {
    await giveVerdict(await addressesAtHand(), verdict)
  } catch (error) {
    notifyError(error)
  }
}

function verdictCommand(verdict: Verdict, key: string): Command {
  return {
    id: `verdict.${verdict}`,
    label: `Set to ${verdictLabel(verdict).toLowerCase()}`,
    group: 'Verdict',
    key,
    enabled: canJudge,
    run: () => void judge(verdict),
  }
}

function canJudge(): boolean {
  return selected() > 0 || useRecord.getState().detail?.address != null
}

/** Escape lets go of one thing at a time: the selection, the record that covers the table, the last filter. */
function letGo(): void {
  if (selected() > 0) selectNone()
  else if (isNarrow() && useRecord.getState().id !== null) closeRecord()
  else setConditions(dropLast(useQuery.getState().conditions))
}

export const COMMANDS: readonly Command[] = [
  {
    id: 'file.open',
    label: 'Open files…',
    group: 'File',
    key: 'Mod+O',
    enabled: idle,
    run: () => void openPicked('files'),
  },
  {
    id: 'file.folder',
    label: 'Open folder…',
    group: 'File',
    key: 'Mod+Shift+O',
    enabled: idle,
    run: () => void openPicked('folder'),
  },
  {
    id: 'file.sample',
    label: 'Try the sample',
    group: 'File',
    key: null,
    enabled: () => idle() && useConnection.getState().host?.sample === true,
    run: () => void openSample(),
  },
  {
    id: 'file.cancel',
    label: 'Cancel import',
    group: 'File',
    key: null,
    enabled: () => useImports.getState().running !== null,
    run: () => void cancelImport(),
  },
  { id: 'file.export', label: 'Export…', group: 'File', key: 'Mod+E', enabled: hasRecords, run: () => show('export') },
  {
    id: 'file.report',
    label: 'Save unrecognised bounces for a report…',
    group: 'File',
    key: null,
    enabled: () => totalAccounting(useImports.getState().workspace?.imports ?? []).unrecognised > 0,
    run: () => show('report'),
  },
  {
    id: 'file.imports',
    label: 'Imports…',
    group: 'File',
    key: null,
    enabled: always,
    run: () => showWorkspace('imports'),
  },
  {
    id: 'file.never',
    label: 'Never-remove list…',
    group: 'File',
    key: null,
    enabled: always,
    run: () => showWorkspace('never-remove'),
  },
  {
    id: 'file.policy',
    label: 'Policy…',
    group: 'File',
    key: null,
    enabled: always,
    run: () => showWorkspace('policy'),
  },
  {
    id: 'file.erase',
    label: 'Erase everything…',
    group: 'File',
    key: null,
    enabled: () => (useImports.getState().workspace?.imports.length ?? 0) > 0,
    run: () => show('erase'),
  },
  {
    id: 'edit.undo',
    label: 'Undo verdict',
    group: 'Edit',
    key: 'Mod+Z',
    enabled: () => useHistory.getState().done.length > 0,
    run: () => void undoVerdict(),
  },
  {
    id: 'edit.redo',
    label: 'Redo verdict',
    group: 'Edit',
    key: 'Mod+Shift+Z',
    enabled: () => useHistory.getState().undone.length > 0,
    run: () => void redoVerdict(),
  },
  {
    id: 'edit.all',
    label: 'Select all that match',
    group: 'Edit',
    key: 'Mod+A',
    enabled: () => matching() > 0,
    run: selectAll,
  },
  {
    id: 'edit.copy',
    label: 'Copy addresses',
    group: 'Edit',
    key: 'Mod+C',
    enabled: () => selected() > 0,
    run: () => void copyAddresses(),
  },
  {
    id: 'edit.copyCells',
    label: 'Copy as spreadsheet cells',
    group: 'Edit',
    key: 'Mod+Shift+C',
    enabled: () => selected() > 0,
    run: () => void copyTable('tsv'),
  },
  {
    id: 'edit.copyCsv',
    label: 'Copy as CSV',
    group: 'Edit',
    key: null,
    enabled: () => selected() > 0,
    run: () => void copyTable('csv'),
  },
  {
    id: 'edit.letGo',
    label: 'Let go of selection or last filter',
    group: 'Edit',
    key: 'Escape',
    enabled: () => selected() > 0 || useQuery.getState().conditions.length > 0 || useRecord.getState().id !== null,
    run: letGo,
  },
  {
    id: 'edit.clear',
    label: 'Clear all filters',
    group: 'Edit',
    key: 'Shift+Escape',
    enabled: () => useQuery.getState().conditions.length > 0,
    run: () => setConditions([]),
  },
  verdictCommand('remove', '1'),
  verdictCommand('review', '2'),
  verdictCommand('watch', '3'),
  verdictCommand('keep', '4'),
  {
    id: 'verdict.rules',
    label: 'Back to the rules’ verdict',
    group: 'Verdict',
    key: '0',
    enabled: canJudge,
    run: () => void judge(null),
  },
  {
    id: 'view.filters',
    label: 'Filters',
    group: 'View',
    key: 'Mod+Shift+L',
    enabled: always,
    run: () => useUi.setState((state) => ({ filters: !state.filters })),
  },
  {
    id: 'view.record',
    label: 'Record',
    group: 'View',
    key: 'Mod+Shift+D',
    enabled: always,
    run: () => useUi.setState((state) => ({ record: !state.record })),
  },
  {
    id: 'view.charts',
    label: 'Charts',
    group: 'View',
    key: 'O',
    enabled: hasRecords,
    run: () => useUi.setState((state) => ({ charts: !state.charts })),
  },
  {
    id: 'view.density',
    label: 'Roomier rows',
    group: 'View',
    key: null,
    enabled: always,
    run: () => useUi.setState((state) => ({ density: state.density === 'compact' ? 'comfortable' : 'compact' })),
  },
  {
    id: 'go.search',
    label: 'Search',
    group: 'Go',
    key: 'Mod+F',
    enabled: hasRecords,
    run: () => searchField()?.select(),
  },
  { id: 'go.next', label: 'Next record', group: 'Go', key: 'J', enabled: hasRecords, run: () => stepRecord(1) },
  {
    id: 'go.previous',
    label: 'Previous record',
    group: 'Go',
    key: 'K',
    enabled: hasRecords,
    run: () => stepRecord(-1),
  },
  { id: 'go.pane', label: 'Next pane', group: 'Go', key: 'F6', enabled: hasRecords, run: () => focusPane(1) },
  {
    id: 'go.paneBack',
    label: 'Previous pane',
    group: 'Go',
    key: 'Shift+F6',
    enabled: hasRecords,
    run: () => focusPane(-1),
  },
  {
    id: 'help.explain',
    label: 'Explain a reply…',
    group: 'Help',
    key: null,
    enabled: () => useConnection.getState().status === 'ready',
    run: () => show('explain'),
  },
  {
    id: 'help.palette',
    label: 'All commands…',
    group: 'Help',
    key: 'Mod+K',
    enabled: always,
    run: () => show('palette'),
  },
  {
    id: 'help.shortcuts',
    label: 'Keyboard shortcuts',
    group: 'Help',
    key: '?',
    enabled: always,
    run: () => show('shortcuts'),
  },
]

const byId = new Map(COMMANDS.map((command) => [command.id, command]))

/** The command with this id; throws for an id that does not exist, which only a mistake in the code can cause. */
export function commandOf(id: string): Command {
  const command = byId.get(id)
  if (!command) throw new Error(`There is no command ${id}.`)
  return command
}
