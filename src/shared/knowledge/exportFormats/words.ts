/** What there is to say of a format, in sentences; for the window, the command line and the documentation. Pure. */
import { type FormatInfo, listFormat, type Standing } from './index.ts'

const MEGABYTE = 1_000_000

export const STANDING_WORDS: Record<Standing, string> = {
  documented: 'Documented',
  partly: 'Partly verified',
  'not-verified': 'Not verified',
}

/** Why a format is to be tried with a few addresses first; null for documented ones. */
export const STANDING_WARNINGS: Record<Standing, string | null> = {
  documented: null,
  partly: 'Partly verified: its vendor does not document every detail of the file. Try a few addresses first.',
  'not-verified': 'Not verified: its vendor documents no such file. Try a few addresses first.',
}

/** How much one file may hold; null where no limit is known. `locale` is there for tests and pages. */
export function limitOf({ name }: FormatInfo, locale?: string): string | null {
  const format = listFormat(name)
  const number = new Intl.NumberFormat(locale)
  if (format?.maxRows) return `At most ${number.format(format.maxRows)} addresses a file; longer lists are split.`
  if (format?.maxBytes) return `At most ${number.format(format.maxBytes / MEGABYTE)} MB a file; longer lists are split.`
  return null
}
