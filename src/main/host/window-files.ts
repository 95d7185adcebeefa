/**
 * The built window, read into memory when a host starts. Requests are answered from this list by exact name, so no
 * address can reach any other file.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

export interface WindowFile {
  body: Buffer<ArrayBuffer>
  type: string
}

/** By path of the address (`/index.html`). */
export type WindowFiles = ReadonlyMap<string, WindowFile>

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
}

/**
 * All files below `folder` of a kind that a window needs; source maps and the like stay out.
 * @throws Error where the folder is missing: the app was not built.
 */
export function loadWindowFiles(folder: string): WindowFiles {
  const files = new Map<string, WindowFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[entry.name.split('.').at(-1) ?? '']
    if (!entry.isFile() || !type) continue
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length).split(sep).join('/')
    files.set(name.startsWith('/') ? name : `/${name}`, { body: readFileSync(path), type })
  }
  return files
}
