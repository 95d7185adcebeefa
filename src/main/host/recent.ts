/** The files opened last, kept beside the workspace until the person clears the list. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** Files kept: what fits in a menu. */
const MAX_RECENT = 10
/** Only its owner may read it: names of mailboxes are names of people. */
const PRIVATE = 0o600

const saved = z.array(z.object({ path: z.string().min(1), openedAt: z.iso.datetime() })).max(MAX_RECENT)

export interface RecentPath {
  path: string
  /** ISO 8601, UTC. */
  openedAt: string
}

export interface RecentFiles {
  /** Newest first; without those that are no longer there. */
  list: () => RecentPath[]
  add: (paths: readonly string[]) => void
  clear: () => void
}

/** Keeps the list in `file`; one that is missing or damaged is empty, and losing it is no reason to fail. */
export function createRecentFiles(file: string, now: () => Date = () => new Date()): RecentFiles {
  function read(): RecentPath[] {
    try {
      return saved.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return []
    }
  }
  return {
    list: () => read().filter(({ path }) => existsSync(path)),
    add(paths) {
      const openedAt = now().toISOString()
      const added = [...new Set(paths)].map((path) => ({ path, openedAt }))
      const others = read().filter(({ path }) => !paths.includes(path))
      try {
        writeFileSync(file, JSON.stringify([...added, ...others].slice(0, MAX_RECENT)), { mode: PRIVATE })
      } catch (error) {
        console.error('The list of files opened last was not saved:', error)
      }
    },
    clear: () => rmSync(file, { force: true }),
  }
}
