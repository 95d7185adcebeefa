/** From a MIME tree to a `ParsedMessage`: which leaves are the report's words, its status, and what came back. */
import { readDate } from './date.ts'
import { fieldGroup, readDeliveryStatus, readGroups } from './fields.ts'
import { headersOfText } from './headers.ts'
import { htmlToText } from './html.ts'
import { MAX_ENCLOSED } from './limits.ts'
import { looksLikeMessage, type Quoted, splitReturned } from './returned.ts'
import { leafText, type Node, readTree } from './structure.ts'
import type {
  DeliveryStatus,
  FieldGroup,
  Headers,
  MessagePart,
  ParsedMessage,
  RawMessage,
  ReturnedMessage,
} from './types.ts'

/** Delivery status by its right name (RFC 3464 §2, RFC 6533 §4) and the misspellings in use. */
const STATUS_TYPE = /^(?:message|text|application|multipart)\/(?:x-)?(?:global-)?delivery-?status(?:-?report)?$/

/** Headers of the returned message alone (RFC 6522 §4, RFC 6533 §6). */
const HEADERS_TYPE = /^(?:text|message)\/(?:x-)?(?:rfc-?822-?headers?|global-headers|rfc822|delivery-headers|headers)$/

/** A leaf as detectors see it. */
export class Leaf implements MessagePart {
  readonly node: Node
  private decoded: string | null = null
  constructor(node: Node) {
    this.node = node
  }
  get path(): string {
    return this.node.path || '1'
  }
  get type(): string {
    return this.node.type || 'text/plain'
  }
  get filename(): string | null {
    const disposition = this.node.headers.get('content-disposition') ?? ''
    const named = /filename\*?=(?:"([^"]*)"|([^\s;]+))/i.exec(disposition)
    return named?.[1] ?? named?.[2] ?? this.node.params.get('name') ?? null
  }
  get headers(): Headers {
    return this.node.headers
  }
  get text(): string {
    this.decoded ??= leafText(this.node)
    return this.decoded
  }
}

interface Sorted {
  leaves: Leaf[]
  status: Leaf[]
  feedback: Leaf | null
  returnedHeaders: Leaf | null
  /** A part that is a message without saying so: its own header block is the returned one. */
  undeclared: Leaf | null
  message: Node | null
  /** All that are whole messages, that one first. */
  messages: Node[]
}

function isReturned(leaf: Leaf): boolean {
  return HEADERS_TYPE.test(leaf.type)
}

function sortLeaves(node: Node, sorted: Sorted, top: boolean): void {
  if (node.message) {
    sorted.message ??= node
    sorted.messages.push(node)
    return
  }
  if (node.children.length > 0) {
    for (const child of node.children) sortLeaves(child, sorted, false)
    return
  }
  const leaf = new Leaf(node)
  if (!top && looksLikeMessage(node.headers)) {
    sorted.undeclared ??= leaf
    return
  }
  if (isReturned(leaf)) {
    sorted.returnedHeaders ??= leaf
    return
  }
  sorted.leaves.push(leaf)
  if (STATUS_TYPE.test(leaf.type)) sorted.status.push(leaf)
  else if (leaf.type === 'message/feedback-report') sorted.feedback ??= leaf
}

/** What a person would read of a node: plain text first, HTML reduced to text where there is no plain one. */
function readableText(node: Node, leaves: Map<Node, Leaf>): { plain: string; html: string } {
  const leaf = leaves.get(node)
  if (leaf) {
    if (leaf.type === 'text/html' || leaf.type === 'application/xhtml+xml')
      return { plain: '', html: htmlToText(leaf.text) }
    if (leaf.type === 'text/plain' || (leaf.type.startsWith('text/') && !/calendar|vcard|css|csv/.test(leaf.type))) {
      // HTML under the wrong name.
      if (/^\s*(?:<!doctype html|<html[\s>])/i.test(leaf.text)) return { plain: '', html: htmlToText(leaf.text) }
      return { plain: leaf.text, html: '' }
    }
    return { plain: '', html: '' }
  }
  const plain: string[] = []
  const html: string[] = []
  for (const child of node.children) {
    if (child.message) break
    const text = readableText(child, leaves)
    if (text.plain.trim() !== '') plain.push(text.plain)
    if (text.html !== '') html.push(text.html)
  }
  return { plain: plain.join('\n\n'), html: html.join('\n\n') }
}

/** A message whose tree was read by structure. Everything but the tree itself is lazy and cached. */
export class StructuredMessage implements ParsedMessage {
  readonly raw: RawMessage
  readonly headers: Headers
  readonly parts: readonly MessagePart[]
  readonly remark: string | null
  readonly readable: boolean
  readonly reader: 'structure' | 'mailparser'
  private readonly root: Node
  private readonly sorted: Sorted
  private wholeText: { before: string; quoted: Quoted | null } | null = null
  private statuses: DeliveryStatus[] | null = null
  private inner: readonly ParsedMessage[] | null = null
  /** What came back, once it was asked for. */
  private back: ReturnedMessage | null | undefined

