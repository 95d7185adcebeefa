/** What was read into the workspace and what is being read. Pure transitions over the engine's events. */

import type { Progress, TriageEvent, Workspace } from '../../shared/api.ts'
import { type Accounting, emptyAccounting, KINDS } from '../../shared/bounce.ts'
import type { ImportInfo } from '../../shared/query.ts'
import type { UploadProgress } from '../host/host.ts'

export interface ImportsState {
  /** Null until the engine has answered for the first time. */
  workspace: Workspace | null
  /** The import under way. */
  running: Progress | null
  /** Files on their way into the host, before the import begins: a browser has to copy them. */
  copying: UploadProgress | null
  /** The import that ended last in this window, until the person waves it away. */
  ended: ImportInfo | null
}

export const NO_IMPORTS: ImportsState = { workspace: null, running: null, copying: null, ended: null }

export function withEvent(state: ImportsState, event: TriageEvent): ImportsState {
  switch (event.type) {
    case 'progress':
      return event.progress.state === 'running' ? { ...state, running: event.progress, ended: null } : state
    case 'import-ended':
      return { ...state, running: null, ended: event.info, workspace: withImport(state.workspace, event.info) }
    case 'engine-restarted':
      return { ...state, running: null, ended: event.interrupted ?? state.ended }
    case 'engine-lost':
      return { ...state, running: null }
    default:
      return state
  }
}

/** The workspace with what is now known of one import: its accounting stands before the workspace is read again. */
function withImport(workspace: Workspace | null, info: ImportInfo): Workspace | null {
  if (workspace === null) return null
  const known = workspace.imports.some((one) => one.id === info.id)
  const imports = known
    ? workspace.imports.map((one) => (one.id === info.id ? info : one))
    : [info, ...workspace.imports]
  return { ...workspace, imports }
}

/**
 * Shown from the moment an import was asked for, before its first progress comes. A short one may be over before the
 * answer to the asking is here: then it is not running any more.
 */
export function begun(state: ImportsState, importId: string): ImportsState {
  const over = state.workspace?.imports.some(({ id, state }) => id === importId && state !== 'running')
  if (state.running?.importId === importId || over) return state
  return { ...state, copying: null, ended: null, running: { ...NOTHING_READ, importId } }
}

const NOTHING_READ: Omit<Progress, 'importId'> = {
  state: 'running',
  bytes: 0,
  totalBytes: null,
  messages: 0,
  found: 0,
  rate: 0,
  file: null,
  inFile: null,
  elapsedMs: 0,
}

/** Takes the engine's word for what the workspace holds; an import it does not call running is not running. */
export function withWorkspace(state: ImportsState, workspace: Workspace): ImportsState {
  return { ...state, workspace }
}

/** Null when it is over, however it ended. */
export function withCopying(state: ImportsState, copying: UploadProgress | null): ImportsState {
  return { ...state, copying }
}

export function dismissed(state: ImportsState): ImportsState {
  return { ...state, ended: null }
}

/** The accounting of the whole workspace: the sum over its imports. */
export function totalAccounting(imports: readonly ImportInfo[]): Accounting {
  const total = emptyAccounting()
  for (const { accounting } of imports) {
    total.messages += accounting.messages
    total.duplicates += accounting.duplicates
    total.deleted += accounting.deleted
    total.unrecognised += accounting.unrecognised
    total.unread.push(...accounting.unread)
    for (const kind of KINDS) total.kinds[kind] += accounting.kinds[kind]
  }
  return total
}

/** How far an import came, between 0 and 1; null where the whole is not known. */
export function fractionRead(part: { bytes: number; totalBytes: number | null }): number | null {
  if (part.totalBytes === null || part.totalBytes <= 0) return null
  return Math.min(1, part.bytes / part.totalBytes)
}

/** Which quarter is done: what is told to a screen reader, who would drown in every tick. */
export function quartersRead(progress: Progress): number {
  const fraction = fractionRead(progress)
  return fraction === null ? 0 : Math.floor(fraction * 4)
}
