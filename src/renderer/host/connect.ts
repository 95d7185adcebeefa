/** Finds the host of this window: Electron where its bridge is there, else the web host that served the page. */
import { BRIDGE, type Bridge } from '../../shared/bridge.ts'
import { connectElectron } from './electron.ts'
import type { Host } from './host.ts'
import { connectWeb } from './web.ts'

declare global {
  interface Window {
    [BRIDGE]?: Bridge<File>
  }
}

/** To be called once, before the address of the page is read: the web host's token is taken out of it. */
export async function connectHost(): Promise<Host> {
  const bridge = window[BRIDGE]
  return bridge ? await connectElectron(bridge) : connectWeb()
}
