/**
 * Keeps one engine running: starts it at the first call, rejects what was pending when it dies, starts it again on the
 * same workspace, and tells the windows. Windows hold their subscriptions through it all.
 */
import { type ClientContext, type ClientLink, createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { engineContract, TriageEvent } from '../../shared/api.ts'
import type { ImportInfo } from '../../shared/query.ts'
import { EngineFailed, type EngineProcess, engineLost, linkTo, type SpawnEngine, untilReady } from './engine-link.ts'
import { createHub, type Hub } from './hub.ts'

export type EngineClient = ContractRouterClient<typeof engineContract>

/** Most restarts within `START_WINDOW_MS`: an engine that dies at once must not be started for ever. */
const MAX_RESTARTS = 3
const START_WINDOW_MS = 60_000
/** Milliseconds given to the engine to end its work and close the workspace. */
const SHUTDOWN_LIMIT_MS = 5_000

export interface Supervisor {
  /** Calls start the engine where needed, wait for it, and end with ENGINE_LOST where it cannot be had. */
  client: EngineClient
  hub: Hub
  /** Starts the engine ahead of the first call. @throws EngineFailed with a sentence why not. */
  start: () => Promise<void>
  /** Closes the workspace and ends the engine; no call is served afterwards. */
  close: () => Promise<void>
}

interface Running {
  process: EngineProcess
  client: EngineClient
  link: ClientLink<ClientContext>
  /** What the workspace held as interrupted when this engine opened it, oldest first. */
  interrupted: ImportInfo[]
}

export function createSupervisor(spawn: SpawnEngine): Supervisor {
  const hub = createHub()
  const starts: number[] = []
  let current: Promise<Running> | null = null
  let closed = false

  function ready(): Promise<Running> {
    if (closed) return Promise.reject(new EngineFailed('Bounce Triage is closing.', false))
    if (current) return current
    const launching = launch()
    current = launching
    // A start that failed is tried again at the next call, within the limit.
    launching.catch(() => forget(launching))
    return launching
  }

  function forget(engine: Promise<Running>): void {
    if (current === engine) current = null
  }

  async function launch(): Promise<Running> {
    noteStart(starts)
    const process = spawn()
    let running: Running | null = null
    process.onExit((how) => {
      if (!running || closed) return
      console.error(`The engine ended unexpectedly (${how}).`)
      current = null
      void revive(running)
    })
    try {
      await untilReady(process)
      const link = linkTo(process)
      const client = clientOf(link)
      await relay(client)
      running = { process, client, link, interrupted: await interrupted(client) }
      return running
    } catch (error) {
      process.kill()
      throw error instanceof EngineFailed ? error : new EngineFailed((error as Error).message, true)
    }
  }

  /** Passes the engine's events on to the windows, as long as it lives. Resolves once subscribed. */
  async function relay(client: EngineClient): Promise<void> {
    const events = await client.events()
    const pass = async (): Promise<void> => {
      for await (const event of events) hub.publish(event)
    }
    // The stream breaks when the engine dies, which is noticed by its exit.
    pass().catch(() => {})
  }

  /** After a death: an engine again, or the sentence why there is none. */
  async function revive(dead: Running): Promise<void> {
    while (!closed) {
      try {
        const running = await ready()
        const known = new Set(dead.interrupted.map((info) => info.id))
        hub.publish(restarted(running.interrupted.findLast((info) => !known.has(info.id)) ?? null))
        return hub.publish({ type: 'changed' })
      } catch (error) {
        if (error instanceof EngineFailed && error.crashed) continue
        if (!closed) hub.publish({ type: 'engine-lost', message: (error as Error).message })
        return
      }
    }
  }

  const link: ClientLink<ClientContext> = {
    async call(path, input, options) {
      const running = await ready().catch((error: Error) => {
        throw engineLost(error.message)
      })
      return running.link.call(path, input, options)
    },
  }

  async function close(): Promise<void> {
    if (closed) return
    closed = true
    const running = await current?.catch(() => null)
    if (!running) return
    const limit = new Promise<void>((resolve) => setTimeout(resolve, SHUTDOWN_LIMIT_MS).unref())
    const ended = new Promise<void>((resolve) => running.process.onExit(() => resolve()))
    await Promise.race([running.client.shutdown().catch(() => {}), limit])
    running.process.kill()
    await Promise.race([ended, limit])
  }

  return { client: clientOf(link), hub, start: async () => void (await ready()), close }
}

/** Notes a start of the engine. @throws EngineFailed when there were too many of late. */
function noteStart(starts: number[]): void {
  const now = Date.now()
  while (starts[0] !== undefined && now - starts[0] > START_WINDOW_MS) starts.shift()
  if (starts.length > MAX_RESTARTS) {
    throw new EngineFailed(
      `The engine stopped ${starts.length} times within a minute and is left alone now. Your results are kept. Wait a minute, then try again.`,
      false,
    )
  }
  starts.push(now)
}

function clientOf(link: ClientLink<ClientContext>): EngineClient {
  return createORPCClient<EngineClient>(link)
}

/** Imports that did not end, oldest first. A workspace that cannot say so has none; its calls will tell why. */
async function interrupted(client: EngineClient): Promise<ImportInfo[]> {
  try {
    const { imports } = await client.workspace()
    const found = imports.filter((info) => info.state === 'interrupted')
    return found.sort((a, b) => a.startedAt.localeCompare(b.startedAt))
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'ENGINE_LOST') throw error
    return []
  }
}

function restarted(info: ImportInfo | null): TriageEvent {
  const where = info?.lastFile ?? info?.paths.join(', ')
  const message = where
    ? `The engine stopped unexpectedly while reading ${where} and was started again. What was read until then is kept; open it again to read the rest.`
    : 'The engine stopped unexpectedly and was started again on the same workspace.'
  return { type: 'engine-restarted', interrupted: info, message }
}
