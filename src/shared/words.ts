/** Counts as people read them, in the reader's locale (`undefined`: the system's). */

/** A whole number with the locale's grouping. */
export function formatCount(value: number, locale?: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value)
}

/** `3 messages`, `1 message`: the count in the locale, the noun in English. */
export function countOf(value: number, one: string, many = `${one}s`, locale?: string): string {
  return `${formatCount(value, locale)} ${value === 1 ? one : many}`
}
