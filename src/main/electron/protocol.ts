/** Serves the window's files under `app://`: from a list in memory, so that no address reaches any other file. */
import { type CustomScheme, protocol, type Session } from 'electron'
import { SECURITY_HEADERS } from '../host/csp.ts'
import type { WindowFiles } from '../host/window-files.ts'
import { SCHEME } from './origin.ts'

const PRIVILEGES: CustomScheme = { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }

/** To be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([PRIVILEGES])
}

export function serveWindowFiles(session: Session, files: WindowFiles): void {
  session.protocol.handle(SCHEME, (request) => answer(files, request))
}

export function answer(files: WindowFiles, { url, method }: Pick<Request, 'url' | 'method'>): Response {
  if (method !== 'GET') return new Response(null, { status: 405, headers: { ...SECURITY_HEADERS, Allow: 'GET' } })
  const file = files.get(URL.parse(url)?.pathname ?? '')
  if (!file) return new Response('Not found.', { status: 404, headers: SECURITY_HEADERS })
  return new Response(file.body, { headers: { ...SECURITY_HEADERS, 'Content-Type': file.type } })
}
