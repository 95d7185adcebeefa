/** The web host's server: binds to 127.0.0.1 and hands requests and sockets to those who answer them. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refuse } from './reply.ts'
import { answer, type RequestParts } from './requests.ts'
import { type SocketParts, serveSockets } from './sockets.ts'

/** Milliseconds for the head of a request. Bodies take as long as a large mailbox takes. */
const HEADERS_LIMIT_MS = 10_000

export type ServerParts = RequestParts & SocketParts

export interface WebServer {
  port: number
  /** The address to open, with its token. */
  url: string
  close: () => Promise<void>
}

/**
 * @param port 0 takes a free one.
 * @param must false takes a free one, too, where that port is in use.
 * @throws Error with a sentence where the port cannot be had.
 */
export async function startServer(parts: ServerParts, port: number, must = true): Promise<WebServer> {
  const server = createServer({ requestTimeout: 0, headersTimeout: HEADERS_LIMIT_MS })
  server.on('request', (request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      console.error('The web host failed at a request:', error)
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'Bounce Triage failed at this request.')
    })
  })
  const sockets = serveSockets(parts)
  server.on('upgrade', sockets.upgrade)
  const listen = async (at: number): Promise<void> => {
    server.listen({ port: at, host: '127.0.0.1', exclusive: true })
    await once(server, 'listening')
  }
  await listen(port).catch(async (error: NodeJS.ErrnoException) => {
    if (!must && port !== 0) return await listen(0)
    const why = error.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be used (${error.code})`
    throw new Error(`Port ${port} ${why}. Choose another with --port.`)
  })
  const bound = (server.address() as AddressInfo).port
  return {
    port: bound,
    url: `http://127.0.0.1:${bound}/?token=${parts.access.token}`,
    async close() {
      sockets.close()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
