/** Sends files to the web host, several at a time, and collects one grant for each thing that was dropped. */
import type { DroppedFile } from './dropped.ts'
import { type GrantOptions, HostError } from './host.ts'

/** Uploads at a time: folders of small files are slow one by one, and a browser opens six connections to a host. */
const AT_A_TIME = 4

/** @returns one grant for each entry, in their order. @throws HostError with the host's own sentence. */
export async function uploadAll(
  files: readonly DroppedFile[],
  token: string,
  { onProgress, signal }: GrantOptions = {},
): Promise<string[]> {
  const drop = newDrop()
  const grants = new Map<number, string>()
  const progress = { files: 0, totalFiles: files.length, bytes: 0, totalBytes: 0 }
  for (const { file } of files) progress.totalBytes += file?.size ?? 0
  const stop = new AbortController()
  const sending = { drop, token, signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal }

  const queue = files.values()
  const worker = async (): Promise<void> => {
    for (const dropped of queue) {
      let known = 0
      const sent = (bytes: number): void => {
        progress.bytes += bytes - known
        known = bytes
        onProgress?.({ ...progress })
      }
      grants.set(dropped.entry, await uploadOne(dropped, { ...sending, sent }))
      progress.files += 1
      sent(dropped.file?.size ?? 0)
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_A_TIME }, worker))
  } catch (error) {
    // One that fails ends the others: what was dropped belongs together.
    stop.abort(error)
    throw error
  }
  return [...grants].sort(([a], [b]) => a - b).map(([, grant]) => grant)
}

interface Sending {
  drop: string
  token: string
  signal: AbortSignal
  sent: (bytes: number) => void
}

/** XMLHttpRequest, because fetch does not tell how much was sent. */
function uploadOne({ entry, path, file }: DroppedFile, { drop, token, signal, sent }: Sending): Promise<string> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason)
      return
    }
    const request = new XMLHttpRequest()
    const abort = (): void => request.abort()
    signal.addEventListener('abort', abort, { once: true })
    request.open('POST', `/upload?${new URLSearchParams({ drop, entry: String(entry), path })}`)
    request.setRequestHeader('X-Bounce-Triage-Token', token)
    request.responseType = 'json'
    request.upload.onprogress = (event) => sent(event.loaded)
    request.onabort = () => reject(signal.reason)
    request.onerror = () =>
      reject(
        new HostError(
          `${path} could not be sent: it was changed meanwhile, may not be read, or Bounce Triage was stopped.`,
        ),
      )
    request.onload = () => {
      const answer = request.response as { grant?: string; message?: string } | null
      if (request.status === 200 && answer?.grant) resolve(answer.grant)
      else reject(new HostError(answer?.message ?? `${path} was not taken in.`))
    }
    request.onloadend = () => signal.removeEventListener('abort', abort)
    request.send(file)
  })
}

/** 128 random bits, which tie the files of one drop together. */
function newDrop(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
