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

/** Lines shorter than this hold no run of blanks that would have to be cut. */
const SHORT_LINE = 200
/** Fewer blank lines in a row than this stay as they are. */
const FEW_BLANK_LINES = 3

/** What a text holds, at a glance: its longest line and its most blank lines in a row. */
function measured(text: string): { longest: number; blank: number } {
  let longest = 0
  let most = 0
  let blank = 0
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    longest = Math.max(longest, end - start)
    let at = start
    while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++
    blank = at === end ? blank + 1 : 0
    most = Math.max(most, blank)
    start = end + 1
  }
  return { longest, blank: most }
}

/** The text within the limits. Patterns that nothing can match are not tried: most texts are short lines of words. */
function within(text: string): string {
  let short = text.slice(0, MAX_WORDS)
  const { longest, blank } = measured(short)
  if (longest >= SHORT_LINE) short = short.replace(BLANKS, ' ')
  if (blank >= FEW_BLANK_LINES) short = short.replace(BLANK_LINES, '\n\n\n')
  return longest > MAX_LINE ? short.replace(LONG_LINE, '$1') : short
}

let last: { message: ParsedMessage; view: ParsedMessage } | null = null

/** The same message, its text within the limits. The message itself where it is within them already. */
export function shortened(message: ParsedMessage): ParsedMessage {
  if (last?.message === message) return last.view
  const { text } = message
  const short = within(text)
  const view: ParsedMessage = short === text ? message : Object.create(message, { text: { value: short } })
  last = { message, view }
  return view
}
