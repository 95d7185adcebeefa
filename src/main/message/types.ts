/** The message room's contract: bytes in, a `ParsedMessage` out. Detectors read nothing else. */

/** One message of a mailbox, quoting undone, before it is parsed. */
export interface RawMessage {
  file: string
  /** Zero-based index in the file. */
  index: number
  /** Byte offset in the file (of the `From ` line in an mbox), after decompression. */
  offset: number
  bytes: Uint8Array
  /** ISO 8601 UTC date of the mbox separator, where it has one. */
  separatorDate: string | null
  /** Bytes of the whole message where `bytes` holds only its head. */
  fullSize: number
}

/** Header fields in order. Names are lower-cased; values unfolded, RFC 2047 words decoded. */
export interface Headers {
  readonly list: readonly HeaderField[]
  /** The first value of this name, else null. */
  get(name: string): string | null
  all(name: string): string[]
  has(name: string): boolean
}

export interface HeaderField {
  name: string
  /** Unfolded, RFC 2047 words decoded, trimmed. */
  value: string
  /** Unfolded, as it stands in the message. */
  raw: string
}

/** A leaf of the MIME tree, or a message inside the message. */
export interface MessagePart {
  /** IMAP-style path: `1`, `2.1`. */
  path: string
  /** Lower-cased media type, e.g. `text/plain`; what the message says, `text/plain` where it says nothing. */
  type: string
  filename: string | null
  headers: Headers
  /** Transfer encoding and charset undone; an unknown charset is read as windows-1252. LF line ends. Lazy, cached. */
  readonly text: string
}

/** Fields of a delivery-status-like block: names lower-cased, values unfolded but with line structure kept as LF. */
export interface FieldGroup {
  fields: readonly { name: string; value: string }[]
  get(name: string): string | null
  all(name: string): string[]
}

/** RFC 3464 §2.1: one group about the message, then one for each recipient. */
export interface DeliveryStatus {
  /** Label for evidence: `2 message/delivery-status`; `text` where it was found by scanning. */
  part: string
  perMessage: FieldGroup
  perRecipient: FieldGroup[]
}

/** The message that came back, or what the report quotes of it. */
export interface ReturnedMessage {
  part: string
  headers: Headers
}

export interface ParsedMessage {
  raw: RawMessage
  headers: Headers
  /** Leaves in document order; the returned message's own leaves are not among them. */
  parts: readonly MessagePart[]
  /**
   * What a person would read, as plain text with LF line ends: the text parts of the report itself (HTML reduced to
   * text where there is no plain part), up to but without the returned message. Lazy.
   */
  readonly text: string
  /** Delivery-status parts as MIME declares them; detectors may find more by scanning. */
  readonly deliveryStatus: readonly DeliveryStatus[]
  /** Fields of a `message/feedback-report` part (RFC 5965), else null. */
  readonly feedback: { part: string; fields: FieldGroup } | null
  /** The returned message or its headers: a `message/rfc822`, `text/rfc822-headers` or quoted block, else null. */
  readonly returned: ReturnedMessage | null
  /**
   * The first whole message that is attached to this one (message/rfc822, message/global, a file called .eml), else the
   * one that its text quotes, read like any other; null where there is none. Of a report this is what came back; of a
   * forward it may be a report itself. Lazy.
   */
  readonly attached: ParsedMessage | null
  /** All such messages in order, at most `MAX_ENCLOSED`: people pass on several reports at once. Lazy. */
  readonly enclosed: readonly ParsedMessage[]
  /** Which reader served: our own structural one, or mailparser. */
  readonly reader: 'structure' | 'mailparser'
  /** The report's Date, else its newest Received, else the separator's. ISO 8601 UTC. */
  readonly reportedAt: string | null
  /** A sentence where something was wrong or left out (no headers, only the head was read), else null. */
  readonly remark: string | null
  /** False where there are no header fields at all or the bytes are no text: such a message is `unreadable`. */
  readonly readable: boolean
}
