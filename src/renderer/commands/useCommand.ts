/** Commands in React: whether one can be run now, its key as the platform writes it, and the keys of all. */
import { useEffect } from 'react'
import type { CommandId } from '../../shared/commands.ts'
import {
  useConnection,
  useCursor,
  useHistory,
  useImports,
  useQuery,
  useRecord,
  useResult,
  useSelection,
} from '../state/stores.ts'
import { COMMANDS, type Command, commandOf } from './commands.ts'
import { belongsToText, isMac, isTextField, matches, showKey } from './keys.ts'
import { followNativeMenu } from './nativeMenu.ts'

export interface UsableCommand {
  label: string
  /** As the platform writes it; null without one. */
  shortcut: string | null
  enabled: boolean
  run(): void
}

/** The command, kept up to date with what decides whether it can be run. */
export function useCommand(id: CommandId): UsableCommand {
  const command = commandOf(id)
  useConnection(command.enabled)
  useCursor(command.enabled)
  useImports(command.enabled)
  useHistory(command.enabled)
  useQuery(command.enabled)
  useRecord(command.enabled)
  useResult(command.enabled)
  useSelection(command.enabled)
  const shortcut = command.key === undefined ? null : showKey(command.key, onMac())
  return { label: command.label, shortcut, enabled: command.enabled(), run: command.run }
}

export function onMac(): boolean {
  return isMac(useConnection.getState().host?.platform ?? navigator.platform)
}

function keysOf({ key, also }: Command): string[] {
  return [key, also].filter((one) => one !== undefined)
}

/** Runs commands by their keys and from the native menu, except where a dialog is open or the key belongs to a text field. */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isInDialog(event.target)) return
      const command = COMMANDS.find((one) => keysOf(one).some((key) => matches(key, event, onMac())))
      if (!command || belongsHere(command, event) || !command.enabled()) return
      event.preventDefault()
      command.run()
    }
    window.addEventListener('keydown', press)
    const leaveMenu = followNativeMenu()
    return () => {
      window.removeEventListener('keydown', press)
      leaveMenu()
    }
  }, [])
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null
}

/** Keys with a meaning of their own where they are pressed: letters in a field, copying marked text. */
function belongsHere(command: Command, event: KeyboardEvent): boolean {
  if (belongsToText(command.key ?? '', event.target)) return true
  if (!command.id.startsWith('edit.')) return false
  const inField = isTextField(event.target)
  // Escape has something to do in a field only while something is written there.
  if (event.key === 'Escape') return inField && event.target.value !== ''
  return inField || (command.id === 'edit.copy' && getSelection()?.isCollapsed === false)
}
