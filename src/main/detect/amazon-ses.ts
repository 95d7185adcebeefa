/**
 * Amazon SES by way of SNS: a notification in JSON, alone or as the string `Message` of an SNS envelope. Bounces, complaints,
 * deliveries and delays, each with its recipients.
 */
import type { Kind } from '../../shared/bounce.ts'
import type { ParsedMessage } from '../message/types.ts'
import { noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'amazon-ses'

/** Longest JSON that is read, in characters: a notification is a few thousand. */
const MAX_JSON = 256 * 1024

const MARK =
  /"(?:notificationType|eventType)\\?"\s*:\s*\\?"(?:Bounce|Complaint|Delivery|DeliveryDelay)\b|\\"(?:notificationType|eventType)\\"/

type Json = Record<string, unknown>

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function parse(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

/** The JSON in a text: from its first brace to its last. Line ends that mail put into it are taken out. */
function readJson(text: string): Json | null {
  const from = text.indexOf('{')
  const to = text.lastIndexOf('}')
  if (from < 0 || to < from || to - from > MAX_JSON) return null
  const body = text.slice(from, to + 1)
  return parse(body) ?? parse(body.replace(/[ \t]*!?\n ?/g, ''))
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** Recipients of one section: objects with an address (bounces, complaints, delays) or plain strings (deliveries). */
function recipientsIn(section: Json): Json[] {
  const listed = ['bouncedRecipients', 'complainedRecipients', 'delayedRecipients'].flatMap((name) =>
    objects(section[name]),
  )
  const plain = Array.isArray(section.recipients) ? section.recipients : []
  return [...listed, ...plain.map((address): Json => ({ emailAddress: address }))]
}

const SECTIONS: readonly [string, Kind][] = [
  ['bounce', 'bounce'],
  ['complaint', 'complaint'],
  ['deliveryDelay', 'delay'],
  ['delivery', 'delivered'],
]

/** `Transient: Mailbox Full` out of bounceType and bounceSubType, where no other server is quoted. */
function typeOf(section: Json): string | null {
  const words = [asText(section.bounceType), asText(section.bounceSubType)?.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')]
  return words.filter(Boolean).join(': ') || null
}

/** Of several recipients at one provider each may have complained: the list is of candidates, and accuses nobody. */
const CANDIDATES = 'The notification lists several recipients who may have complained; it does not say which one did.'

function statements(event: Json): Statement[] {
  for (const [name, kind] of SECTIONS) {
    const section = event[name]
    if (!isObject(section)) continue
    const recipients = recipientsIn(section)
    const by = { detector: NAME, rule: `sns/${name}` }
    if (kind === 'complaint' && recipients.length > 1) {
      return noted(by, null, asText(section.complaintFeedbackType), { kind, remark: CANDIDATES })
    }
    return recipients.flatMap((one) => {
      const told = asText(one.diagnosticCode) ?? asText(section.smtpResponse)
      const status = asText(one.status)
      const extra = {
        kind,
        action: asText(one.action)?.toLowerCase() ?? null,
        reportingMta: asText(section.reportingMTA)?.replace(/^dns;\s*/i, '') ?? null,
        ...(status !== null && /^[245]\.\d+\.\d+$/.test(status) ? { enhancedCode: status } : {}),
      }
      const reason = told?.replace(/^[a-z-]+\s*;\s*/i, '') ?? typeOf(section)
      return noted(by, asText(one.emailAddress), reason, extra)
    })
  }
  return []
}

export const amazonSes: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Amazon SES notification in JSON',
  source:
    'docs.aws.amazon.com/ses/latest/dg/notification-contents.html and event-publishing-retrieving-sns-contents.html',
  words: [MARK],
  gate: (message: ParsedMessage) => MARK.test(message.text),
  detect({ parts }): Statement[] {
    // A notification is one long line: read as it stands in its part.
    const outer = parts.map((part) => readJson(part.text)).find((json) => json !== null)
    if (!outer) return []
    const inner = asText(outer.Message)
    return statements((inner === null ? null : readJson(inner)) ?? outer)
  },
}
