/**
 * The words of a message as detectors for single senders read them: a report's words are short, and patterns that try every
 * beginning of a line, or every length of a word, would take seconds over megabytes of one line or of blank ones.
 */
import type { ParsedMessage } from '../message/types.ts'

/** Characters of all words together: room for the longest lists of recipients. */
export const MAX_WORDS = 256 * 1024

/** Characters of a line. RFC 5322 §2.1.1 allows 998; replies that were unwrapped are longer. */
export const MAX_LINE = 2_000

const LONG_LINE = new RegExp(`^(.{${MAX_LINE}}).+$`, 'gm')
const BLANK_LINES = /\n(?:[ \t]*\n){3,}/g
const BLANKS = /[ \t]{200,}/g

/** Lines shorter than this hold neither a run of blanks nor a long line that would have to be cut. */
const SHORT_LINE = 200
/** Fewer blank lines in a row than this stay as they are. */
const FEW_BLANK_LINES = 3

/** True for texts that are plainly within the limits, as nearly all are: short lines, few blank ones in a row. */
function isOrdinary(text: string): boolean {
  if (text.length > MAX_WORDS) return false
  let blank = 0
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (end - start >= SHORT_LINE) return false
    let at = start
    while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++
    blank = at === end ? blank + 1 : 0
    if (blank >= FEW_BLANK_LINES) return false
    start = end + 1
  }
  return true
}

const views = new WeakMap<ParsedMessage, ParsedMessage>()

/** The same message, its text within the limits. The message itself where it is within them already. */
export function shortened(message: ParsedMessage): ParsedMessage {
  const known = views.get(message)
  if (known) return known
  const { text } = message
  if (isOrdinary(text)) return message
  const short = text.slice(0, MAX_WORDS).replace(BLANKS, ' ').replace(BLANK_LINES, '\n\n\n').replace(LONG_LINE, '$1')
  const view: ParsedMessage = short === text ? message : Object.create(message, { text: { value: short } })
  views.set(message, view)
  return view
}
