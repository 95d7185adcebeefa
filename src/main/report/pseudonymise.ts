/**
 * A message without its people: every mail address becomes a stable pseudonym, names beside addresses too, in whatever
 * encoding they stand. Header fields, their order, MIME structure, codes and all other words stay; attachments go.
 */
import { byteString } from '../message/byte-string.ts'
import { isMessageType, type Node, readTree } from '../message/structure.ts'
import { decodeQuotedPrintable, knowsTransferEncoding, undoTransfer } from '../message/transfer.ts'
import { isText, rewriteBytes } from './encodings.ts'
import { MAX_REPORTED_BYTES } from './limits.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { createWork, rewriteText, type Work } from './text.ts'
import { encodeBase64, encodeQuotedPrintable } from './transfer.ts'

/** Media types that are text for people or fields for programs, beside text, message and multipart. */
const TEXTUAL =
  /^(?:text|message|multipart)\/|delivery-?status|disposition-notification|feedback-report|rfc-?822|headers|xhtml|xml$|json$/

/** Characters of an attachment in which the fields of a delivery report are looked for. */
const MAX_PROBE = 16 * 1024

/** Counts bytes of what was there before; a reader that believes it would cut the message elsewhere. */
const CONTENT_LENGTH = /^content-length[ \t]*:[^\n]*\n(?:[ \t]+[^\n]*\n)*/gim

/**
 * The message, at most the first `MAX_REPORTED_BYTES` of it, with LF line ends. Never throws, whatever the bytes are; time
 * grows with their number alone.
 */
export function pseudonymise(bytes: Uint8Array, names: Pseudonyms): Uint8Array {
  const { root } = readTree(byteString(bytes.subarray(0, MAX_REPORTED_BYTES)))
  const work = createWork(names)
  // Twice: a name may stand alone in the first part and with its domain in the last.
  entity(root, 0, work)
  return Buffer.from(entity(root, 0, work), 'latin1')
}

/** A node from `start`, where its header begins (with the delimiter before it), to its end. */
function entity(node: Node, start: number, work: Work): string {
  const { source, bodyStart, bodyEnd, message } = node
  const from = Math.min(start, bodyStart)
  if (message !== null) return structure(source.slice(from, bodyStart), work) + inner(node, message, work)
  if (node.children.length === 0) return structure(source.slice(from, bodyStart), work) + body(node, work)
  const out: string[] = []
  let at = from
  for (const child of node.children) {
    out.push(entity(child, at, work))
    at = child.bodyEnd
  }
  out.push(structure(source.slice(at, bodyEnd), work))
  return out.join('')
}

/** Header fields, delimiters, and what stands between parts. */
function structure(bytes: string, work: Work): string {
  return rewriteBytes(bytes.replace(CONTENT_LENGTH, ''), null, (text) => rewriteText(text, work))
}

/** A message inside; where it was encoded (RFC 2046 §5.2.1 forbids it) it is so again. */
function inner(node: Node, message: Node, work: Work): string {
  if (message.source === node.source) return entity(message, node.bodyStart, work)
  return encode(entity(message, 0, work), node)
}

function body(node: Node, work: Work): string {
  const written = node.source.slice(node.bodyStart, node.bodyEnd)
  if (!isTextual(node) && !isStatus(node, written)) return leftOut(node, written)
  const charset = node.params.get('charset') ?? null
  const rewrite = (bytes: string) => rewriteBytes(bytes, charset, (text) => rewriteText(text, work))
  if (node.encoding === 'quoted-printable') {
    const decoded = decodeQuotedPrintable(written)
    const changed = rewrite(decoded)
    return changed === decoded ? written : encodeQuotedPrintable(changed)
  }
  if (node.encoding === 'base64') {
    const decoded = Buffer.from(undoTransfer(written, 'base64')).toString('latin1')
    // What announced base64 and is none was handed back as it stood.
    if (decoded !== written) {
      const text = isText(decoded) || /^utf-?16/i.test(charset ?? '')
      return text ? encode(rewrite(decoded.replace(/\r\n/g, '\n')), node) : leftOut(node, written)
    }
  }
  return rewrite(written)
}

function encode(bytes: string, { encoding, source, bodyEnd }: Node): string {
  const end = source[bodyEnd - 1] === '\n' ? '\n' : ''
  return encoding === 'base64' ? encodeBase64(bytes) + end : encodeQuotedPrintable(bytes)
}

function isTextual(node: Node): boolean {
  return (
    (node.type === '' || isMessageType(node.type) || TEXTUAL.test(node.type)) && knowsTransferEncoding(node.encoding)
  )
}

/** Fields of a delivery report (RFC 3464 §2.3) under a media type that says nothing. */
function isStatus({ encoding }: Node, written: string): boolean {
  if (!knowsTransferEncoding(encoding)) return false
  const bytes = Buffer.from(undoTransfer(written.slice(0, MAX_PROBE), encoding)).toString('latin1')
  return /^(?:final|original)-recipient[ \t]*:/im.test(bytes)
}

/** One line in place of an attachment. */
function leftOut({ type, encoding }: Node, written: string): string {
  if (written.trim() === '') return written
  const size = encoding === 'base64' ? undoTransfer(written, encoding).length : written.length
  return `[${type}, ${size} bytes, left out]${written.endsWith('\n') ? '\n' : ''}`
}
