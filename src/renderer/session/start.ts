/** Brings a connected window to life: who the host is, what the workspace holds, what the table shows. */
import type { Host } from '../host/host.ts'
import { sentenceOf } from '../lib/errors.ts'
import { savePreference } from '../lib/preferences.ts'
import { begun } from '../state/imports.ts'
import { useConnection, useImports, useUi } from '../state/stores.ts'
import { followResults } from './charts.ts'
import { followEvents } from './events.ts'
import { readFindings } from './findings.ts'
import { api, setHost } from './host.ts'
import { followAddress } from './query.ts'
import { readRecent } from './recent.ts'
import { ask } from './results.ts'
import { readWorkspace } from './workspace.ts'

/** Starts the session; what it returns ends it. */
export function startSession(host: Host): () => void {
  setHost(host)
  const ends = [followAddress(), keepPanes(), followResults(), followEvents(() => void begin())]
  return () => {
    clearTimeout(again)
    for (const end of ends) end()
  }
}

/** Pause before the first reading is tried again, in ms: an engine that is just starting needs about as long. */
const AGAIN_MS = 1000

let again: ReturnType<typeof setTimeout> | undefined

/** Reads everything: at the start, and whenever the program is back after it was out of reach. Tried until it succeeds. */
export async function begin(): Promise<void> {
  clearTimeout(again)
  try {
    const [info] = await Promise.all([api().host(), readWorkspace()])
    useConnection.setState({ status: 'ready', host: info, message: null })
    const running = useImports.getState().workspace?.imports.find((one) => one.state === 'running')
    if (running) useImports.setState((state) => begun(state, running.id))
  } catch (error) {
    useConnection.setState({ status: 'lost', message: sentenceOf(error) })
    again = setTimeout(() => void begin(), AGAIN_MS)
  }
  await Promise.all([ask(), readFindings(), readRecent()])
}

/** Keeps which panes and charts are open, and how dense the rows are. */
function keepPanes(): () => void {
  return useUi.subscribe((now, before) => {
    const { filters, record, charts, density } = now
    const kept = { filters, record, charts, density }
    if (Object.entries(kept).every(([key, value]) => before[key as keyof typeof kept] === value)) return
    savePreference('panes', kept)
  })
}
