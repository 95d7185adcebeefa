/** The window's socket: every call and event of TriageApi, at one address, behind all three locks. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { ORPCError, onError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer } from 'ws'
import type { WindowRouter } from '../host/router.ts'
import { type Access, SOCKET_PROTOCOL, socketToken } from './access.ts'

/** Where the socket is opened. */
export const SOCKET_PATH = '/api'
/** Bytes of one call: the longest list of addresses a window may send, with room. */
const MAX_CALL_BYTES = 32 * 1024 ** 2

export interface SocketParts {
  access: Access
  router: WindowRouter
}

interface Sockets {
  /** Listener of the server's `upgrade`. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  close: () => void
}

export function serveSockets({ access, router }: SocketParts): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_CALL_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => SOCKET_PROTOCOL,
  })
  const handler = new RPCHandler(router, { interceptors: [onError(logUnexpected)] })

  function allowed(request: IncomingMessage): boolean {
    if (request.url !== SOCKET_PATH || !access.hostAllowed(request)) return false
    return access.originAllowed(request, true) && access.tokenFits(socketToken(request))
  }

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy())
      if (!allowed(request)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        return
      }
      server.handleUpgrade(request, socket, head, (window) => {
        // A message too long or malformed ends this window's socket, not the host.
        window.on('error', () => window.terminate())
        void handler.upgrade(window)
      })
    },
    close() {
      for (const window of server.clients) window.terminate()
      server.close()
    },
  }
}

/** What the contract does not name as an error is a fault of ours: the window gets a code, the log the rest. */
function logUnexpected(error: unknown): void {
  if (!(error instanceof ORPCError)) console.error('The web host failed at a call:', error)
}
