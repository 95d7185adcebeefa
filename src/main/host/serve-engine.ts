/** The life of an engine process around the service it offers: handshake, calls, and the end of its host. */
import { ORPCError, onError, type Router } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import type { engineContract } from '../../shared/api.ts'
import type { EnginePort, Handshake } from '../engine-port.ts'

/** Milliseconds given to the workspace to close when the host is gone; the file survives a hard end too. */
const CLOSE_GRACE_MS = 3_000

export interface Service {
  router: Router<typeof engineContract, Record<never, never>>
  close: () => Promise<void>
}

/**
 * Opens the service, announces it on the port and serves until the host goes; then closes it and ends the process.
 * A service that cannot open (workspace in use, damaged, no permission) is told to the host as one sentence.
 */
export async function serveEngine(port: EnginePort, open: () => Promise<Service>): Promise<void> {
  // Ctrl+C reaches the whole process group: the host decides when the engine closes.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
  const say = (message: Handshake): void => port.postMessage(message)
  let service: Service
  try {
    service = await open()
  } catch (error) {
    say({ engine: 'failed', message: error instanceof Error ? error.message : String(error) })
    // The channel must carry the sentence before the process ends; the host ends it, at the latest by disconnecting.
    port.on('close', () => process.exit(1))
    return
  }
  port.on('close', () => {
    setTimeout(() => process.exit(1), CLOSE_GRACE_MS).unref()
    service.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
  const handler = new RPCHandler(service.router, { interceptors: [onError(logUnexpected)] })
  handler.upgrade(port)
  say({ engine: 'ready' })
}

/** What the contract does not name as an error is a fault of ours: the window gets a code, the log the rest. */
function logUnexpected(error: unknown): void {
  if (!(error instanceof ORPCError)) console.error('The engine failed at a call:', error)
}
