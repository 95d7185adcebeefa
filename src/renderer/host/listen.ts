/** Keeps one stream of events open, over every interruption. */
import type { Listener, TriageApi } from './host.ts'

/** Milliseconds before the next try: short at first, for a host that is only being restarted. */
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 4_000

/** Subscribes until the returned function is called; then no listener is called any more. */
export function listen(api: Pick<TriageApi, 'events'>, { onEvent, onConnection }: Listener): () => void {
  const stop = new AbortController()
  const { signal } = stop

  async function follow(): Promise<void> {
    let wait = FIRST_WAIT_MS
    while (!signal.aborted) {
      try {
        const events = await api.events(undefined, { signal })
        wait = FIRST_WAIT_MS
        onConnection?.(true)
        for await (const event of events) {
          if (signal.aborted) return
          onEvent(event)
        }
      } catch {
        // Whatever broke the stream, the answer is the same: say so, wait, try again.
      }
      if (signal.aborted) return
      onConnection?.(false)
      await pause(wait, signal)
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    }
  }

  void follow()
  return () => stop.abort()
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
