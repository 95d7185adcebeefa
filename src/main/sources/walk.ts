import { type BigIntStats, statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { breather } from './breather.ts'
import { problemOf } from './problems.ts'

/** What a folder tree holds, in a stable order. */
export type Found =
  | {
      type: 'file'
      path: string
      /** Each file is one message: a Maildir's `cur` or `new`. */
      maildir: boolean
      /** Mail programs keep files of this name beside mail: if it holds none, nobody needs to be told. */
      index: boolean
    }
  | { type: 'unread'; path: string; why: string }

/** Indexes, settings and leftovers of Thunderbird, Dovecot, Courier, Evolution, MH, Apple Mail and file managers. */
const INDEX_FILE =
  /^(?:.*\.(?:msf|wdseml|cmeta|ev-summary(?:-meta)?|ibex\.index(?:\.data)?|plist|dat|lock)|(?:filter|junk)log\.html|dovecot[\w.-]*|maildirsize|maildirfolder|courierimap\w*|courierpop3\w*|subscriptions|table_of_contents|\.mh_sequences|\.xmhcache|\.uidvalidity|\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|archive_browser\.html)$/i

/** Whether mail programs keep a file of this name beside mail. */
export function isIndexFile(name: string): boolean {
  return INDEX_FILE.test(name)
}

interface Pending {
  path: string
  kind: 'file' | 'folder' | 'unknown'
  maildir: boolean
  inFolder: boolean
}

/** Walks files and folders, links followed once; never opens a pipe, a socket or a device. */
export async function* walk(path: string): AsyncGenerator<Found> {
  const seen = new Set<string>()
  const pending: Pending[] = [{ path, kind: 'unknown', maildir: await isMaildirLeaf(path), inFolder: false }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    try {
      if (next.kind === 'file') {
        yield { type: 'file', path: next.path, maildir: next.maildir, index: isIndexFile(basename(next.path)) }
        continue
      }
      const stats = await stat(next.path, { bigint: true })
      if (stats.isFile()) {
        const index = next.inFolder && isIndexFile(basename(next.path))
        yield { type: 'file', path: next.path, maildir: next.maildir, index }
      } else if (!stats.isDirectory()) {
        yield { type: 'unread', path: next.path, why: `It is ${specialKind(stats)}, not a file.` }
      } else {
        const identity = `${stats.dev}:${stats.ino}`
        if (seen.has(identity)) continue
        seen.add(identity)
        pending.push(...(await childrenOf(next.path, next.maildir)))
      }
    } catch (error) {
      yield { type: 'unread', path: next.path, why: sentenceFor(next.path, error) }
    }
  }
}

/** Bytes on disk below `paths`; what cannot be read counts nothing. For progress. */
export async function sizeOf(paths: string[]): Promise<number> {
  const breathe = breather()
  let total = 0
  for (const path of paths) {
    for await (const found of walk(path)) {
      await breathe()
      if (found.type === 'file') total += sizeAt(found.path)
    }
  }
  return total
}

function sizeAt(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

/** A sentence about an error at `path`. */
export function sentenceFor(path: string, error: unknown): string {
  if (path.includes('\ufffd')) return 'Its name is not valid UTF-8, so it cannot be opened. Rename it.'
  return problemOf(error)
}

/** The last first, for a stack. */
async function childrenOf(folder: string, insideMaildir: boolean): Promise<Pending[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = new Set(entries.map((entry) => entry.name))
  const isMaildir = names.has('cur') && names.has('new')
  entries.sort((a, b) => (a.name < b.name ? 1 : -1))
  const children: Pending[] = []
  for (const entry of entries) {
    // What is in tmp has not been delivered yet.
    if (isMaildir && entry.name === 'tmp') continue
    children.push({
      path: join(folder, entry.name),
      kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'unknown',
      maildir: insideMaildir || (isMaildir && (entry.name === 'cur' || entry.name === 'new')),
      inFolder: true,
    })
  }
  return children
}

/** Whether somebody picked the `cur` or `new` of a Maildir itself. */
async function isMaildirLeaf(path: string): Promise<boolean> {
  if (!/^(?:cur|new)$/.test(basename(path))) return false
  const siblings = await readdir(dirname(path)).catch((): string[] => [])
  return siblings.includes('cur') && siblings.includes('new')
}

function specialKind(stats: BigIntStats): string {
  if (stats.isFIFO()) return 'a pipe'
  if (stats.isSocket()) return 'a socket'
  if (stats.isCharacterDevice() || stats.isBlockDevice()) return 'a device'
  return 'something special'
}
