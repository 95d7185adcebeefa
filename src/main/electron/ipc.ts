/** The two things a window may ask the app for: a port for its calls, and tokens for files that were dropped on it. */
import { stat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { ORPCError, onError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, MessageChannelMain } from 'electron'
import { z } from 'zod'
import { CHANNELS } from '../../shared/bridge.ts'
import type { HostParts, WindowRouter } from '../host/router.ts'
import type { IsOwn } from './origin.ts'
import { local } from './platform.ts'

/** Most files of one drop; a folder counts as one. */
const MAX_DROPPED = 10_000
const droppedPaths = z.array(z.string().min(1).max(32_768)).max(MAX_DROPPED)

export function serveWindows(router: WindowRouter, { grants }: HostParts, isOwn: IsOwn): void {
  const handler = new RPCHandler(router, { interceptors: [onError(logUnexpected)] })

  ipcMain.on(CHANNELS.connect, (event) => {
    if (!isOwnPage(event, isOwn)) return
    const { port1, port2 } = new MessageChannelMain()
    handler.upgrade(port1)
    port1.start()
    event.senderFrame?.postMessage(CHANNELS.port, null, [port2])
  })

  ipcMain.handle(CHANNELS.grant, async (event, input: unknown): Promise<string[]> => {
    if (!isOwnPage(event, isOwn)) throw new Error('Not allowed.')
    const paths = droppedPaths.parse(input).filter((path) => isAbsolute(path))
    const there = await Promise.all(paths.map(exists))
    return paths.filter((_, index) => there[index]).map((path) => grants.add(local(path)))
  })
}

/** The window's own page asks, at the top: no frame within it, no page that it was led to. */
export function isOwnPage({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent, isOwn: IsOwn): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwn(senderFrame.url)
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}

/** What the contract does not name as an error is a fault of ours: the window gets a code, the log the rest. */
function logUnexpected(error: unknown): void {
  if (!(error instanceof ORPCError)) console.error('A call of the window failed:', error)
}
