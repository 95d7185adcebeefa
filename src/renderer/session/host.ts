/** The host this window is connected to. There is one window, so there is one. */
import type { Host, TriageApi } from '../host/host.ts'

let current: Host | null = null

export function setHost(host: Host): void {
  current = host
}

/** The host; throws before the window has connected, when nothing can be asked for anyway. */
export function host(): Host {
  if (current === null) throw new Error('The window is not connected yet.')
  return current
}

export function api(): TriageApi {
  return host().api
}
