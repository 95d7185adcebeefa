/** Exports on their way to the browser: written into the spool, fetched once by an unguessable address, then deleted. */
import { createReadStream } from 'node:fs'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { newToken } from '../host/grants.ts'
import type { ExportTarget } from '../host/platform.ts'
import { remove, type Spool } from './spool.ts'
import { safeName } from './spool-names.ts'
import { zipOf } from './zip.ts'

/** Milliseconds for which an export waits to be fetched: it holds addresses, and is not left lying about. */
const LIFE_MS = 10 * 60_000

export const DOWNLOAD_PREFIX = '/download/'

export interface Downloads {
  /** A place to write an export to; fetched from `DOWNLOAD_PREFIX` and its token, once. */
  prepare: (fileName: string) => ExportTarget
  /** The export, to be sent now; null where the token is unknown or used. */
  take: (token: string) => { fileName: string; stream: Readable } | null
}

export function createDownloads(spool: Spool): Downloads {
  const waiting = new Map<string, { folder: string; paths: string[]; fileName: string }>()

  function discard(token: string): void {
    const file = waiting.get(token)
    waiting.delete(token)
    if (file) remove(file.folder)
  }

  return {
    prepare(fileName) {
      const folder = spool.newFolder()
      const path = join(folder, safeName(fileName))
      const token = newToken()
      return {
        path,
        keepOthers: false,
        written({ files: paths }) {
          const name = paths.length > 1 ? zipName(fileName) : fileName
          waiting.set(token, { folder, paths, fileName: name })
          setTimeout(() => discard(token), LIFE_MS).unref()
          return { files: [name], download: DOWNLOAD_PREFIX + token }
        },
        failed: () => remove(folder),
      }
    },
    take(token) {
      const file = waiting.get(token)
      if (!file) return null
      waiting.delete(token)
      const [only = '', ...more] = file.paths
      const stream = more.length > 0 ? Readable.from(zipOf(file.paths)) : createReadStream(only)
      stream.once('close', () => remove(file.folder))
      return { fileName: file.fileName, stream }
    },
  }
}

/** A browser takes one file: a list in parts comes as `remove.zip`. */
const zipName = (fileName: string) => `${basename(fileName).replace(/\.[^.]+$/, '')}.zip`

/** RFC 6266: a plain name for old clients, the real one beside it. */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w .-]/g, '_')
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
