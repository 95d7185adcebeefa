/** Follows what the engine reports for as long as the window lives. */
import type { TriageEvent } from '../../shared/api.ts'
import { API_ERRORS } from '../../shared/api-words.ts'
import type { ImportInfo } from '../../shared/query.ts'
import { begun, dismissed, withEvent } from '../state/imports.ts'
import { useConnection, useImports, useUi } from '../state/stores.ts'
import { withoutError } from '../state/ui.ts'
import { readFindings } from './findings.ts'
import { host } from './host.ts'
import { notifyProblem } from './notices.ts'
import { readRecent } from './recent.ts'
import { rereadRecord } from './record.ts'
import { reread } from './results.ts'
import { readWorkspace } from './workspace.ts'

/** Least time between two readings while records pour in, in ms: often enough to see it grow, rarely enough to read. */
const REREAD_MS = 1000
/** How long it is said that an import is done, in ms. */
const DONE_MS = 8000

/** Listens until what it returns is called; after every interruption `begin` reads everything anew. */
export function followEvents(begin: () => void): () => void {
  return host().listen({
    onEvent: take,
    onConnection: (connected) => {
      if (connected) begin()
      else useConnection.setState({ status: 'lost', message: 'The program cannot be reached. Trying again…' })
    },
  })
}

function take(event: TriageEvent): void {
  useImports.setState((state) => withEvent(state, event))
  switch (event.type) {
    case 'changed':
      refreshSoon()
      return
    case 'opened':
      useImports.setState((state) => begun(state, event.importId))
      return
    case 'import-ended':
      refreshNow()
      void readRecent()
      if (saysEnough(event.info)) setTimeout(() => forget(event.info), DONE_MS)
      return
    case 'engine-lost':
      useConnection.setState({ status: 'lost', message: event.message })
      return
    case 'engine-restarted':
      useConnection.setState({ status: 'ready', message: null })
      // What said that it is being started again is over.
      useUi.setState((state) => withoutError(state, API_ERRORS.ENGINE_LOST.message))
      notifyProblem(event.message)
      refreshNow()
      return
    default:
  }
}

/** An import that was read whole has nothing more to tell than the accounting does. */
function saysEnough({ state, accounting }: ImportInfo): boolean {
  return state === 'complete' && accounting.messages > 0 && accounting.unread.length === 0
}

function forget(info: ImportInfo): void {
  useImports.setState((state) => (state.ended?.id === info.id ? dismissed(state) : state))
}

let due: ReturnType<typeof setTimeout> | undefined
let refreshedAt = 0
let refreshing: Promise<unknown> = Promise.resolve()

function refreshSoon(): void {
  if (due !== undefined) return
  due = setTimeout(refreshNow, Math.max(0, refreshedAt + REREAD_MS - Date.now()))
}

/** Reads everything again, one reading after the other. */
function refreshNow(): void {
  clearTimeout(due)
  due = undefined
  refreshing = refreshing.then(async () => {
    refreshedAt = Date.now()
    await Promise.allSettled([readWorkspace(), reread(), rereadRecord(), readFindings()])
  })
}
