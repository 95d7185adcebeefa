/** Talking to one engine process: the handshake, and calls that are rejected in plain words when it dies. */
import { type ClientContext, type ClientLink, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { API_ERRORS } from '../../shared/api.ts'
import { type EnginePort, isHandshake } from '../engine-port.ts'

/** Milliseconds within which an engine must have opened its workspace; recovering a large one after a crash takes long. */
const START_LIMIT_MS = 120_000

/** A started process, whatever started it. */
export interface EngineProcess {
  port: EnginePort
  /** Calls back once, when the process has ended, with how ("signal SIGKILL", "exit code 134"). */
  onExit: (listener: (how: string) => void) => void
  kill: () => void
}

export type SpawnEngine = () => EngineProcess

/** No engine could be had: a sentence for people. */
export class EngineFailed extends Error {
  override name = 'EngineFailed'
  /** It died on its own, so another try may help; else it said itself what is wrong. */
  readonly crashed: boolean

  constructor(message: string, crashed: boolean) {
    super(message)
    this.crashed = crashed
  }
}

export function engineLost(message: string = API_ERRORS.ENGINE_LOST.message): ORPCError<'ENGINE_LOST', undefined> {
  return new ORPCError('ENGINE_LOST', { defined: true, message })
}

/**
 * Waits until the engine serves calls.
 * @throws EngineFailed with the engine's own sentence, or when it ended or stayed silent.
 */
export function untilReady(engine: EngineProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (message: string, crashed: boolean): void => {
      clearTimeout(timer)
      reject(new EngineFailed(message, crashed))
    }
    const timer = setTimeout(() => fail('The engine did not start within two minutes.', false), START_LIMIT_MS)
    engine.onExit((how) => fail(`The engine ended while it was starting (${how}).`, true))
    engine.port.on('message', (event) => {
      const message: unknown = event?.data
      if (!isHandshake(message)) return
      if (message.engine === 'failed') return fail(message.message, false)
      clearTimeout(timer)
      resolve()
    })
  })
}

/**
 * Calls over the engine's port. When the engine is gone every open call ends with ENGINE_LOST; a call that its caller
 * aborted ends with the caller's reason.
 */
export function linkTo(engine: EngineProcess): ClientLink<ClientContext> {
  const link = new RPCLink({ port: engine.port })
  return {
    async call(path, input, options) {
      try {
        return await link.call(path, input, options)
      } catch (error) {
        if (error instanceof ORPCError || options.signal?.aborted) throw error
        throw engineLost()
      }
    },
  }
}
