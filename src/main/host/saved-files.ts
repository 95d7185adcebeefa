/** What was saved lately, by tokens: a window can have it shown in its folder, and can name no other file. */
import { newToken } from './grants.ts'

/** Of older ones the window has long forgotten the token. */
const MAX_KEPT = 50

export interface SavedFiles {
  /** The token for a file. */
  add: (path: string) => string
  /** The file of that token; null where there is none. */
  get: (token: string) => string | null
}

export function createSavedFiles(): SavedFiles {
  const files = new Map<string, string>()
  return {
    add(path) {
      const token = newToken()
      files.set(token, path)
      for (const oldest of files.keys()) {
        if (files.size <= MAX_KEPT) break
        files.delete(oldest)
      }
      return token
    },
    get: (token) => files.get(token) ?? null,
  }
}
