/** The message room: bytes in, a `ParsedMessage` out. */
import { StructuredMessage } from './build.ts'
import { MAX_ANALYSED_BYTES } from './limits.ts'
import { readTree, type Tree } from './structure.ts'
import type { ParsedMessage, RawMessage } from './types.ts'

/** Header names of which at least one stands in every real message: a text with a colon in it is no mail yet. */
const MAIL_FIELD =
  /^(?:from|to|cc|subject|date|received|message-id|return-path|mime-version|content-type|delivered-to|sender|reply-to|auto-submitted|x-failed-recipients|x-mozilla-status|x-uidl|status)$/

/** Share of control characters, in per cent of the first bytes, above which bytes are no text. */
const MAX_CONTROL_PERCENT = 10
const PROBE = 2_000

function looksBinary(source: string): boolean {
  const head = source.slice(0, PROBE)
  const control = head.length - head.replace(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g, '').length
  return control * 100 > head.length * MAX_CONTROL_PERCENT
}

/** Bytes as a byte string with LF line ends, without BOM and NUL. */
function byteString(bytes: Uint8Array): string {
  const head = bytes.length > MAX_ANALYSED_BYTES ? bytes.subarray(0, MAX_ANALYSED_BYTES) : bytes
  let text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1')
  if (text.startsWith('\xef\xbb\xbf')) text = text.slice(3)
  if (text.includes('\r')) text = text.replace(/\r+\n|\r/g, '\n')
  return text
}

function remarkOf(raw: RawMessage, tree: Tree, readable: boolean): string | null {
  if (!readable) return 'It has no mail headers, or is no text at all.'
  if (raw.fullSize > raw.bytes.length || raw.bytes.length > MAX_ANALYSED_BYTES) {
    const size = Math.max(raw.fullSize, raw.bytes.length)
    return `Only the beginning of this message was read: it is ${Math.round(size / 1_048_576)} MB long.`
  }
  return tree.cut
}

/**
 * Reads one message. Never throws and never rejects: what cannot be read comes back with `readable` false or with a
 * sentence in `remark`.
 */
export async function parseMessage(raw: RawMessage): Promise<ParsedMessage> {
  return parseByStructure(raw)
}

/** The structural reader alone. */
export function parseByStructure(raw: RawMessage): ParsedMessage {
  const source = byteString(raw.bytes)
  const binary = looksBinary(source)
  const tree = readTree(source.includes('\0') ? source.replace(/\0/g, '') : source)
  const readable = !binary && tree.root.headers.list.some((field) => MAIL_FIELD.test(field.name))
  return new StructuredMessage(raw, tree.root, 'structure', remarkOf(raw, tree, readable), readable)
}
