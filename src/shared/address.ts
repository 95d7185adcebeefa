/** Addresses: how two spellings are known for one. */

/** The domain of an address, lower-cased; null without an `@` or with nothing behind it. */
export function domainOf(address: string): string | null {
  const at = address.lastIndexOf('@')
  if (at < 0 || at === address.length - 1) return null
  return address.slice(at + 1).toLowerCase()
}

/** The address with its domain lower-cased, the local part as written (RFC 5321 §2.4). */
export function normaliseAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 0 ? address : address.slice(0, at + 1) + address.slice(at + 1).toLowerCase()
}

/**
 * The form by which overrides, selections, removal lists and the never-remove list know an address:
 * two spellings that differ only in case are one address.
 */
export function canonicalAddress(address: string): string {
  return address.toLowerCase()
}
