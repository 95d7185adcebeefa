import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TriageEvent } from '../../shared/api.ts'
import type { TriageApi } from './host.ts'
import { listen } from './listen.ts'

const opened = (importId: string): TriageEvent => ({ type: 'opened', importId })

/** An api whose streams the test plays: each subscription is taken from the list, and then breaks. */
function apiOf(streams: (TriageEvent[] | Error)[]) {
  const subscribe = vi.fn(async () => {
    const stream = streams.shift()
    if (!stream) return forever()
    if (stream instanceof Error) throw stream
    return broken(stream)
  })
  return { api: { events: subscribe } as unknown as Pick<TriageApi, 'events'>, subscribe }
}

async function* broken(events: TriageEvent[]): AsyncGenerator<TriageEvent> {
  yield* events
  throw new Error('the stream broke')
}

async function* forever(): AsyncGenerator<TriageEvent> {
  await new Promise(() => {})
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('listening', () => {
  it('goes on over interruptions, and tells when to read anew', async () => {
    const { api } = apiOf([[opened('a')], new Error('unreachable'), [opened('b')]])
    const seen: unknown[] = []
    const stop = listen(api, {
      onEvent: (event) => seen.push(event),
      onConnection: (connected) => seen.push(connected),
    })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(seen).toEqual([true, opened('a'), false, false, true, opened('b'), false, true])
    stop()
  })

  it('waits longer and longer for a host that is gone', async () => {
    const { api, subscribe } = apiOf(Array.from({ length: 100 }, () => new Error('unreachable')))
    const stop = listen(api, { onEvent: () => {} })
    await vi.advanceTimersByTimeAsync(1_000)
    const soon = subscribe.mock.calls.length
    await vi.advanceTimersByTimeAsync(40_000)
    expect(soon).toBeGreaterThanOrEqual(3)
    expect(subscribe.mock.calls.length - soon).toBeLessThan(15)
    stop()
  })

  it('calls nobody after its end', async () => {
    const { api, subscribe } = apiOf([new Error('unreachable')])
    const onConnection = vi.fn()
    const stop = listen(api, { onEvent: () => {}, onConnection })
    stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(subscribe).toHaveBeenCalledTimes(1)
    expect(onConnection).not.toHaveBeenCalled()
  })
})
