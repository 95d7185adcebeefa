/** One stream of events to any number of windows. A slow window gets fewer events, never a growing queue. */
import type { TriageEvent } from '../../shared/api.ts'

/** Most events waiting for one window: beyond it the oldest go, and `changed` makes the window read everything anew. */
const MAX_WAITING = 1_000

export interface Hub {
  publish: (event: TriageEvent) => void
  /** Endless until `signal` aborts or the reader returns. Subscribed at once, before the first `next()`. */
  subscribe: (signal?: AbortSignal) => AsyncGenerator<TriageEvent, void, void>
  /** For the host's own use; returns the end of it. */
  listen: (listener: (event: TriageEvent) => void) => () => void
}

/** True where `next` makes `waiting` pointless: only the newest progress and one `changed` say anything. */
function replaces(next: TriageEvent, waiting: TriageEvent): boolean {
  if (next.type === 'changed') return waiting.type === 'changed'
  if (next.type !== 'progress' || waiting.type !== 'progress') return false
  return next.progress.importId === waiting.progress.importId
}

function push(queue: TriageEvent[], event: TriageEvent): void {
  const old = queue.findIndex((waiting) => replaces(event, waiting))
  if (old >= 0) queue.splice(old, 1)
  queue.push(event)
  if (queue.length > MAX_WAITING) queue.splice(0, queue.length - MAX_WAITING, { type: 'changed' })
}

export function createHub(): Hub {
  const listeners = new Set<(event: TriageEvent) => void>()

  function listen(listener: (event: TriageEvent) => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  function subscribe(signal?: AbortSignal): AsyncGenerator<TriageEvent, void, void> {
    const queue: TriageEvent[] = []
    let wake = (): void => {}
    const stop = listen((event) => {
      push(queue, event)
      wake()
    })
    const ended = (): void => {
      stop()
      wake()
    }
    signal?.addEventListener('abort', ended, { once: true })

    async function* read(): AsyncGenerator<TriageEvent, void, void> {
      try {
        while (!signal?.aborted) {
          const event = queue.shift()
          if (event) yield event
          else {
            await new Promise<void>((resolve) => {
              wake = resolve
            })
          }
        }
      } finally {
        stop()
        signal?.removeEventListener('abort', ended)
      }
    }
    return read()
  }

  return {
    publish: (event) => {
      for (const listener of listeners) listener(event)
    },
    subscribe,
    listen,
  }
}
