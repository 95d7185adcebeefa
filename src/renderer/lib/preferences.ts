/** Small choices that outlive the window, kept in its local storage. A store that is full or shut changes nothing. */

const PREFIX = 'bounce-triage.'

/** What was kept under `key`, merged over `fallback`; the fallback where it is missing or of another shape. */
export function loadPreference<T extends object>(key: string, fallback: T): T {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return fallback
    return { ...fallback, ...pickKnown(kept, fallback) }
  } catch {
    return fallback
  }
}

export function savePreference(key: string, value: object): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value))
  } catch {
    // Private windows and full disks refuse; the choice then lasts as long as the window.
  }
}

export function forgetPreference(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key)
  } catch {
    // As above.
  }
}

/** Keeps only fields that the fallback has, of the same type. */
export function pickKnown<T extends object>(kept: object, fallback: T): Partial<T> {
  const known: Partial<T> = {}
  for (const key of Object.keys(fallback) as (keyof T & string)[]) {
    const value = (kept as Record<string, unknown>)[key]
    const like = fallback[key]
    if (
      typeof value === typeof like &&
      Array.isArray(value) === Array.isArray(like) &&
      (value === null) === (like === null)
    )
      known[key] = value as T[typeof key]
  }
  return known
}
