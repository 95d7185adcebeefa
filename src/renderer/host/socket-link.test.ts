import { ORPCError } from '@orpc/client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { socketLink } from './socket-link.ts'

/** A socket that a test opens, answers and breaks. */
class FakeSocket extends EventTarget {
  static readonly OPEN = 1
  readyState = FakeSocket.OPEN
  sent: string[] = []
  send(message: string): void {
    this.sent.push(message)
  }
  answer(body: unknown): void {
    const { i } = JSON.parse(this.sent.at(-1) ?? '{}') as { i: string }
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ i, p: { b: { json: body } } }) }))
  }
  break(): void {
    this.readyState = 3
    this.dispatchEvent(new Event('close'))
  }
}

beforeAll(() => {
  vi.stubGlobal('WebSocket', FakeSocket)
})
afterAll(() => {
  vi.unstubAllGlobals()
})

function linkWithSockets() {
  const sockets: FakeSocket[] = []
  const link = socketLink(() => {
    const socket = new FakeSocket()
    sockets.push(socket)
    return socket as unknown as WebSocket
  })
  const call = (signal?: AbortSignal) => link.call(['host'], undefined, { context: {}, signal })
  const sent = (index: number) => vi.waitFor(() => expect(sockets[index]?.sent.length).toBeGreaterThan(0))
  return { sockets, call, sent }
}

describe('calls over a socket', () => {
  it('share one socket, opened by the first of them', async () => {
    const { sockets, call, sent } = linkWithSockets()
    expect(sockets).toHaveLength(0)
    const first = call()
    await sent(0)
    sockets[0]?.answer('one')
    expect(await first).toBe('one')
    const second = call()
    await vi.waitFor(() => expect(sockets[0]?.sent).toHaveLength(2))
    sockets[0]?.answer('two')
    expect(await second).toBe('two')
    expect(sockets).toHaveLength(1)
  })

  it('are rejected with a sentence when it breaks, and the next one opens another', async () => {
    const { sockets, call, sent } = linkWithSockets()
    const lost = call().catch((error: unknown) => error)
    await sent(0)
    sockets[0]?.break()
    const error = await lost
    expect(error).toBeInstanceOf(ORPCError)
    expect(error).toMatchObject({ code: 'DISCONNECTED', message: expect.stringContaining('Start it again') })
    const next = call()
    await sent(1)
    sockets[1]?.answer('back')
    expect(await next).toBe('back')
  })

  it('end with the caller’s reason where the caller aborts', async () => {
    const { call, sent } = linkWithSockets()
    const abort = new AbortController()
    const call1 = call(abort.signal).catch((error: unknown) => error)
    await sent(0)
    const reason = new Error('not wanted any more')
    abort.abort(reason)
    expect(await call1).toBe(reason)
  })
})
