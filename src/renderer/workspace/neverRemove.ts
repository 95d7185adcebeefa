/** The never-remove list as text: one address or domain a line. Pure. */

/** Entries of the text, each once, tidied; a leading `@` of a domain is dropped. */
export function parseEntries(text: string): string[] {
  const entries = text
    .split(/[\s,;]+/)
    .map((line) => line.trim().replace(/^@/, '').toLowerCase())
    .filter((line) => line !== '')
  return [...new Set(entries)]
}

/** Entries that are neither an address nor a domain. */
export function strangeEntries(entries: readonly string[]): string[] {
  return entries.filter((entry) => {
    const domain = entry.slice(entry.lastIndexOf('@') + 1)
    return entry.startsWith('@') || !/^[^\s@.]+(\.[^\s@.]+)+$/u.test(domain)
  })
}
