/** What the web host answers over HTTP: the window's own files, an upload, a download; nothing else. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { SECURITY_HEADERS } from '../host/csp.ts'
import type { WindowFiles } from '../host/window-files.ts'
import { type Access, TOKEN_HEADER } from './access.ts'
import { attachment, DOWNLOAD_PREFIX, type Downloads } from './downloads.ts'
import { refuse, refusePage, reply, replyJson } from './reply.ts'
import { type Upload, UploadError, type Uploads } from './uploads.ts'

const UPLOAD_PATH = '/upload'
/** Milliseconds for which a refused upload is still read and thrown away, so that the browser sees the answer. */
const LINGER_MS = 2_000

const NEEDS_TOKEN =
  'Open the address that Bounce Triage printed when it was started: it holds a key that is new for every run.'

export interface RequestParts {
  access: Access
  files: WindowFiles
  uploads: Uploads
  downloads: Downloads
}

interface Exchange {
  url: URL
  request: IncomingMessage
  response: ServerResponse
}

export async function answer(parts: RequestParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { access } = parts
  if (!access.hostAllowed(request)) {
    refuse(response, 403, 'Bounce Triage answers on 127.0.0.1 and localhost only.')
    return
  }
  if (!access.originAllowed(request, request.method !== 'GET')) {
    refuse(response, 403, 'This page may not talk to Bounce Triage.')
    return
  }
  // A request line may hold anything, a foreign address too.
  const url = request.url?.startsWith('/') ? URL.parse(`http://127.0.0.1${request.url}`) : null
  if (!url) {
    refuse(response, 404, 'Not found.')
    return
  }
  const upload = url.pathname === UPLOAD_PATH
  const method = upload ? 'POST' : 'GET'
  if (request.method !== method) refuse(response, 405, 'Not that way.', { Allow: method, Connection: 'close' })
  else if (upload) await receiveUpload(parts, { url, request, response })
  else if (url.pathname.startsWith(DOWNLOAD_PREFIX)) await sendDownload(parts, { url, request, response })
  else sendWindowFile(parts, { url, request, response })
}

function sendWindowFile({ access, files }: RequestParts, { url, request, response }: Exchange): void {
  const fresh = access.tokenFits(url.searchParams.get('token') ?? undefined)
  const isPage = url.pathname === '/'
  const file = files.get(isPage ? '/index.html' : url.pathname)
  if (!fresh && !access.cookieFits(request)) refusePage(response, 403, NEEDS_TOKEN)
  else if (!file) refuse(response, 404, 'Not found.')
  else {
    const cookie = access.cookie(request.socket.localPort ?? 0)
    reply(response, 200, file.type, file.body, isPage ? { 'Set-Cookie': cookie } : {})
  }
}

async function receiveUpload({ access, uploads }: RequestParts, { url, request, response }: Exchange): Promise<void> {
  try {
    if (!access.tokenFits(request.headers[TOKEN_HEADER]?.toString())) throw new UploadError(403, NEEDS_TOKEN)
    const grant = await uploads.receive(describedUpload(url, request), request)
    replyJson(response, 200, { grant })
  } catch (error) {
    if (!(error instanceof UploadError)) throw error
    refuse(response, error.status, error.message)
    if (request.complete) return
    request.resume()
    setTimeout(() => request.complete || request.destroy(), LINGER_MS).unref()
  }
}

/** @throws UploadError where a part of it is missing or malformed. */
function describedUpload(url: URL, request: IncomingMessage): Upload {
  const drop = url.searchParams.get('drop') ?? ''
  const entry = Number(url.searchParams.get('entry') ?? 'NaN')
  const path = url.searchParams.get('path') ?? ''
  const size = Number(request.headers['content-length'] ?? 'NaN')
  if (!/^[0-9a-f]{32}$/.test(drop) || !Number.isSafeInteger(entry) || entry < 0) {
    throw new UploadError(400, 'This upload does not say where it belongs.')
  }
  if (!Number.isSafeInteger(size)) throw new UploadError(411, 'This upload does not say how large it is.')
  return { drop, entry, path, size }
}

async function sendDownload({ downloads }: RequestParts, { url, response }: Exchange): Promise<void> {
  const found = downloads.take(url.pathname.slice(DOWNLOAD_PREFIX.length))
  if (!found) {
    refusePage(response, 404, 'This file was fetched already, or waited too long. Export it again.')
    return
  }
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': attachment(found.fileName),
  })
  // A browser that goes away in the middle is no failure of ours.
  await pipeline(found.stream, response).catch(() => response.destroy())
}
