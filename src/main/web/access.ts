/**
 * Who may talk to the web host. Three locks, each for another thief:
 * - the token (in the printed address, then in the page's own storage) keeps out other people on this machine;
 * - the Host check keeps out pages of foreign names that resolve to 127.0.0.1 (DNS rebinding);
 * - the Origin check keeps out pages of other servers on this machine, which share its cookies.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Names of this machine. Any port: an SSH tunnel may give us another one. */
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])
/** Seconds a browser keeps the cookie: a bookmark works as long as this run does, also after the browser was closed. */
const COOKIE_AGE = 24 * 60 * 60
/** What a window's socket speaks; the second protocol it names is the token. */
export const SOCKET_PROTOCOL = 'bounce-triage'
export const TOKEN_HEADER = 'x-bounce-triage-token'

export interface Access {
  token: string
  /** The Host header names this machine. */
  hostAllowed: (request: IncomingMessage) => boolean
  /** The request comes from a page of ours (or, where `required` is not set, from no page at all). */
  originAllowed: (request: IncomingMessage, required: boolean) => boolean
  tokenFits: (token: string | undefined) => boolean
  /** The browser was here with the token before. Opens the window's own files, and nothing else. */
  cookieFits: (request: IncomingMessage) => boolean
  /** The Set-Cookie header. The cookie does not tell the token: cookies reach other ports of this machine too. */
  cookie: (port: number) => string
}

export function createAccess(token: string): Access {
  const pass = createHash('sha256').update(`window:${token}`).digest('hex')
  return {
    token,
    hostAllowed: ({ headers }) => LOOPBACK.has(hostName(headers.host ?? '')),
    originAllowed({ headers }, required) {
      if (headers.origin === undefined) return !required
      return headers.origin === `http://${headers.host}`
    },
    tokenFits: (given) => equal(given, token),
    cookieFits: ({ headers }) => cookies(headers.cookie ?? '').some((value) => equal(value, pass)),
    cookie: (port) => `bounce-triage-${port}=${pass}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${COOKIE_AGE}`,
  }
}

/** The token among the protocols a socket offers (RFC 6455 §4.2.1). */
export function socketToken(request: IncomingMessage): string | undefined {
  const [protocol, token] = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  return protocol === SOCKET_PROTOCOL ? token : undefined
}

function hostName(host: string): string {
  return host.replace(/:\d{1,5}$/, '').toLowerCase()
}

/** Values of the cookies that are ours. */
function cookies(header: string): string[] {
  const pairs = header.split(';').map((pair) => pair.trim().split('='))
  return pairs.filter(([name]) => name?.startsWith('bounce-triage-')).map(([, value]) => value ?? '')
}

/** Takes the same time wherever the first difference is. */
function equal(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
