/** The message room: bytes in, a `ParsedMessage` out. */
import { StructuredMessage } from './build.ts'
import { byteString } from './byte-string.ts'
import { MAX_ANALYSED_BYTES } from './limits.ts'
import { needsMailparser, parseByMailparser } from './mailparser.ts'
import { readTree, type Tree } from './structure.ts'
import type { ParsedMessage, RawMessage } from './types.ts'

/** Header names of which at least one stands in every real message: a text with a colon in it is no mail yet. */
const MAIL_FIELDS = new Set(
  'from to cc subject date received message-id return-path mime-version content-type delivered-to sender reply-to auto-submitted x-failed-recipients x-mozilla-status x-uidl status'.split(
    ' ',
  ),
)

/** Share of control characters, in per cent of the first bytes, above which bytes are no text. */
const MAX_CONTROL_PERCENT = 10
const PROBE = 2_000
const CONTROL = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/
const CONTROLS = new RegExp(CONTROL, 'g')

function looksBinary(source: string): boolean {
  const head = source.slice(0, PROBE)
  if (!CONTROL.test(head)) return false
  const control = head.length - head.replaceAll(CONTROLS, '').length
  return control * 100 > head.length * MAX_CONTROL_PERCENT
}

function remarkOf(raw: RawMessage, tree: Tree, readable: boolean): string | null {
  if (!readable) return 'It has no mail headers, or is no text at all.'
  if (raw.fullSize > raw.bytes.length || raw.bytes.length > MAX_ANALYSED_BYTES) {
    const size = Math.max(raw.fullSize, raw.bytes.length)
    return `Only the beginning of this message was read: it is ${Math.round(size / 1_048_576)} MB long.`
  }
  return tree.cut
}

interface Read {
  tree: Tree
  readable: boolean
  remark: string | null
}

function readStructure(raw: RawMessage): Read {
  const source = byteString(raw.bytes)
  const tree = readTree(source)
  const readable = !looksBinary(source) && tree.root.headers.list.some((field) => MAIL_FIELDS.has(field.name))
  return { tree, readable, remark: remarkOf(raw, tree, readable) }
}

/**
 * Reads one message: by structure, or with mailparser where that reads it better (see `needsMailparser`). Never throws
 * and never rejects: what cannot be read comes back with `readable` false or with a sentence in `remark`.
 */
export async function parseMessage(raw: RawMessage): Promise<ParsedMessage> {
  const { tree, readable, remark } = readStructure(raw)
  if (readable && tree.cut === null && needsMailparser(tree.root, raw.bytes.length)) {
    try {
      const message = await parseByMailparser(raw, remark, readable)
      // A charset that mailparser does not know either comes back in replacement characters; our guess reads better.
      if (!message.text.includes('\ufffd')) return message
    } catch {
      // What mailparser refuses (too many headers, too deep), structure still reads in part.
    }
  }
  return new StructuredMessage(raw, tree.root, 'structure', remark, readable)
}

/** The structural reader alone. */
export function parseByStructure(raw: RawMessage): ParsedMessage {
  const { tree, readable, remark } = readStructure(raw)
  return new StructuredMessage(raw, tree.root, 'structure', remark, readable)
}
