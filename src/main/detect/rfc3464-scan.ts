/**
 * Delivery status where MIME does not say so: groups of RFC 3464 fields in plain text or HTML, indented, quoted, or in a
 * part of the wrong type. Read only where no declared part held a recipient.
 */
import { readDeliveryStatus } from '../message/fields.ts'
import type { ParsedMessage } from '../message/types.ts'
import { readStatusBlock } from './rfc3464.ts'
import { isPersonal, mayBeMachine, mayBeReport } from './signs.ts'
import { paragraphs } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'rfc3464-scan'

const STATUS_FIELD =
  /^(?:reporting-mta|received-from-mta|arrival-date|(?:final|original)-recipient|x-actual-recipient|action|status|diagnostic-code|remote-mta|last-attempt-date|will-retry-until|original-envelope-id|x-[a-z0-9-]+)[ \t]*:/i
/** Looked for first: the whole pattern is tried at every beginning of a line. */
const RECIPIENT_WORD = /-recipient/i
const RECIPIENT_FIELD = /^[ \t>|]*(?:final|original)-recipient[ \t]*:/im

/** The lines of a paragraph from its first status field on, quoting and indentation undone. */
function statusLines(paragraph: string): string | null {
  const lines = paragraph.split('\n')
  const at = lines.findIndex((line) => STATUS_FIELD.test(line.replace(/^[ \t>|]+/, '')))
  if (at < 0) return null
  const indent = /^[ \t>|]*/.exec(lines[at] ?? '')?.[0] ?? ''
  const rest = lines
    .slice(at)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.replace(/^[>|]+ ?/, '')))
  return rest.join('\n')
}

/** Status groups in a free text, joined; null where none names a recipient. */
export function scanStatus(text: string): string | null {
  if (!RECIPIENT_WORD.test(text) || !RECIPIENT_FIELD.test(text)) return null
  return paragraphs(text)
    .map(statusLines)
    .filter((group) => group !== null)
    .join('\n\n')
}

function texts(message: ParsedMessage): { text: string; part: string }[] {
  const found = [{ text: message.text, part: 'text' }]
  for (const part of message.parts) {
    if (part.type.startsWith('text/') || part.type.startsWith('image/') || part.type.startsWith('video/')) continue
    found.push({ text: part.text, part: `${part.path} ${part.type}` })
  }
  return found
}

export const rfc3464Scan: Detector = {
  name: NAME,
  tier: 'structured',
  title: 'Delivery status notification outside its MIME part',
  source: 'RFC 3464 §2.2 and §2.3 (field names); seen where gateways rewrite or flatten reports',
  gate: (message) =>
    message.deliveryStatus.every((block) => block.perRecipient.length === 0) &&
    mayBeReport(message) &&
    mayBeMachine(message) &&
    !isPersonal(message),
  detect(message): Statement[] {
    for (const { text, part } of texts(message)) {
      const status = scanStatus(text)
      if (status === null) continue
      const statements = readStatusBlock(readDeliveryStatus(status, part), message, NAME)
      if (statements.length > 0) return statements
    }
    return []
  },
}
