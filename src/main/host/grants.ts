/**
 * Grants: what a person chose by drop, picker, command line or the system's "open with". A window holds tokens only;
 * the engine opens no path that has none.
 */
import { randomBytes } from 'node:crypto'

/** Most grants held at once; the oldest go first. Keeps a broken window from filling the host's memory. */
const MAX_GRANTS = 100_000

export interface Granted {
  /** Absolute path of a file or folder. */
  path: string
  /** How the person knows it: its name, not the place of an upload. */
  label: string
  /** A copy made for this import, deleted after it. */
  spooled: boolean
}

export interface Grants {
  /** @returns the token: 32 hexadecimal digits. */
  add: (entry: Granted) => string
  /** All of them, in order; null where one is unknown. */
  resolve: (tokens: readonly string[]) => Granted[] | null
  /** Takes tokens back: a spooled copy serves one import only. */
  revoke: (tokens: readonly string[]) => void
}

/** An unguessable name: 128 random bits as 32 hexadecimal digits. */
export function newToken(): string {
  return randomBytes(16).toString('hex')
}

export function createGrants(): Grants {
  const granted = new Map<string, Granted>()
  return {
    add(entry) {
      const token = newToken()
      granted.set(token, entry)
      for (const oldest of granted.keys()) {
        if (granted.size <= MAX_GRANTS) break
        granted.delete(oldest)
      }
      return token
    },
    resolve(tokens) {
      const entries = tokens.map((token) => granted.get(token))
      return entries.every((entry) => entry !== undefined) ? entries : null
    },
    revoke(tokens) {
      for (const token of tokens) granted.delete(token)
    },
  }
}
