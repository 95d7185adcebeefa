/**
 * Complaints: someone marked a mail as spam and the provider passes it on (RFC 5965), also in the older form without a
 * feedback-report part that some loops still send.
 */
import { findAddresses, firstAddress, isHidden, readAddress, undoVerp } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { HIDDEN, state } from './statement.ts'
import { returnedRecipient } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'arf'

/** Feedback types that complain about nobody: reports on authentication (RFC 6591), and taken-back complaints. */
const NO_COMPLAINT = /^(?:auth-failure|not-spam|dmarc|dkim)/

/** Fields of the returned message in which providers leave the address they were asked to hide (seen at JMRP, Comcast, Yahoo). */
const RETURNED_FIELDS = [
  'x-original-to',
  'x-hmxmroriginalrecipient',
  'x-envelope-to',
  'envelope-to',
  'delivered-to',
  'x-rcpt-to',
  'x-apparently-to',
]

interface Found {
  address: string | null
  rule: string
}

function complainedAbout(message: ParsedMessage): Found {
  for (const name of [
    'original-rcpt-to',
    'removal-recipient',
    'x-removal-recipient',
    'original-recipient',
    'final-recipient',
  ]) {
    for (const value of message.feedback?.fields.all(name) ?? []) {
      const address = readAddress(value)
      if (address !== null && !isHidden(address)) return { address, rule: name }
    }
  }
  const returned = message.returned?.headers
  for (const name of RETURNED_FIELDS) {
    const address = readAddress(returned?.get(name) ?? '')
    if (address !== null && !isHidden(address)) return { address, rule: `returned/${name}` }
  }
  const received = (returned?.all('received') ?? []).flatMap((value) => /\sfor\s+<([^<>\s]+)>/i.exec(value)?.[1] ?? [])
  const envelope = [...new Set(received.map((value) => readAddress(value)))]
  if (envelope.length === 1 && envelope[0] && !isHidden(envelope[0]))
    return { address: envelope[0], rule: 'returned/received' }
  const to = returnedRecipient(message)
  if (to !== null) return { address: to, rule: 'returned/to' }
  // A sender who encodes the recipient into the return path gets it back even where the provider hides it.
  for (const name of ['return-path', 'errors-to', 'x-errors-to']) {
    const address = undoVerp(readAddress(returned?.get(name) ?? '') ?? '')
    if (address !== null && !isHidden(address)) return { address, rule: 'returned/verp' }
  }
  return { address: null, rule: 'hidden' }
}

/** Loops without a feedback-report part: their senders and subjects. */
const LOOP_SENDER =
  /(?:staff@hotmail\.com|feedbackloop@|fbl[-_.]?[a-z]*@|complaints?@(?:fbl|feedback)|(?:abuse|fbl)[-_]?report|scomp@aol\.(?:net|com)|@(?:fbl|arf|feedbackloop)\.)/i
const LOOP_SUBJECT =
  /^\s*(?:\[?(?:complaint|abuse|spam) (?:about|report|complaint|feedback)|email feedback report|feedback loop|fbl:|junk mail report|complaint about message from)/i

/** Reports of SpamCop's users, which quote the mail with its readers made unreadable. */
const SPAMCOP = /@(?:reports|devnull|admin)\.spamcop\.net\b/i

function isLoop(message: ParsedMessage): boolean {
  if (message.feedback) return true
  const from = message.headers.get('from') ?? ''
  const subject = message.headers.get('subject') ?? ''
  return (
    message.headers.has('x-hmxmroriginalrecipient') ||
    optedOut(message) ||
    (SPAMCOP.test(from) && /^\s*\[SpamCop\b/i.test(subject)) ||
    ((LOOP_SENDER.test(from) || LOOP_SUBJECT.test(subject)) && message.attached !== null)
  )
}

/** Apple Mail asks in its user's name to be taken off a list, by mail from that user's address. */
function optedOut(message: ParsedMessage): boolean {
  return /^\s*true/i.test(message.headers.get('x-apple-unsubscribe') ?? '')
}

function found(message: ParsedMessage): Found {
  const own = readAddress(message.headers.get('x-hmxmroriginalrecipient') ?? '')
  if (own !== null) return { address: own, rule: 'x-hmxmroriginalrecipient' }
  if (!message.feedback && optedOut(message)) {
    return { address: firstAddress(message.headers.get('from') ?? ''), rule: 'x-apple-unsubscribe' }
  }
  return complainedAbout(message)
}

export const arf: Detector = {
  name: NAME,
  tier: 'structured',
  title: 'Complaint of a feedback loop',
  source:
    'RFC 5965 §3 (fields); postmaster pages of the Microsoft Junk Mail Reporting Program; SpamCop FAQ, "How can I get SpamCop reports"',
  gate: (message) =>
    message.feedback !== null ||
    /report|spamcop|complain|feedback|abuse|fbl|staff@|scomp/i.test(
      `${message.headers.get('subject') ?? ''} ${message.headers.get('from') ?? ''}`,
    ) ||
    message.headers.has('x-hmxmroriginalrecipient') ||
    message.headers.has('x-apple-unsubscribe'),
  detect(message): Statement[] {
    if (!isLoop(message)) return []
    const type = message.feedback?.fields.get('feedback-type')?.trim().toLowerCase() ?? null
    if (type !== null && NO_COMPLAINT.test(type)) return []
    const { address, rule } = found(message)
    const excerpt =
      message.feedback?.fields.fields.map((field) => `${field.name}: ${field.value}`).join('\n') ??
      message.headers.get('subject') ??
      ''
    const others = address === null ? [] : otherRecipients(message, address)
    return [address, ...others].map((recipient) =>
      state({
        kind: 'complaint',
        recipient,
        reportingMta: null,
        evidence: { detector: NAME, rule, part: message.feedback?.part ?? 'headers', excerpt },
        remark: recipient === null ? HIDDEN : null,
      }),
    )
  },
}

/** Further recipients that the report itself lists (RFC 5965 §3.2 allows Original-Rcpt-To more than once). */
function otherRecipients(message: ParsedMessage, first: string): string[] {
  const listed = (message.feedback?.fields.all('original-rcpt-to') ?? []).flatMap((value) => findAddresses(value))
  return [...new Set(listed.map((address) => address.toLowerCase()))].filter(
    (address) => address !== first.toLowerCase() && !isHidden(address),
  )
}
