/** Follows what the engine reports for as long as the window lives. */
import type { TriageEvent } from '../../shared/api.ts'
import { withEvent } from '../state/imports.ts'
import { useConnection, useImports } from '../state/stores.ts'
import { api } from './host.ts'
import { notifyProblem } from './notices.ts'
import { rereadRecord } from './record.ts'
import { reread } from './results.ts'
import { readWorkspace } from './workspace.ts'

/** Least time between two readings while records pour in, in ms: often enough to see it grow, rarely enough to read. */
const REREAD_MS = 1000
/** Pause before listening again after the line broke, in ms. */
const RECONNECT_MS = 1000

/** Listens until `signal` aborts; a broken line is shown and taken up again, with `comeBack` to read all anew. */
export async function followEvents(signal: AbortSignal, comeBack: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    try {
      const events = await api().events(undefined, { signal })
      if (useConnection.getState().status === 'lost') await comeBack()
      for await (const event of events) take(event)
    } catch {
      // The same as an end without an error: the line is down.
    }
    if (signal.aborted) return
    useConnection.setState({ status: 'lost', message: 'The connection to the program was lost. Trying again…' })
    await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS))
  }
}

function take(event: TriageEvent): void {
  useImports.setState((state) => withEvent(state, event))
  switch (event.type) {
    case 'changed':
      refreshSoon()
      return
    case 'import-ended':
      refreshNow()
      return
    case 'engine-lost':
      useConnection.setState({ status: 'lost', message: event.message })
      return
    case 'engine-restarted':
      useConnection.setState({ status: 'ready', message: null })
      notifyProblem(event.message)
      refreshNow()
      return
    default:
  }
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
    await Promise.allSettled([readWorkspace(), reread(), rereadRecord()])
  })
}
