/** Names that mail systems write at the top of a message. `Year:` in a poem is none of them. */
const KNOWN = new Set(
  `return-path received delivered-to envelope-to envelope-from original-recipient from to cc bcc date subject message-id
  reply-to sender mime-version references in-reply-to status lines auto-submitted precedence errors-to importance priority
  dkim-signature domainkey-signature dkim-filter authentication-results received-spf user-agent thread-topic thread-index
  organization newsgroups path apparently-to disposition-notification-to feedback-id fcc mailing-list delivery-date
  bounces-to deferred-delivery sensitivity keywords comments old-return-path reporting-mta require-recipient-valid-since
  message-context accept-language sent`.split(/\s+/),
)
const KNOWN_FAMILY = /^(?:x|list|resent|arc|content|ironport|autocrypt|feedback)-/

/** RFC 5322 §2.2: printable characters but the colon; a blank before the colon is obsolete syntax (§4.5) that occurs. */
const FIELD = /^([!-9;-~]{1,80})[ \t]*:/

/** What stands where header lines should be. */
export interface HeaderBlock {
  /** Header lines, folded ones not counted. */
  lines: number
  /** Those with a name that mail systems write. */
  known: number
  /** True where an empty line, or the end of the file, closes the block. */
  closed: boolean
}

/** Enough to be sure; the rest of the block is not looked at. */
export const ENOUGH_KNOWN = 4

/**
 * Looks at the lines at the start of `text` (LF or CRLF).
 * @param atEnd whether the file ends where `text` ends
 */
export function headerBlock(text: string, atEnd: boolean): HeaderBlock {
  const block: HeaderBlock = { lines: 0, known: 0, closed: false }
  let first = true
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf('\n', at)
    if (feed < 0 && !atEnd) return block
    const lineEnd = feed < 0 ? text.length : feed
    const line = text.slice(at, Math.min(lineEnd, at + 200)).replace(/\r$/, '')
    at = lineEnd + 1
    if (line === '') return { ...block, closed: true }
    const folded = line.charCodeAt(0) === 32 || line.charCodeAt(0) === 9
    const field = folded ? null : FIELD.exec(line)
    if (field?.[1] !== undefined) {
      const name = field[1].toLowerCase()
      block.lines++
      if (KNOWN.has(name) || KNOWN_FAMILY.test(name)) block.known++
      if (block.known >= ENOUGH_KNOWN) return block
    } else if (!(folded && block.lines > 0) && !(first && /^>+From /.test(line))) {
      // A quoted separator may stand first: mail that passed through two mailboxes.
      return block
    }
    first = false
  }
  return { ...block, closed: atEnd }
}

/** Whether a file that begins like this is a message: two known header fields, or nothing but known ones. */
export function looksLikeMessage(block: HeaderBlock): boolean {
  return block.known >= 2 || (block.known === 1 && block.lines === 1 && block.closed)
}
