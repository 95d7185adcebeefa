/** Reading the words of a report: what detectors for single senders have in common. All functions are pure and linear. */
import { findAddresses, isHidden } from '../message/addresses.ts'
import type { Headers, ParsedMessage } from '../message/types.ts'

/** Paragraphs: runs of lines between blank ones, in order. */
export function paragraphs(text: string): string[] {
  return text.split(/\n(?:[ \t]*\n)+/).filter((paragraph) => paragraph.trim() !== '')
}

/** The text behind the first match of `start`, up to the first match of `end` behind it (or the end); null without one. */
export function between(text: string, start: RegExp, end?: RegExp): string | null {
  const from = start.exec(text)
  if (!from) return null
  const rest = text.slice(from.index + from[0].length)
  const to = end?.exec(rest)
  return to ? rest.slice(0, to.index) : rest
}

/** One recipient and what stands under it. */
export interface Block {
  /** As written, brackets and quotes gone. */
  recipient: string
  /** What follows on its line and below, up to the next recipient; lines trimmed and joined by LF. */
  reason: string
}

/**
 * Recipients that begin a line, each with the reason behind it (`<a@b>: reason`, `a@b\n   reason`). `line` must match at
 * the start of a line and capture the address in its first group; what it captures in its second begins the reason.
 */
export function recipientBlocks(text: string, line: RegExp): Block[] {
  const blocks: Block[] = []
  for (const written of text.split('\n')) {
    const match = line.exec(written)
    if (match?.[1] !== undefined) {
      blocks.push({
        recipient: match[1].trim(),
        reason: (match[2] ?? written.slice(match.index + match[0].length)).trim(),
      })
      continue
    }
    const last = blocks[blocks.length - 1]
    if (last) last.reason = `${last.reason}\n${written.trim()}`
  }
  for (const block of blocks) block.reason = block.reason.replace(/\n{2,}/g, '\n\n').trim()
  return blocks
}

/** The reason up to its first blank line. */
export function firstParagraph(text: string): string {
  return (
    text
      .trim()
      .split(/\n[ \t]*\n/)[0]
      ?.trim() ?? ''
  )
}

/** What a remote host answered, as most systems quote it. */
export interface Answer {
  host: string | null
  reply: string
}

const SAID =
  /(?:\bhost\s+)?(\[?[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\]?)\s*(?:\[[0-9A-Fa-f.:]+\](?::\d+)?)?\s*(?:\(port \d+\)\s*)?said:\s*([\s\S]+)/i

/** Looked for first: the whole pattern tries every word of the text. */
const SAID_AT_ALL = /said:/i

/** `host mx.example.com[192.0.2.1] said: 550 5.1.1 …`: who said what; null where nobody is quoted. */
export function readSaid(text: string): Answer | null {
  const match = SAID_AT_ALL.test(text) ? SAID.exec(text) : null
  if (!match) return null
  const host = (match[1] ?? '').toLowerCase()
  return { host: host.includes('.') ? host : null, reply: (match[2] ?? '').trim() }
}

/** Fields that name the people and systems that a report is from or to. */
const PARTIES = ['from', 'reply-to', 'sender', 'return-path', 'to', 'cc', 'delivered-to', 'errors-to']

let lastParties: { headers: Headers; own: ReadonlySet<string> } | null = null

function partiesOf({ headers }: ParsedMessage): ReadonlySet<string> {
  if (lastParties?.headers === headers) return lastParties.own
  const own = new Set<string>()
  for (const name of PARTIES) {
    for (const value of headers.all(name)) for (const address of findAddresses(value)) own.add(address.toLowerCase())
  }
  lastParties = { headers, own }
  return own
}

/** The address in a list of them that is neither hidden nor one of the people or systems that the report is from or to. */
export function strangers(addresses: readonly string[], message: ParsedMessage): string[] {
  if (addresses.length === 0) return []
  const own = partiesOf(message)
  return addresses.filter((address) => !own.has(address.toLowerCase()) && !isHidden(address))
}

/** The recipients of the returned message (To, else X-Original-To or Delivered-To), when it names exactly one; else null. */
export function returnedRecipient(message: ParsedMessage): string | null {
  const headers = message.returned?.headers
  if (!headers) return null
  for (const name of ['to', 'x-original-to', 'delivered-to', 'envelope-to']) {
    const found = findAddresses(headers.all(name).join(', '))
    const one = found[0]
    if (one !== undefined && found.length === 1 && !isHidden(one)) return one
  }
  return null
}
