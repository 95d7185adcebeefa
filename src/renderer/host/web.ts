/** The window in a browser: calls over a WebSocket, files by upload. */
import { createORPCClient } from '@orpc/client'
import { readDrop, readFileList } from './dropped.ts'
import type { Host, TriageApi } from './host.ts'
import { listen } from './listen.ts'
import { socketLink } from './socket-link.ts'
import { uploadAll } from './upload.ts'

/** Under which the page keeps its token; storage belongs to this address and port alone, as cookies do not. */
const TOKEN_KEY = 'bounce-triage-token'

export function connectWeb(): Host {
  const token = takeToken()
  const address = new URL('/api', location.href)
  address.protocol = 'ws:'
  // A socket cannot send headers of its own; the protocols it offers can carry the token.
  const api = createORPCClient<TriageApi>(socketLink(() => new WebSocket(address, ['bounce-triage', token])))
  return {
    kind: 'web',
    api,
    grantDrop: async (data, options) => uploadAll(await readDrop(data), token, options),
    grantFiles: async (files, options) => uploadAll(readFileList(files), token, options),
    listen: (listener) => listen(api, listener),
  }
}

/** The token of the printed address, kept for reloads and bookmarks, and taken out of the address bar. */
function takeToken(): string {
  const address = new URL(location.href)
  const given = address.searchParams.get('token')
  if (given === null) return localStorage.getItem(TOKEN_KEY) ?? 'none'
  localStorage.setItem(TOKEN_KEY, given)
  address.searchParams.delete('token')
  history.replaceState(history.state, '', address)
  return given
}
