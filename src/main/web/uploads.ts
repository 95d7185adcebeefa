/** Files that the browser sends: taken into the spool, granted by what was dropped, deleted after their import. */
import { type FileHandle, mkdir, open, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Granted, Grants } from '../host/grants.ts'
import { PRIVATE_FILE, PRIVATE_FOLDER, remove, type Spool } from './spool.ts'
import { numbered, safeName, safeSegments } from './spool-names.ts'

/** Bytes of one upload: no mailbox is larger, and a broken window must not fill the disk. */
const MAX_UPLOAD_BYTES = 256 * 1024 ** 3
/** Bytes that stay free on the disk, for the workspace itself. */
const RESERVED_BYTES = 64 * 1024 ** 2
/** Files taken in at a run: more would exhaust what the file system can count. */
const MAX_FILES = 1_000_000
/** Files of one folder whose names differ only in what the disk does not allow. */
const MAX_SAME_NAME = 1_000
/** Ended imports remembered, for an end that is told before the beginning was. */
const MAX_ENDED = 100

/** A file that could not be taken in: an HTTP status and a sentence. */
export class UploadError extends Error {
  override name = 'UploadError'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** One file of a drop. */
export interface Upload {
  /** The drop: 32 hexadecimal digits of the window's choice. */
  drop: string
  /** Which of the things dropped: all files of one dropped folder share it, and become one grant. */
  entry: number
  /** Relative path, beginning with the name of what was dropped; an empty folder ends in `/`. */
  path: string
  /** Bytes. */
  size: number
}

export interface Uploads {
  /** Takes a file in. @returns the grant of its entry. @throws UploadError; the whole entry is deleted then. */
  receive: (upload: Upload, body: Readable) => Promise<string>
  /** These files belong to an import now, and are kept until it ends. */
  opened: (importId: string, files: readonly Granted[]) => void
  ended: (importId: string) => void
  /** The engine is gone, and every import with it. */
  allEnded: () => void
}

interface Entry {
  token: string
  folder: string
  label: string
}

interface UploadsOptions {
  spool: Spool
  grants: Grants
  /** Makes a new file; fails with EEXIST where there is one. A test gives one on a full disk. */
  create?: (path: string) => Promise<FileHandle>
}

export function createUploads({ spool, grants, create = createNew }: UploadsOptions): Uploads {
  const entries = new Map<string, Entry>()
  const folders = new Map<string, string[]>()
  const ended = new Set<string>()
  let files = 0

  function entryOf({ drop, entry }: Upload, label: string): Entry {
    const key = `${drop}/${entry}`
    const known = entries.get(key)
    if (known) return known
    const folder = spool.newFolder()
    const token = grants.add({ path: join(folder, safeName(label)), label, spooled: true })
    const made = { token, folder, label }
    entries.set(key, made)
    return made
  }

  function forget(folder: string): void {
    for (const [key, entry] of entries) if (entry.folder === folder) entries.delete(key)
  }

  async function receive(upload: Upload, body: Readable): Promise<string> {
    const names = safeSegments(upload.path)
    const label = upload.path.split('/', 1)[0] ?? ''
    if (!names || !label) throw new UploadError(400, 'A name is empty or nested too deep to be taken in.')
    if (upload.size > MAX_UPLOAD_BYTES) throw new UploadError(413, `${label} is too large to be uploaded.`)
    files += 1
    if (files > MAX_FILES) throw new UploadError(413, 'Too many files were uploaded. Start Bounce Triage anew.')
    let entry: Entry | null = null
    try {
      entry = entryOf(upload, label)
      if (entry.label !== label) throw new UploadError(400, 'All files of an entry are below one name.')
      await checkRoom(entry.folder, upload)
      const file = upload.path.endsWith('/') ? null : (names.pop() ?? null)
      const folder = join(entry.folder, ...names)
      await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER })
      if (file) await store(body, await createNumbered(create, folder, file))
      return entry.token
    } catch (error) {
      if (entry) {
        grants.revoke([entry.token])
        forget(entry.folder)
        remove(entry.folder)
      }
      throw asUploadError(error as NodeJS.ErrnoException, upload)
    }
  }

  return {
    receive,
    opened(importId, granted) {
      const own = granted.filter((file) => file.spooled).map((file) => dirname(file.path))
      for (const folder of own) forget(folder)
      if (ended.delete(importId)) own.forEach(remove)
      else folders.set(importId, own)
    },
    ended(importId) {
      const own = folders.get(importId)
      own?.forEach(remove)
      folders.delete(importId)
      if (own) return
      ended.add(importId)
      for (const oldest of ended) {
        if (ended.size <= MAX_ENDED) break
        ended.delete(oldest)
      }
    },
    allEnded() {
      for (const own of folders.values()) own.forEach(remove)
      folders.clear()
    },
  }
}

/** Writes the body to the file. On failure the body stays open: its sender is still to be told why. */
async function store(body: Readable, file: FileHandle): Promise<void> {
  await pipeline(body.iterator({ destroyOnReturn: false }), file.createWriteStream())
}

function createNew(path: string): Promise<FileHandle> {
  return open(path, 'wx', PRIVATE_FILE)
}

async function createNumbered(create: typeof createNew, folder: string, name: string): Promise<FileHandle> {
  for (let number = 1; number < MAX_SAME_NAME; number++) {
    try {
      return await create(join(folder, numbered(name, number)))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  throw new UploadError(400, `Too many files in one folder are called ${name}.`)
}

async function checkRoom(folder: string, upload: Upload): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < upload.size + RESERVED_BYTES) throw diskFull(upload)
}

function diskFull({ path, size }: Upload): UploadError {
  const needed = size < 1e9 ? `${Math.ceil(size / 1e6)} MB` : `${(size / 1e9).toFixed(1)} GB`
  return new UploadError(
    507,
    `The disk is full: there is no room for ${path} (${needed}). Make room, or set BOUNCE_TRIAGE_DATA to a folder on another disk.`,
  )
}

function asUploadError(error: NodeJS.ErrnoException, upload: Upload): UploadError {
  if (error instanceof UploadError) return error
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return diskFull(upload)
  if (error.code === 'ERR_STREAM_PREMATURE_CLOSE' || error.code === 'ECONNRESET') {
    return new UploadError(400, `${upload.path} arrived only in part.`)
  }
  return new UploadError(500, `${upload.path} could not be stored (${error.message}).`)
}
