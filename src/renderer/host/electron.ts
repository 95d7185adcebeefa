/** The window in Electron: calls over a message port, files by their path on the disk. */
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { type Bridge, PORT_MESSAGE } from '../../shared/bridge.ts'
import type { Host, TriageApi } from './host.ts'
import { listen } from './listen.ts'

/** Resolves when the app has handed over its port. */
export async function connectElectron(bridge: Bridge<File>): Promise<Host> {
  const port = await receivePort(bridge)
  const api = createORPCClient<TriageApi>(new RPCLink({ port }))
  port.start()
  return {
    kind: 'electron',
    api,
    // A dropped folder is among the files too, as a file with the folder's path.
    grantDrop: (data) => bridge.grantFiles(Array.from(data.files)),
    grantFiles: (files) => bridge.grantFiles(Array.from(files)),
    listen: (listener) => listen(api, listener),
  }
}

/** Listens before it asks, and takes the port only from this window itself. */
function receivePort(bridge: Bridge<File>): Promise<MessagePort> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent): void => {
      const [port] = event.ports
      if (event.source !== window || event.data !== PORT_MESSAGE || !port) return
      window.removeEventListener('message', receive)
      resolve(port)
    }
    window.addEventListener('message', receive)
    bridge.connect()
  })
}
