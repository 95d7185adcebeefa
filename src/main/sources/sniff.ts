import { headerBlock, looksLikeMessage } from './headers.ts'
import { separatorForm } from './separator.ts'

/** What a file is, by its first bytes. `at`: where the first message begins. */
export type Sniffed =
  | { kind: 'mbox' | 'eml'; at: number }
  /** Apple Mail: a line with the message's length, the message, a property list. */
  | { kind: 'emlx'; at: number; length: number }
  | { kind: 'gzip' | 'zip' | 'tar' }
  /** Begins with neither a separator nor header lines: a separator may follow. */
  | { kind: 'text' | 'binary' }
  | { kind: 'none'; why: string }

/** Signatures at offset 0, and what to tell people. From the formats' own specifications. */
const SIGNATURES: readonly [string, string][] = [
  ['\x89PNG', 'This is a PNG image, not mail.'],
  ['\xff\xd8\xff', 'This is a JPEG image, not mail.'],
  ['GIF8', 'This is a GIF image, not mail.'],
  ['%PDF', 'This is a PDF document, not mail.'],
  ['!BDN', 'This is an Outlook data file (.pst or .ost). Export the folder as mbox or .eml files first.'],
  ['\xd0\xcf\x11\xe0', 'This is an Outlook message (.msg) or an Office document. Save it as .eml or mbox first.'],
  ['\xcf\xad\x12\xfe', 'This is an Outlook Express mailbox (.dbx). Export it as mbox or .eml files first.'],
  ['\x01\x01\x01\x01', 'This is an MMDF mailbox. Convert it to mbox first.'],
  ['BABYL OPTIONS', 'This is a Babyl mailbox. Convert it to mbox first.'],
  ['7z\xbc\xaf', 'This is a 7z archive. Unpack it first.'],
  ['Rar!', 'This is a RAR archive. Unpack it first.'],
  ['BZh', 'This is a bzip2 file. Unpack it first.'],
  ['\xfd7zXZ', 'This is an xz file. Unpack it first.'],
  ['\x28\xb5\x2f\xfd', 'This is a zstd file. Unpack it first.'],
  ['SQLite format 3', 'This is a database, not a mailbox.'],
  ['// <!-- <mdb:mork', 'This is an index that Thunderbird keeps beside a mailbox. It holds no messages.'],
  ['\xff\xfe', 'This text is in UTF-16. Save it as UTF-8 or plain text.'],
  ['\xfe\xff', 'This text is in UTF-16. Save it as UTF-8 or plain text.'],
]

const BOM = '\xef\xbb\xbf'
const NUL = 0

/** Recognises what is no text, by its signature; null where there is none. */
export function sniffSignature(head: Buffer): Sniffed | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return { kind: 'gzip' }
  const text = head.toString('latin1', 0, 512)
  if (/^PK(?:\x03\x04|\x05\x06)/.test(text)) return { kind: 'zip' }
  // POSIX.1-1988 ustar, at 257 of the first header; its name field is filled up with NULs.
  if (text.startsWith('ustar', 257) && text.slice(0, 100).includes('\0')) return { kind: 'tar' }
  const known = SIGNATURES.find(([signature]) => text.startsWith(signature))
  return known ? { kind: 'none', why: known[1] } : null
}

/**
 * Recognises a container by its content, never by its name.
 * @param head the first bytes, lone CRs already turned into LFs
 * @param whole whether `head` is the whole file
 */
export function sniff(head: Buffer, whole: boolean): Sniffed {
  if (head.length === 0) return { kind: 'none', why: 'The file is empty.' }
  const signature = sniffSignature(head)
  if (signature !== null) return signature
  const text = head.toString('latin1')
  const at = firstLine(text)
  if (at === text.length && whole) return { kind: 'none', why: 'The file holds only blank lines.' }
  if (text.startsWith('From ', at) && opensMailbox(text, at, whole)) return { kind: 'mbox', at }
  if (looksLikeMessage(headerBlock(text.slice(at), whole))) return { kind: 'eml', at }
  const count = /^(\d{1,10})[ \t]*\r?\n/.exec(text.slice(at, at + 20))
  if (count) {
    const begin = at + count[0].length
    if (looksLikeMessage(headerBlock(text.slice(begin), whole))) {
      return { kind: 'emlx', at: begin, length: Number(count[1]) }
    }
  }
  return { kind: head.includes(NUL) ? 'binary' : 'text' }
}

/** True where lines end in CR alone (old Macintosh). */
export function hasLoneCr(head: Buffer): boolean {
  const text = head.subarray(0, 8192).toString('latin1')
  const lone = text.match(/\r(?!\n)/g)?.length ?? 0
  return lone > 1 && lone > (text.match(/\n/g)?.length ?? 0)
}

/** Behind a byte order mark and blank lines. */
function firstLine(text: string): number {
  const from = text.startsWith(BOM) ? BOM.length : 0
  return from + (/^(?:[ \t]*\r?\n)*/.exec(text.slice(from))?.[0].length ?? 0)
}

/** At the very start a separator needs less proof: a date, or any header line behind it. */
function opensMailbox(text: string, at: number, whole: boolean): boolean {
  const feed = text.indexOf('\n', at)
  const line = text.slice(at, feed < 0 ? undefined : feed)
  const headers = headerBlock(feed < 0 ? '' : text.slice(feed + 1), whole)
  const form = separatorForm(line)
  if (form === 'dated') return true
  if (form === 'prose' || form === 'word') return headers.known >= 2
  return headers.lines >= 1 || (headers.closed && form === 'bare')
}
