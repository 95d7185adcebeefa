/** Read receipts: message disposition notifications (RFC 8098). */
import { readAddress } from '../message/addresses.ts'
import { readGroups } from '../message/fields.ts'
import type { MessagePart, ParsedMessage } from '../message/types.ts'
import { state } from './statement.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'receipt'
const TYPE = /^message\/(?:global-)?disposition-notification$/

function receiptPart(message: ParsedMessage): MessagePart | undefined {
  return message.parts.find((part) => TYPE.test(part.type))
}

export const receipt: Detector = {
  name: NAME,
  tier: 'structured',
  title: 'Read receipt',
  source: 'RFC 8098 §3 (message/disposition-notification)',
  gate: (message) =>
    receiptPart(message) !== undefined ||
    /report-type="?disposition-notification/i.test(message.headers.get('content-type') ?? ''),
  detect(message): Statement[] {
    const part = receiptPart(message)
    const fields = part ? readGroups(part.text).flatMap((group) => group.fields) : []
    const get = (name: string) => fields.find((field) => field.name === name)?.value ?? null
    const recipient = readAddress(get('original-recipient') ?? '') ?? readAddress(get('final-recipient') ?? '')
    const disposition = get('disposition')
    return [
      state({
        kind: 'receipt',
        recipient,
        originalRecipient: readAddress(get('final-recipient') ?? ''),
        evidence: {
          detector: NAME,
          rule: 'disposition',
          part: part ? `${part.path} ${part.type}` : 'headers',
          excerpt: disposition === null ? (message.headers.get('subject') ?? '') : `Disposition: ${disposition}`,
        },
      }),
    ]
  },
}
