/** The words in which everything is named on screen, in tables and in exports: one place, so that they agree. */
import type { Cause, Fault, Group, Kind, Verdict } from '../bounce.ts'
import { PROVIDER_LABELS, providerById } from './providers/index.ts'

export const CAUSE_LABELS: Record<Cause, string> = {
  'mailbox-unknown': 'No such mailbox',
  'domain-unknown': 'Domain accepts no mail',
  'mailbox-disabled': 'Mailbox closed',
  'mailbox-moved': 'Mailbox moved',
  'mailbox-full': 'Mailbox full',
  'recipient-refused': 'Recipient refuses',
  blocklisted: 'On a blocklist',
  reputation: 'Poor sender reputation',
  authentication: 'Sender not authenticated',
  'missing-ptr': 'Reverse DNS missing',
  policy: 'Refused by policy',
  'rate-limited': 'Sending too fast',
  'message-too-large': 'Message too large',
  content: 'Content refused',
  spam: 'Taken for spam',
  virus: 'Virus or unsafe attachment',
  protocol: 'Technical fault in the message',
  tls: 'Encryption failed',
  greylisted: 'Greylisted',
  'relay-denied': 'Relaying denied',
  loop: 'Mail loop',
  'server-trouble': 'Trouble at their server',
  'connection-failed': 'No connection',
  'dns-failure': 'DNS gave no answer',
  expired: 'Gave up after retrying',
  unknown: 'Cause not recognised',
}

const VERDICT_LABELS: Record<Verdict, string> = { remove: 'Remove', review: 'Review', watch: 'Watch', keep: 'Keep' }

const GROUP_LABELS: Record<Group, string> = { hard: 'Hard', soft: 'Soft', timeout: 'Timeout' }

const KIND_LABELS: Record<Kind, string> = {
  bounce: 'Bounce',
  delay: 'Delay, still trying',
  complaint: 'Complaint',
  delivered: 'Delivered',
  'auto-reply': 'Automatic reply',
  challenge: 'Challenge to the sender',
  receipt: 'Read receipt',
  'list-notice': 'Mailing list notice',
  other: 'Ordinary mail',
  unreadable: 'Unreadable',
}

const FAULT_LABELS: Record<Fault, string> = {
  address: 'The address',
  mailbox: 'The mailbox’s owner',
  sender: 'You, the sender',
  network: 'The network',
  receiver: 'The receiving server',
  unknown: 'Not known',
}

// A workspace of another version may hold a value without a name here: it is shown as it is.

export function causeLabel(cause: Cause): string {
  return CAUSE_LABELS[cause] ?? cause
}

export function verdictLabel(verdict: Verdict): string {
  return VERDICT_LABELS[verdict] ?? verdict
}

export function groupLabel(group: Group): string {
  return GROUP_LABELS[group] ?? group
}

export function kindLabel(kind: Kind): string {
  return KIND_LABELS[kind] ?? kind
}

export function faultLabel(fault: Fault): string {
  return FAULT_LABELS[fault] ?? fault
}

/** The provider's name for people; the id itself when it is none of ours. */
export function providerLabel(id: string): string {
  return PROVIDER_LABELS.get(id) ?? id
}

/** The provider's name inside a sentence. */
export function providerName(id: string): string {
  return providerById(id)?.name ?? providerLabel(id)
}
