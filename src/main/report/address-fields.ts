/** Header fields that list people: the names beside their addresses are replaced too. */
import { decodeWords } from '../message/words.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { isSystemDisplay } from './system-names.ts'

/** Such a field with its folded lines, also where a text quotes or indents it. */
const FIELD =
  /^([ \t>|*]{0,12}(?:(?:resent-|x-original-)?(?:from|to|cc|bcc|sender)|reply-to|errors-to|return-receipt-to|disposition-notification-to|apparently-to|x-sender)[ \t]*:)([^\n]*(?:\n[ \t]+[^\n]+)*)/gim

/** `Name <address>`, and `Name [mailto:address]`, as mail programs print it; a source route has several `@`. */
const BRACKETED = /^([^<>]*?)([<[](?:[^<>[\]@]*@){1,4}[^<>[\]@]*[>\]])(.*)$/s

/** `address (Name)` (RFC 5322 §3.4, older mailers). */
const COMMENTED = /^(\s*[^\s()<>@]+@[^\s()<>@]+\s*)\(([^()]*)\)(\s*)$/

/** What replaces display names, and is told each one. */
interface Naming {
  names: Pseudonyms
  met: (name: string) => void
}

/** The text with the display names of such fields replaced; `met` is told each of them. Names of mail systems stay. */
export function replaceDisplayNames(text: string, names: Pseudonyms, met: (name: string) => void): string {
  const naming = { names, met }
  if (!text.includes('@')) return text
  return text.replace(FIELD, (whole, head: string, value: string) =>
    value.includes('@')
      ? head +
        splitList(value)
          .map((item) => replaceName(item, naming))
          .join('')
      : whole,
  )
}

/** The items of an address list with the commas and blanks between them, so that joining gives the value again. */
function splitList(value: string): string[] {
  const items: string[] = []
  let from = 0
  let quoted = false
  let depth = 0
  for (let at = 0; at < value.length; at++) {
    const char = value[at]
    if (char === '"') quoted = !quoted
    else if (quoted) continue
    else if (char === '<' || char === '(') depth++
    else if (char === '>' || char === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (char === ',' || char === ';')) {
      items.push(value.slice(from, at), char)
      from = at + 1
    }
  }
  items.push(value.slice(from))
  return items
}

function replaceName(item: string, naming: Naming): string {
  const bracketed = BRACKETED.exec(item)
  if (bracketed) {
    const [, name = '', address = '', rest = ''] = bracketed
    return (
      shown(name, naming) + address + rest.replace(/\(([^()]*)\)/, (_, inner: string) => `(${shown(inner, naming)})`)
    )
  }
  const commented = COMMENTED.exec(item)
  if (commented) return `${commented[1]}(${shown(commented[2] ?? '', naming)})${commented[3]}`
  return replaceNotesName(item, naming.names)
}

/** `John Smith/Sales/Acme@acme`, a name of Lotus Notes: no local part, but all of it is the person's. */
function replaceNotesName(item: string, names: Pseudonyms): string {
  const name = item.slice(0, Math.max(0, item.indexOf('@')))
  if (!name.includes('/') || !name.trim().includes(' ') || /[<>"(),;]/.test(name)) return item
  return leadingBlanks(name) + names.local(name.trim()) + item.slice(name.length)
}

/** A display name replaced, the blanks around it kept. */
function shown(written: string, { names, met }: Naming): string {
  const name = decodeWords(written.trim().replace(/\n/g, ' '))
  const bare = name.replace(/["']/g, '').trim()
  if (bare === '' || isSystemDisplay(bare) || /^Name [0-9a-f]{4,}$/.test(bare)) return written
  met(bare)
  return leadingBlanks(written) + names.name(bare) + written.slice(written.trimEnd().length)
}

function leadingBlanks(text: string): string {
  return text.slice(0, text.length - text.trimStart().length)
}
