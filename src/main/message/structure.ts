/**
 * The MIME tree of a message (RFC 2045, RFC 2046), read by structure alone: where each part begins and ends and what it
 * says it is. Nothing is decoded here. Lenient: Content-Type counts without MIME-Version, a boundary that was never
 * announced is recognised, one that is never closed ends with its parent.
 */
import { rememberMany } from '../../shared/remember.ts'
import { decodeText } from './charset.ts'
import { NO_HEADERS, rawField, readHeaderBlock } from './headers.ts'
import { MAX_DEPTH, MAX_PART_TEXT, MAX_PARTS } from './limits.ts'
import { decodeBase64, decodeQuotedPrintable, undoTransfer } from './transfer.ts'
import type { Headers } from './types.ts'
import { parseStructured, type Structured } from './words.ts'

/** A node of the tree. Offsets are into `source`, a byte string with LF line ends. */
export interface Node {
  path: string
  /** Lower-cased media type; empty where the message says nothing. */
  type: string
  params: ReadonlyMap<string, string>
  encoding: string
  headers: Headers
  source: string
  bodyStart: number
  bodyEnd: number
  children: Node[]
  /** The message inside a message/rfc822 or message/global part. */
  message: Node | null
  /** The body as text, where it was decoded already; else null. */
  text: string | null
}

/** A node without children, all that is not given empty. */
export function leaf(known: Partial<Node>): Node {
  const source = known.source ?? ''
  return {
    path: '',
    type: '',
    params: new Map(),
    encoding: '',
    headers: NO_HEADERS,
    bodyStart: 0,
    bodyEnd: source.length,
    children: [],
    message: null,
    text: null,
    ...known,
    source,
  }
}

export interface Tree {
  root: Node
  /** Something was left out: too deep, too many parts, too many header lines. */
  cut: string | null
}

interface Walk {
  parts: number
  cut: string | null
}

/** Media types whose body is a whole message (RFC 2046 §5.2.1, RFC 6532 §3.7). */
export function isMessageType(type: string): boolean {
  return type === 'message/rfc822' || type === 'message/global' || type === 'message/rfc2822'
}

/** Reads the tree of a byte string with LF line ends. Never throws. */
export function readTree(source: string): Tree {
  const walk: Walk = { parts: 0, cut: null }
  return { root: readEntity(source, 0, source.length, '', 0, walk, ''), cut: walk.cut }
}

/** Types without a boundary are few, and all their parts alike. */
const readPlainType = rememberMany(parseStructured)

function readType(raw: string | null): Structured {
  return raw === null || /boundary/i.test(raw) ? parseStructured(raw) : readPlainType(raw)
}

function encodingName(raw: string): string {
  if (raw === '7bit' || raw === '8bit' || raw === 'quoted-printable' || raw === 'base64') return raw
  return raw
    .replace(/[;(].*$/s, '')
    .trim()
    .toLowerCase()
    .replace(/^"|"$/g, '')
}

function readEntity(
  source: string,
  start: number,
  end: number,
  path: string,
  depth: number,
  walk: Walk,
  defaultType: string,
): Node {
  walk.parts++
  const block = readHeaderBlock(source, start, end)
  if (block.cut) walk.cut ??= 'It has too many header lines; some were left out.'
  const contentType = readType(rawField(block.headers, 'content-type'))
  const encoding = rawField(block.headers, 'content-transfer-encoding')
  const node: Node = {
    path,
    type: contentType.value || defaultType,
    params: contentType.params,
    encoding: encoding === null ? '' : encodingName(encoding),
    headers: block.headers,
    source,
    bodyStart: block.bodyStart,
    bodyEnd: end,
    children: [],
    message: null,
    text: null,
  }
  if (depth >= MAX_DEPTH) {
    walk.cut ??= `It is nested more than ${MAX_DEPTH} levels deep; what lies deeper was not read.`
    return node
  }
  if (isMessageType(node.type)) {
    node.message = readInner(node, depth, walk)
    return node
  }
  const boundary = boundaryOf(node, depth)
  if (boundary !== null) {
    const inner = node.type === 'multipart/digest' ? 'message/rfc822' : ''
    const spans = splitAtBoundary(source, node.bodyStart, end, boundary)
    spans.forEach((span, index) => {
      if (walk.parts >= MAX_PARTS) {
        walk.cut ??= `It has more than ${MAX_PARTS} parts; the rest was not read.`
        return
      }
      const childPath = path === '' ? String(index + 1) : `${path}.${index + 1}`
      node.children.push(readEntity(source, span.start, span.end, childPath, depth + 1, walk, inner))
    })
  }
  return node
}

/** The message inside; a transfer encoding, which RFC 2046 §5.2.1 forbids here, is undone all the same. */
function readInner(node: Node, depth: number, walk: Walk): Node {
  const { source, bodyStart, bodyEnd, path } = node
  if (node.encoding === 'base64' || node.encoding === 'quoted-printable') {
    const body = source.slice(bodyStart, bodyEnd)
    const head = body.slice(0, 500)
    if (node.encoding === 'base64' && !/^[A-Za-z-]+: /m.test(head)) {
      const text = decodeBase64(body)
        .toString('latin1')
        .replace(/\r+\n|\r/g, '\n')
      return readEntity(text, 0, text.length, path, depth + 1, walk, '')
    }
    if (node.encoding === 'quoted-printable' && /=(?:\n|[0-9A-F]{2})/.test(head)) {
      const text = decodeQuotedPrintable(body)
      return readEntity(text, 0, text.length, path, depth + 1, walk, '')
    }
  }
  return readEntity(source, bodyStart, bodyEnd, path, depth + 1, walk, '')
}

/** The boundary in force: the announced one where it occurs, else one that plainly stands in the body. */
function boundaryOf(node: Node, depth: number): string | null {
  const announced = node.params.get('boundary')?.replace(/[ \t]+$/, '') ?? ''
  const multipart = node.type.startsWith('multipart/')
  if (announced !== '' && (multipart || !node.type.startsWith('text/'))) {
    if (nextBoundary(node.source, node.bodyStart, node.bodyEnd, announced) !== null) return announced
  }
  if (multipart) return unfoldedBoundary(node) ?? guessBoundary(node, GUESS_WINDOW)
  // Without multipart in the header, a boundary is looked for at the top only, and only where the body begins with it.
  if (depth > 0 || (node.type !== '' && node.type !== 'text/plain') || node.encoding === 'base64') return null
  return guessBoundary(node, MAX_PREAMBLE)
}

/** A boundary parameter that its writer put on a line of its own without indenting it: it opens the body then. */
function unfoldedBoundary(node: Node): string | null {
  const written = /^\s*boundary[ \t]*=[ \t]*"?([^"\n;]{1,100})"?[ \t]*\n/i.exec(
    node.source.slice(node.bodyStart, Math.min(node.bodyEnd, node.bodyStart + MAX_PREAMBLE)),
  )?.[1]
  return written !== undefined && nextBoundary(node.source, node.bodyStart, node.bodyEnd, written) ? written : null
}

