/** The native menu of Electron: told what can be run, and asked back to run it. In a browser there is none. */
import { BRIDGE } from '../../shared/bridge.ts'
import {
  useConnection,
  useCursor,
  useHistory,
  useImports,
  useQuery,
  useRecord,
  useResult,
  useSelection,
  useUi,
} from '../state/stores.ts'
import { COMMANDS, namedCommand } from './commands.ts'

/** Pause before a change is told, in ms: one click changes several stores. */
const SETTLE_MS = 50

/** What these commands mean where text is being written. */
const IN_TEXT: Record<string, string> = {
  'edit.undo': 'undo',
  'edit.redo': 'redo',
  'edit.all': 'selectAll',
  'edit.copy': 'copy',
}

/** Keeps the native menu in step until what it returns is called. */
export function followNativeMenu(): () => void {
  const bridge = window[BRIDGE]
  if (bridge === undefined) return () => {}
  bridge.onCommand(runFromMenu)
  let told = ''
  let due: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    due = undefined
    const enabled = COMMANDS.filter((command) => command.enabled()).map(({ id }) => id)
    const checked = COMMANDS.filter((command) => command.checked?.()).map(({ id }) => id)
    const text = JSON.stringify([enabled, checked])
    if (text === told) return
    told = text
    bridge.tellCommands({ enabled, checked })
  }
  const soon = () => {
    due ??= setTimeout(tell, SETTLE_MS)
  }
  const stores = [useConnection, useCursor, useHistory, useImports, useQuery, useRecord, useResult, useSelection, useUi]
  const ends = stores.map((store) => store.subscribe(soon))
  soon()
  return () => {
    clearTimeout(due)
    for (const end of ends) end()
  }
}

/** Runs a command that the native menu names; behind a dialog only what concerns the text in it. */
export function runFromMenu(id: string): void {
  const inText = document.activeElement?.matches('input:not([type=checkbox], [type=radio]), textarea') ?? false
  const editing = IN_TEXT[id]
  // The menu's keys are the system's own on a Mac: there is no other way for them to reach a text field.
  if (inText && editing !== undefined) document.execCommand(editing)
  else if (document.querySelector('[role=dialog], [role=alertdialog]') === null) {
    const command = namedCommand(id)
    if (command?.enabled()) command.run()
  }
}
