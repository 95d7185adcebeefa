/** Calls over a WebSocket that is opened anew when it broke. */
import { type ClientContext, type ClientLink, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'

/** What a call gets that the web host could not answer. */
export const DISCONNECTED = {
  code: 'DISCONNECTED',
  message: 'Bounce Triage cannot be reached. Was it stopped? Start it again, then open the address that it prints.',
} as const

/**
 * One socket at a time, opened at the first call. Calls that were under way when it broke are rejected with
 * DISCONNECTED; the next call opens another.
 */
export function socketLink(open: () => WebSocket): ClientLink<ClientContext> {
  let current: { socket: WebSocket; link: RPCLink<ClientContext> } | null = null

  function connected(): RPCLink<ClientContext> {
    if (current && current.socket.readyState <= WebSocket.OPEN) return current.link
    const socket = open()
    current = { socket, link: new RPCLink({ websocket: socket }) }
    return current.link
  }

  return {
    async call(path, input, options) {
      try {
        return await connected().call(path, input, options)
      } catch (error) {
        if (error instanceof ORPCError || options.signal?.aborted) throw error
        throw new ORPCError(DISCONNECTED.code, { message: DISCONNECTED.message, cause: error })
      }
    },
  }
}
