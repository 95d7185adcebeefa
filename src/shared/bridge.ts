/** What the preload script hands to the window in Electron, and the names under which it is carried. */
import type { CommandStates } from './commands.ts'

/** The window's global that holds the bridge. */
export const BRIDGE = 'bounceTriage'
/** Message from the preload to the window, with the port to the app as its only port. */
export const PORT_MESSAGE = 'bounce-triage:port'

/** Channels between preload and app. */
export const CHANNELS = {
  connect: 'bounce-triage:connect',
  port: 'bounce-triage:port',
  grant: 'bounce-triage:grant',
  /** From the native menu: run this command. */
  command: 'bounce-triage:command',
  /** To the native menu: what can be run. */
  commands: 'bounce-triage:commands',
} as const

/** `FileOf` is the DOM's File: this module knows no DOM. */
export interface Bridge<FileOf> {
  /** Asks for a port, which arrives as a message of the window's own (`PORT_MESSAGE`). */
  connect: () => void
  /** Tokens for files and folders that were dropped or chosen; what did not come from a disk gets none. */
  grantFiles: (files: FileOf[]) => Promise<string[]>
  /** Calls back with the id of each command that is chosen in the native menu. */
  onCommand: (run: (id: string) => void) => void
  /** Tells the native menu which commands can be run, and which are on. */
  tellCommands: (states: CommandStates) => void
}
