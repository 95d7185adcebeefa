/**
 * The one type everyone shares: what one message says about one recipient, and the words it is said in.
 * Terms follow RFC 3464 (delivery status notifications), RFC 3463 (enhanced status codes), RFC 5321 (replies)
 * and RFC 5965 (complaints).
 */

/** What a record is. Only `bounce` and `delay` carry a group and a verdict; a `complaint` is always `remove`. */
export const KINDS = [
  'bounce',
  'delay',
  'complaint',
  'delivered',
  'auto-reply',
  'challenge',
  'receipt',
  'list-notice',
  'other',
  'unreadable',
] as const
export type Kind = (typeof KINDS)[number]

/** What the sender was told: refused for good, refused for now, or never answered. */
export const GROUPS = ['hard', 'soft', 'timeout'] as const
export type Group = (typeof GROUPS)[number]

/** Who can mend it. `address`: nobody, it is dead. `sender`: us. */
export const FAULTS = ['address', 'mailbox', 'sender', 'network', 'receiver', 'unknown'] as const
export type Fault = (typeof FAULTS)[number]

/** What to do with the address, gravest first. */
export const VERDICTS = ['remove', 'review', 'watch', 'keep'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What happened. `src/shared/knowledge/causes.ts` says for each what it means and what to do. */
export const CAUSES = [
  'mailbox-unknown',
  'domain-unknown',
  'mailbox-disabled',
  'mailbox-moved',
  'mailbox-full',
  'recipient-refused',
  'blocklisted',
  'reputation',
  'authentication',
  'missing-ptr',
  'policy',
  'rate-limited',
  'message-too-large',
  'content',
  'spam',
  'virus',
  'protocol',
  'tls',
  'greylisted',
  'relay-denied',
  'loop',
  'server-trouble',
  'connection-failed',
  'dns-failure',
  'expired',
  'unknown',
] as const
export type Cause = (typeof CAUSES)[number]

/** Where a message lies. */
export interface Source {
  /** Path as the person named or dropped it; for an archive entry `archive.zip/entry.mbox`. */
  file: string
  /** Zero-based index of the message in that file. */
  index: number
  /** Byte offset of the message (of its `From ` line in an mbox) in that file, after decompression. */
  offset: number
}

/** Which words of the message a statement or verdict rests on. */
export interface Evidence {
  /** The detector that read it, e.g. `rfc3464`. */
  detector: string
  /** The rule that named the cause, e.g. `gmail/no-such-user`; of a message that is no bounce, the detector's rule. */
  rule: string
  /** The part of the message: a MIME part path and name (`2 message/delivery-status`), or `headers`. */
  part: string
  /** The words themselves, at most a few lines. */
  excerpt: string
}

/** The returned message, as far as the report quotes it. */
export interface OriginalMessage {
  from: string | null
  subject: string | null
  messageId: string | null
  /** ISO 8601, UTC. */
  date: string | null
}

/** What one message says about one recipient. Null where the message does not say. Codes are strings. */
export interface BounceRecord {
  /** SHA-256 of the message (quoting undone, LF line ends), first 32 hex digits, `:`, index of the recipient in it. */
  id: string
  source: Source
  kind: Kind
  /** The address that was mailed; domain lower-cased, local part as written. */
  recipient: string | null
  /** The address before or after forwarding, when the report names both. */
  originalRecipient: string | null
  domain: string | null
  /** Id of a provider in `src/shared/knowledge/providers`, else null. */
  provider: string | null
  /** Three digits (RFC 5321 §4.2). */
  replyCode: string | null
  /** `class.subject.detail` (RFC 3463). */
  enhancedCode: string | null
  group: Group | null
  cause: Cause | null
  fault: Fault | null
  /** Judges this record alone. */
  verdict: Verdict | null
  /** Judges the address over all records of the workspace or run; what removal lists use. */
  addressVerdict: Verdict | null
  /** One sentence: why this verdict. */
  why: string | null
  /** One sentence: what to do. The steps are in the knowledge. */
  fix: string | null
  /** The reply or diagnostic text, lines joined by LF. */
  diagnostic: string | null
  remoteMta: string | null
  reportingMta: string | null
  /** RFC 3464 Action, lower-cased, as stated. */
  action: string | null
  /** When it was reported: the report's Date, else its newest Received, else the separator's. ISO 8601, UTC. */
  reportedAt: string | null
  original: OriginalMessage
  evidence: Evidence
  /** A sentence on what could not be read or is hidden: a redacted recipient, a message read only in part. */
  remark: string | null
}

/** A thing that could not be read, and where. */
export interface Unread {
  file: string
  /** `byte 1024`, `message 7 at byte 5000`, `the whole file`. */
  place: string
  /** A sentence for people. */
  why: string
}

/** Every message accounted for: `messages` is always the sum of `kinds`. */
export interface Accounting {
  messages: number
  /** Messages whose content was seen before; not in `messages`. */
  duplicates: number
  /** Thunderbird's deleted, not yet compacted messages (X-Mozilla-Status bit 0x0008); not in `messages`. */
  deleted: number
  /** Each message once, under the strongest of its kinds. */
  kinds: Record<Kind, number>
  /** Bounces that name no recipient; part of `kinds.bounce`. */
  unrecognised: number
  unread: Unread[]
}

/** The strongest kind first: under which of its kinds a message is counted. */
export const KIND_STRENGTH: readonly Kind[] = KINDS

/** The kind under which a message with records of these kinds is counted; `other` for none. */
export function strongestKind(kinds: Iterable<Kind>): Kind {
  const present = new Set(kinds)
  return KIND_STRENGTH.find((kind) => present.has(kind)) ?? 'other'
}

/** An accounting of nothing, to add to. */
export function emptyAccounting(): Accounting {
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>
  return { messages: 0, duplicates: 0, deleted: 0, kinds, unrecognised: 0, unread: [] }
}