  constructor(
    raw: RawMessage,
    root: Node,
    reader: 'structure' | 'mailparser',
    remark: string | null,
    readable: boolean,
  ) {
    this.raw = raw
    this.root = root
    this.headers = root.headers
    this.reader = reader
    this.remark = remark
    this.readable = readable
    this.sorted = {
      leaves: [],
      status: [],
      feedback: null,
      returnedHeaders: null,
      undeclared: null,
      message: null,
      messages: [],
    }
    sortLeaves(root, this.sorted, true)
    this.parts = this.sorted.leaves
  }

  private words(): { before: string; quoted: Quoted | null } {
    if (this.wholeText === null) {
      const { plain, html } = readableText(this.root, new Map(this.sorted.leaves.map((leaf) => [leaf.node, leaf])))
      const text = withoutEmptyStretches(plain.trim() === '' ? html : plain)
      const quoted = splitReturned(text)
      this.wholeText = { before: quoted ? quoted.before : text, quoted }
    }
    return this.wholeText
  }

  get text(): string {
    return this.words().before
  }

  get deliveryStatus(): readonly DeliveryStatus[] {
    this.statuses ??= this.sorted.status.map((leaf) => readDeliveryStatus(leaf.text, `${leaf.path} ${leaf.type}`))
    return this.statuses
  }

  get feedback(): { part: string; fields: FieldGroup } | null {
    const leaf = this.sorted.feedback
    if (!leaf) return null
    const fields = readGroups(leaf.text).flatMap((group) => group.fields)
    return { part: `${leaf.path} ${leaf.type}`, fields: fieldGroup(fields) }
  }

  get returned(): ReturnedMessage | null {
    if (this.back === undefined) this.back = this.findReturned()
    return this.back
  }

  private findReturned(): ReturnedMessage | null {
    const { message, returnedHeaders, undeclared } = this.sorted
    if (message?.message && message.message.headers.list.length > 0) {
      return { part: `${message.path} ${message.type}`, headers: message.message.headers }
    }
    if (returnedHeaders) {
      const headers = headersOfText(returnedHeaders.text.replace(/^\s+/, ''))
      return { part: `${returnedHeaders.path} ${returnedHeaders.type}`, headers }
    }
    if (undeclared) return { part: undeclared.path, headers: undeclared.headers }
    const quoted = this.words().quoted
    return quoted ? { part: 'text', headers: quoted.headers } : null
  }

  get attached(): ParsedMessage | null {
    return this.enclosed[0] ?? null
  }

  get enclosed(): readonly ParsedMessage[] {
    this.inner ??= this.innerNodes().map(
      (node) => new StructuredMessage(this.raw, node, this.reader, this.remark, node.headers.list.length > 0),
    )
    return this.inner
  }

  /** Messages by their type, else files that are messages by their name, else the one that the text quotes. */
  private innerNodes(): Node[] {
    const declared = this.sorted.messages.flatMap(({ message }) => message ?? [])
    if (declared.length > 0) return declared.slice(0, MAX_ENCLOSED)
    const files = this.sorted.leaves.filter(({ filename }) => /\.eml$/i.test(filename ?? ''))
    if (files.length > 0) return files.slice(0, MAX_ENCLOSED).map((leaf) => readTree(bytesOf(leaf.text)).root)
    const quoted = this.words().quoted
    return quoted ? [readTree(bytesOf(quoted.message)).root] : []
  }

  get reportedAt(): string | null {
    return reportedAt(this.headers, this.raw)
  }
}

/** A text as the byte string that it was. */
function bytesOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}

/** Blanks in a row, and empty lines in a row, that say anything: patterns that skip them would take minutes over a megabyte. */
const MAX_BLANKS = 200
const MAX_EMPTY_LINES = 20
const LONG_BLANKS = new RegExp(`[ \\t]{${MAX_BLANKS},}`, 'g')
const LONG_EMPTINESS = new RegExp(`\\n(?:[ \\t]*\\n){${MAX_EMPTY_LINES},}`, 'g')

/** A text as detectors read it: no-break spaces are blanks, endless emptiness is cut short. */
function withoutEmptyStretches(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replace(LONG_BLANKS, ' '.repeat(MAX_BLANKS))
    .replace(LONG_EMPTINESS, '\n'.repeat(MAX_EMPTY_LINES))
}

/** The report's Date, else the newest Received, else the separator's date. */
export function reportedAt(headers: Headers, raw: Pick<RawMessage, 'separatorDate'>): string | null {
  const date = readDate(headers.get('date'))
  if (date !== null) return date
  const received = headers
    .all('received')
    .map((value) => readDate(value.slice(value.lastIndexOf(';') + 1)))
    .filter((value) => value !== null)
    .sort()
  return received[received.length - 1] ?? raw.separatorDate
}
