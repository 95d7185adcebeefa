/**
 * mailparser behind the same shape as our own reader. It serves what structure alone does not settle (see
 * `needsMailparser`): text in a charset or transfer encoding that our reader does not know, and letters of several parts
 * that are no reports (alternatives, attachments, format=flowed), which are most of the ordinary mail in a mailbox.
 */
import type { HeaderLines } from 'mailparser'
import { StructuredMessage } from './build.ts'
import { byteString } from './byte-string.ts'
import { charsetName } from './charset.ts'
import { headersOfText } from './headers.ts'
import { isMessageType, leaf, type Node, readTree } from './structure.ts'
import { knowsTransferEncoding } from './transfer.ts'
import type { ParsedMessage, RawMessage } from './types.ts'

/** Bytes beyond which a letter is read by structure all the same: mailparser decodes every attachment. */
const MAX_LETTER_BYTES = 1024 * 1024

/** How long mailparser may take, in ms: a message on which its streams stall must not hold up the import. */
const MAX_PARSE_MS = 10_000

/** Nothing is converted: link, HTML and image conversion cost most of mailparser's time and invent text. */
const OPTIONS = {
  keepDeliveryStatus: true,
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepCidLinks: true,
  checksumAlgo: false,
} as const

function leaves(node: Node): Node[] {
  return node.message ? [] : node.children.length > 0 ? node.children.flatMap(leaves) : [node]
}

function isForeign(node: Node): boolean {
  const text = node.type === '' || node.type.startsWith('text/') || node.type.endsWith('delivery-status')
  if (!text) return false
  if (!knowsTransferEncoding(node.encoding)) return true
  const charset = node.params.get('charset')
  return charset !== undefined && charsetName(charset) === null && !saysTheSameInAscii(node, charset)
}

/**
 * Charsets that write other letters with ASCII signs (UTF-7 for IMAP, RFC 3501 §5.1.3; HZ, RFC 1843), and those signs. UTF-7
 * itself (RFC 2152) is read in `charset.ts`.
 */
const ASCII_ESCAPES: readonly [name: RegExp, signs: RegExp][] = [
  [/utf-?7/i, /&/],
  [/hz/i, /~/],
]
const NOT_PLAIN = /[^\t\n\x20-\x7e]/

/** Plain ASCII, which means the same under whatever misspelt name. */
function saysTheSameInAscii({ encoding, source, bodyStart, bodyEnd }: Node, charset: string): boolean {
  const body = source.slice(bodyStart, bodyEnd)
  return (
    !/^(?:base64|quoted-printable)$/.test(encoding) &&
    !NOT_PLAIN.test(body) &&
    !ASCII_ESCAPES.some(([name, signs]) => name.test(charset) && signs.test(body))
  )
}

/** A whole message is attached somewhere: mailparser dissolves one that is inline into the text around it. */
function holdsMessage(node: Node): boolean {
  return node.message !== null || node.children.some(holdsMessage)
}

/** A letter in several parts, written by nobody who writes reports. */
function isLetter(root: Node): boolean {
  if (!/^multipart\/(?:mixed|alternative|related|signed)$/.test(root.type) || root.children.length < 2) return false
  if (/^<?>?$/.test(root.headers.get('return-path') ?? 'none') || root.headers.has('auto-submitted')) return false
  if (
    /mailer-?daemon|postmaster|delivery|bounce/i.test(`${root.headers.get('from')} ${root.headers.get('return-path')}`)
  )
    return false
  return !holdsMessage(root) && leaves(root).every((node) => !node.type.startsWith('message/'))
}

/** True for messages that mailparser reads better than structure alone. */
export function needsMailparser(root: Node, size: number): boolean {
  return hasForeign(root) || (size <= MAX_LETTER_BYTES && isLetter(root))
}

function hasForeign(node: Node): boolean {
  if (node.message) return false
  if (node.children.length === 0) return isForeign(node)
  for (const child of node.children) if (hasForeign(child)) return true
  return false
}

function headerText(lines: HeaderLines): string {
  return byteString(Buffer.from(lines.map(({ line }) => line).join('\n'), 'latin1'))
}

function withinTime<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('mailparser took too long')), MAX_PARSE_MS)
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}

/** Reads a message with mailparser. Rejects where mailparser does, or when it takes too long. */
export async function parseByMailparser(
  raw: RawMessage,
  remark: string | null,
  readable: boolean,
): Promise<ParsedMessage> {
  const bytes = Buffer.from(raw.bytes.buffer, raw.bytes.byteOffset, raw.bytes.byteLength)
  // Read in when it is first needed: most mailboxes of bounces never need it, and every worker would wait for it.
  const { simpleParser } = await import('mailparser')
  const mail = await withinTime(simpleParser(bytes, OPTIONS))
  const headers = headersOfText(headerText(mail.headerLines))
  const root = leaf({ path: '', type: 'multipart/mixed', headers })
  if (mail.text?.trim()) root.children.push(leaf({ path: '1', type: 'text/plain', text: mail.text }))
  if (typeof mail.html === 'string' && mail.html.trim() !== '') {
    root.children.push(leaf({ path: '1', type: 'text/html', text: mail.html }))
  }
  for (const attachment of mail.attachments) {
    const type = attachment.contentType.toLowerCase()
    const path = attachment.partId ?? '1'
    const source = byteString(attachment.content)
    const params = new Map(attachment.filename ? [['name', attachment.filename]] : [])
    const node = leaf({ path, type, source, params })
    if (isMessageType(type)) node.message = readTree(source).root
    root.children.push(node)
  }
  return new StructuredMessage(raw, root, 'mailparser', remark, readable)
}
