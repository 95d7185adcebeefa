import { describe, expect, it } from 'vitest'
import type { Progress, TriageEvent } from '../../shared/api.ts'
import { createHub } from './hub.ts'

function progress(importId: string, messages: number): TriageEvent {
  const state = 'running' as const
  const more = { bytes: 0, totalBytes: null, found: 0, rate: 0, file: null, inFile: null, elapsedMs: 0 }
  return { type: 'progress', progress: { importId, state, messages, ...more } satisfies Progress }
}

const opened = (importId: string): TriageEvent => ({ type: 'opened', importId })

/** What a window gets that reads only now. */
async function readAll(events: AsyncGenerator<TriageEvent>, count: number): Promise<TriageEvent[]> {
  const all: TriageEvent[] = []
  while (all.length < count) all.push((await events.next()).value)
  return all
}

describe('the hub', () => {
  it('gives every window every event, from its subscription on', async () => {
    const hub = createHub()
    hub.publish(opened('before'))
    const [one, two] = [hub.subscribe(), hub.subscribe()]
    hub.publish(opened('a'))
    hub.publish(opened('b'))
    for (const events of [one, two]) expect(await readAll(events, 2)).toEqual([opened('a'), opened('b')])
  })

  it('wakes a window that waits', async () => {
    const hub = createHub()
    const next = hub.subscribe().next()
    hub.publish(opened('a'))
    expect(await next).toEqual({ done: false, value: opened('a') })
  })

  it('spares a slow window all but the newest progress of each import, and all but one change', async () => {
    const hub = createHub()
    const events = hub.subscribe()
    for (let count = 0; count < 5; count++) {
      hub.publish(progress('a', count))
      hub.publish({ type: 'changed' })
      hub.publish(progress('b', count))
    }
    expect(await readAll(events, 3)).toEqual([progress('a', 4), { type: 'changed' }, progress('b', 4)])
  })

  it('tells a window that fell far behind to read anew, instead of growing', async () => {
    const hub = createHub()
    const events = hub.subscribe()
    for (let count = 0; count < 5_000; count++) hub.publish(opened(`import-${count}`))
    hub.publish(opened('last'))
    const seen: TriageEvent[] = []
    for await (const event of events) {
      seen.push(event)
      if (event.type === 'opened' && event.importId === 'last') break
    }
    expect(seen.length).toBeLessThan(1_100)
    expect(seen[0]).toEqual({ type: 'changed' })
  })

  it('ends a subscription when its window goes, waiting or not', async () => {
    const hub = createHub()
    const gone = new AbortController()
    const waiting = hub.subscribe(gone.signal).next()
    const untouched = hub.subscribe(gone.signal)
    gone.abort()
    expect(await waiting).toEqual({ done: true, value: undefined })
    expect(await untouched.next()).toEqual({ done: true, value: undefined })
  })
})
