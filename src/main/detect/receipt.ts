/** Read receipts: message disposition notifications (RFC 8098). */
import { firstAddress, readAddress } from '../message/addresses.ts'
import { readGroups } from '../message/fields.ts'
import type { MessagePart, ParsedMessage } from '../message/types.ts'
import { isRefusal } from './sieve-reject.ts'
import { state } from './statement.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'receipt'
const REPORT = /report-type="?disposition-notification/i
const TYPE = /^message\/(?:global-)?disposition-notification$/

function receiptPart(message: ParsedMessage): MessagePart | undefined {
  return message.parts.find((part) => TYPE.test(part.type))
}

/** Receipts without the machine-readable part, as older programs and gateways send them. */
const SUBJECT =
  /^\s*(?:(?:read|not read|gelesen|ungelesen|lu|non lu|leído|letto|letta|lida|gelezen|przeczytano|прочтено|прочитано|läst|læst|lest|開封済み|已读|已讀)\s*[:：]|(?:return|read) receipt\b|(?:lese|empfangs)bestätigung\b|accusé de (?:réception|lecture)|confirmation de lecture|confirmación de lectura|acuse de recibo|conferma di lettura|ricevuta di ritorno|confirmação de leitura|leesbevestiging|potwierdzenie przeczytania)/i
const WORDS =
  /was (?:read|displayed|opened|deleted without being read) on|wurde (?:am|gelesen|ohne)|a été lu|fue leído|è stato letto|foi lida|is gelezen|został[ao]? przeczytan|было прочитано|開封|已(?:读|讀|被)|was (?:received|opened|read) by:|wurde empfangen von|a été reçu par|this is a (?:receipt|return receipt) for the mail/i

function saysRead(message: ParsedMessage): boolean {
  return SUBJECT.test(message.headers.get('subject') ?? '') && WORDS.test(message.text.slice(0, 2_000))
}

export const receipt: Detector = {
  name: NAME,
  tier: 'structured',
  title: 'Read receipt',
  source: 'RFC 8098 §3 (message/disposition-notification)',
  gate: (message) =>
    receiptPart(message) !== undefined ||
    REPORT.test(message.headers.get('content-type') ?? '') ||
    SUBJECT.test(message.headers.get('subject') ?? ''),
  detect(message): Statement[] {
    // A mailbox that refuses by way of this part is no reader.
    if (isRefusal(message)) return []
    const part = receiptPart(message)
    const declared = part !== undefined || REPORT.test(message.headers.get('content-type') ?? '')
    if (!declared && !saysRead(message)) return []
    const fields = part ? readGroups(part.text).flatMap((group) => group.fields) : []
    const get = (name: string) => fields.find((field) => field.name === name)?.value ?? null
    const recipient =
      readAddress(get('original-recipient') ?? '') ??
      readAddress(get('final-recipient') ?? '') ??
      firstAddress(message.headers.get('from') ?? '')
    const disposition = get('disposition')
    return [
      state({
        kind: 'receipt',
        recipient,
        originalRecipient: readAddress(get('final-recipient') ?? ''),
        evidence: {
          detector: NAME,
          rule: declared ? 'disposition' : 'words',
          part: part ? `${part.path} ${part.type}` : 'headers',
          excerpt: disposition === null ? (message.headers.get('subject') ?? '') : `Disposition: ${disposition}`,
        },
      }),
    ]
  },
}
