/** What every command of the window does, and when. Their names and keys stand in shared/commands.ts. */
import { COMMAND_SPECS, type CommandId, type CommandSpec } from '../../shared/commands.ts'
import { SECTIONS } from '../../shared/query.ts'
import { focusPane, searchField } from '../app/panes.ts'
import { copyAddresses, copyTable } from '../session/copy.ts'
import { notifyError } from '../session/notices.ts'
import { cancelImport, openPicked, openSample } from '../session/open.ts'
import { setConditions } from '../session/query.ts'
import { closeRecord } from '../session/record.ts'
import { nameFilter } from '../session/saved.ts'
import { rowAtCursor, selectAll, selectedAddresses, selectNone } from '../session/selection.ts'
import { giveVerdict, redoVerdict, undoVerdict } from '../session/verdicts.ts'
import type { OwnVerdict } from '../state/history.ts'
import { totalAccounting } from '../state/imports.ts'
import { type Condition, dropLast } from '../state/query.ts'
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
import { showColumns } from '../table/showColumns.ts'
import { stepRecord } from '../table/step.ts'

interface Action {
  enabled(): boolean
  run(): void
  /** Of a command that turns something on and off: whether it is on. */
  checked?(): boolean
}

export interface Command extends CommandSpec, Action {
  id: CommandId
}

const always = () => true
const idle = () => useConnection.getState().status === 'ready' && useImports.getState().running === null
const hasRecords = () => (useImports.getState().workspace?.records ?? 0) > 0
const matching = () => useResult.getState().summary?.records ?? 0
const selected = () => countSelected(useSelection.getState().selection, matching())
const copyable = () => selected() > 0 || rowAtCursor() !== null
const isNarrow = () => window.matchMedia('(max-width: 1024px)').matches

function show(dialog: DialogName): void {
  useUi.setState({ dialog })
}

function showWorkspace(workspaceTab: WorkspaceTab): Action {
  return { enabled: always, run: () => useUi.setState({ dialog: 'workspace', workspaceTab }) }
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

function judging(verdict: OwnVerdict): Action {
  return {
    enabled: () => selected() > 0 || useRecord.getState().detail?.address != null,
    run: () => void judge(verdict),
  }
}

/** What the last Escape left: pressed once more before anything else is asked, it takes the rest too. */
let left: readonly Condition[] | null = null

/** Escape lets go of one thing at a time: the selection, the record that covers the table, the last filter, then all. */
function letGo(): void {
  if (selected() > 0) selectNone()
  else if (isNarrow() && useRecord.getState().id !== null) closeRecord()
  else {
    const { conditions } = useQuery.getState()
    const rest = conditions === left ? [] : dropLast(conditions)
    setConditions(rest)
    left = rest
  }
}

const ACTIONS: Record<CommandId, Action> = {
  'file.open': { enabled: idle, run: () => void openPicked('files') },
  'file.folder': { enabled: idle, run: () => void openPicked('folder') },
  'file.sample': {
    enabled: () => idle() && useConnection.getState().host?.sample === true,
    run: () => void openSample(),
  },
  'file.cancel': { enabled: () => useImports.getState().running !== null, run: () => void cancelImport() },
  'file.export': { enabled: hasRecords, run: () => show('export') },
  'file.report': {
    enabled: () => totalAccounting(useImports.getState().workspace?.imports ?? []).unrecognised > 0,
    run: () => show('report'),
  },
  'file.imports': showWorkspace('imports'),
  'file.never': showWorkspace('never-remove'),
  'file.policy': showWorkspace('policy'),
  'file.erase': {
    enabled: () => (useImports.getState().workspace?.imports.length ?? 0) > 0,
    run: () => show('erase'),
  },
  'edit.undo': { enabled: () => useHistory.getState().done.length > 0, run: () => void undoVerdict() },
  'edit.redo': { enabled: () => useHistory.getState().undone.length > 0, run: () => void redoVerdict() },
  'edit.all': { enabled: () => matching() > 0, run: selectAll },
  'edit.copy': { enabled: copyable, run: () => void copyAddresses() },
  'edit.copyCells': { enabled: copyable, run: () => void copyTable('tsv') },
  'edit.copyCsv': { enabled: copyable, run: () => void copyTable('csv') },
  'edit.letGo': {
    enabled: () => selected() > 0 || useQuery.getState().conditions.length > 0 || useRecord.getState().id !== null,
    run: letGo,
  },
  'edit.clear': { enabled: () => useQuery.getState().conditions.length > 0, run: () => setConditions([]) },
  'edit.save': { enabled: () => useQuery.getState().conditions.length > 0, run: nameFilter },
  'verdict.remove': judging('remove'),
  'verdict.review': judging('review'),
  'verdict.watch': judging('watch'),
  'verdict.keep': judging('keep'),
  'verdict.rules': judging(null),
  'view.filters': {
    enabled: always,
    run: () => useUi.setState((state) => ({ filters: !state.filters })),
    checked: () => useUi.getState().filters,
  },
  'view.record': {
    enabled: always,
    run: () => useUi.setState((state) => ({ record: !state.record })),
    checked: () => useUi.getState().record,
  },
  'view.charts': {
    enabled: hasRecords,
    run: () => useUi.setState((state) => ({ charts: !state.charts })),
    checked: () => useUi.getState().charts,
  },
  'view.density': {
    enabled: always,
    run: () => useUi.setState((state) => ({ density: state.density === 'compact' ? 'comfortable' : 'compact' })),
    checked: () => useUi.getState().density === 'comfortable',
  },
  'view.columns': { enabled: hasRecords, run: showColumns },
  'view.openAll': { enabled: hasRecords, run: () => useUi.setState({ closed: [] }) },
  'view.closeAll': { enabled: hasRecords, run: () => useUi.setState({ closed: [...SECTIONS] }) },
  'go.search': { enabled: hasRecords, run: () => searchField()?.select() },
  'go.next': { enabled: hasRecords, run: () => stepRecord(1) },
  'go.previous': { enabled: hasRecords, run: () => stepRecord(-1) },
  'go.pane': { enabled: hasRecords, run: () => focusPane(1) },
  'go.paneBack': { enabled: hasRecords, run: () => focusPane(-1) },
  'help.explain': { enabled: () => useConnection.getState().status === 'ready', run: () => show('explain') },
  'help.palette': { enabled: always, run: () => show('palette') },
  'help.shortcuts': { enabled: always, run: () => show('shortcuts') },
}

export const COMMANDS: readonly Command[] = COMMAND_SPECS.map((spec) => ({ ...spec, ...ACTIONS[spec.id] }))

const byId = new Map(COMMANDS.map((command) => [command.id as string, command]))

export function commandOf(id: CommandId): Command {
  const command = byId.get(id)
  if (!command) throw new Error(`There is no command ${id}.`)
  return command
}

/** The command that a native menu names; null where there is none of that name. */
export function namedCommand(id: string): Command | null {
  return byId.get(id) ?? null
}
