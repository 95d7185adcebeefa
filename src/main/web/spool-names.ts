/** Names that a browser sends with its files, made safe to lie in the spool. */

/** Bytes of one name: file systems take 255, and a suffix may have to fit. */
const MAX_NAME_BYTES = 200
/** Folders within folders: deeper ones would exceed the longest path some systems take. */
const MAX_DEPTH = 40

/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
/** What no name may hold: control characters and the separators of any system. */
const NEVER = /[\u0000-\u001f\u007f/\\]/g
/** What Windows forbids besides. A Maildir's names hold colons, so elsewhere these stay. */
const NEVER_ON_WINDOWS = /[<>:"|?*]/g

/**
 * The relative path `a/b/c` as safe names, from the outermost. Always at least one; never `.`, `..`, empty or absolute.
 * @returns null when it is nested too deep.
 */
export function safeSegments(path: string, platform: NodeJS.Platform = process.platform): string[] | null {
  const segments = path.split(/[/\\]/).filter((segment) => segment !== '' && segment !== '.')
  if (segments.length > MAX_DEPTH) return null
  return segments.length > 0 ? segments.map((segment) => safeName(segment, platform)) : ['unnamed']
}

/** One name, safe on this platform and no longer than a file system takes. */
export function safeName(name: string, platform: NodeJS.Platform = process.platform): string {
  let safe = name.toWellFormed().replace(NEVER, '_')
  if (platform === 'win32') {
    safe = safe.replace(NEVER_ON_WINDOWS, '_').replace(/[. ]+$/, '')
    if (DEVICE.test(safe)) safe = `_${safe}`
  }
  if (safe === '..' || safe === '.') safe = safe.replaceAll('.', '_')
  return shorten(safe) || 'unnamed'
}

/** A second file of the same name gets a number. */
export function numbered(name: string, number: number): string {
  return number === 1 ? name : `${name}~${number}`
}

/** Cuts the middle, so that beginning and extension stay; never within a character. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_NAME_BYTES) return name
  const characters = Array.from(name)
  while (Buffer.byteLength(characters.join('')) > MAX_NAME_BYTES) {
    characters.splice(Math.floor(characters.length / 2), 1)
  }
  return characters.join('')
}
