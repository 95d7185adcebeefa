import type { HeaderBlock } from './headers.ts'
import { endsInDate } from './separatorDate.ts'

/**
 * How a `From ` line is written. Dated: any sender, then a date. Bare: `From ` (Thunderbird), `From - ` (Netscape).
 * Address: a sender alone (Takeout's `From 184…@xxx`), or with a date that nobody can read. Word: one word.
 */
export type SeparatorForm = 'dated' | 'bare' | 'address' | 'word' | 'prose'

const SENDER = /^(?:[^\s@]+@[^\s@]*|mailer[-_]daemon)(?=\s|$)/i
/** A clock and a year, in whatever language the rest is. */
const CLOCK_AND_YEAR = /\d{1,2}[:.]\d\d.*\b(?:19|20)\d\d\b|\b(?:19|20)\d\d\b.*\d{1,2}[:.]\d\d/

/** @param line from `From ` to the line's end, without it */
export function separatorForm(line: string): SeparatorForm {
  const rest = line.slice(5).trim()
  if (rest === '' || rest === '-') return 'bare'
  if (endsInDate(rest)) return 'dated'
  const sender = SENDER.exec(rest)?.[0]
  if (sender !== undefined) {
    const more = rest.slice(sender.length)
    return more === '' || CLOCK_AND_YEAR.test(more) ? 'address' : 'prose'
  }
  return /\s/.test(rest) ? 'prose' : 'word'
}

/** Where a `From ` line stands. */
export interface Surroundings {
  /** The line before it is empty, or there is none. */
  afterEmptyLine: boolean
  /** The line before it is a ruler (`-----`), which announces a quoted message. */
  afterRuler: boolean
  /** What follows at once. */
  headers: HeaderBlock
}

/**
 * Whether a `From ` line looks like the start of a message. Header lines follow it at once; how many must be known names
 * depends on how telling the line itself is. One header-like line alone (`Year: 1963`) proves nothing.
 * The open MIME part is asked elsewhere (`MessageShape`).
 */
export function startsMessage(form: SeparatorForm, { afterEmptyLine, afterRuler, headers }: Surroundings): boolean {
  const { lines, known, closed } = headers
  if (!afterEmptyLine) {
    if (afterRuler) return false
    return form === 'dated' ? known >= 2 : form !== 'prose' && form !== 'word' && known >= 3
  }
  switch (form) {
    case 'dated':
      // An empty block is a message without headers: a dated separator after an empty line is proof enough.
      return known >= 1 || closed || lines >= 3
    case 'bare':
    case 'address':
      return known >= 2 || (known === 1 && closed)
    case 'word':
      return known >= 3
    case 'prose':
      return false
  }
}

/** Whether a later `From ` line ends a message in a file that began without one: it may well be a single saved message. */
export function startsMessageAfterHeaders(form: SeparatorForm, around: Surroundings): boolean {
  if (!around.afterEmptyLine || form === 'prose' || form === 'word') return false
  return around.headers.known >= (form === 'dated' ? 2 : 3)
}