/** How much of a body is searched for a boundary that was not announced. */
const GUESS_WINDOW = 64 * 1024

/** Where no multipart is announced, only a line of explanation may stand before its first part. */
const MAX_PREAMBLE = 200

/**
 * A line `--x` followed at once by a Content- field: nobody writes that by hand. One that a header in front of it
 * announces belongs to a message quoted there.
 */
function guessBoundary(node: Node, reach: number): string | null {
  const window = node.source.slice(node.bodyStart, Math.min(node.bodyEnd, node.bodyStart + reach + 500))
  const match = /(?:^|\n)--(-*[^\s-][^\n]{0,80}?)[ \t]*\nContent-[A-Za-z-]+[ \t]*:/.exec(window)
  if (!match || match.index > reach || /boundary\s*=/i.test(window.slice(0, match.index))) return null
  return match[1] ?? null
}

interface Mark {
  start: number
  /** Where the next part begins. */
  after: number
  closes: boolean
}

function nextBoundary(source: string, from: number, end: number, boundary: string): Mark | null {
  const delimiter = `--${boundary}`
  let at = from
  while (at < end) {
    const start = source.indexOf(delimiter, at)
    if (start < 0 || start >= end) return null
    at = start + delimiter.length
    if (start > from && source.charCodeAt(start - 1) !== 10) continue
    let lineEnd = source.indexOf('\n', at)
    if (lineEnd < 0 || lineEnd > end) lineEnd = end
    const tail = source.slice(at, Math.min(lineEnd, at + 200)).trim()
    if (tail !== '' && tail !== '--' && tail !== '-') continue
    return { start, after: Math.min(lineEnd + 1, end), closes: tail === '--' }
  }
  return null
}

/** The spans between delimiters. What follows a close delimiter is dropped, unless parts go on after it. */
function splitAtBoundary(
  source: string,
  from: number,
  end: number,
  boundary: string,
): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  let mark = nextBoundary(source, from, end, boundary)
  while (mark !== null && spans.length <= MAX_PARTS) {
    const next = nextBoundary(source, mark.after, end, boundary)
    const spanEnd = next === null ? end : Math.max(mark.after, next.start - 1)
    if (!mark.closes) spans.push({ start: mark.after, end: spanEnd })
    mark = next
  }
  return spans
}

const ENCODED = /^(?:base64|quoted-printable)$/
/** Charsets in which ASCII stands for itself whatever stands around it. */
const OVER_ASCII = /^["']?(?:us-ascii|ascii|utf-?8|iso-8859-\d{1,2}|windows-125\d)["']?$/i
const NOT_PLAIN = /[^\t\n\x20-\x7e]/

/** Text that decoding leaves as it stands, which is most of it. */
function isPlain(body: string, encoding: string, charset: string | null): boolean {
  return !ENCODED.test(encoding) && (charset === null || OVER_ASCII.test(charset)) && !NOT_PLAIN.test(body)
}

/** A leaf's body as text: transfer encoding and charset undone, LF line ends. */
export function leafText(node: Node): string {
  if (node.text !== null) return node.text.replace(/\r+\n|\r/g, '\n').slice(0, MAX_PART_TEXT)
  const end = Math.min(node.bodyEnd, node.bodyStart + MAX_PART_TEXT)
  const body = node.source.slice(node.bodyStart, end)
  const charset = node.params.get('charset') ?? null
  if (isPlain(body, node.encoding, charset)) return body
  const text = decodeText(undoTransfer(body, node.encoding), charset)
  return text.includes('\r') ? text.replace(/\r+\n|\r/g, '\n') : text
}
