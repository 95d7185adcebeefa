/** Judges one reply, or a bounce text pasted whole, without a mailbox around it. Pure. */
import type { ExplainAnswer, ExplainQuestion } from '../../shared/explained.ts'
import { readReplyCode } from '../../shared/smtp.ts'
import { judge } from './index.ts'
import { hostOf, quotedHost } from './recognise.ts'

/** Longest pasted text that is read, in characters: a report's words stand in its first lines. */
const MAX_PASTED = 64_000
/** Longest excerpt in the evidence. */
const MAX_EXCERPT = 400
/** How many lines behind the one with the code belong to the same reply at most. */
const MAX_REPLY_LINES = 12

interface Pasted {
  diagnostic: string
  status: string | null
  remoteMta: string | null
  recipient: string | null
  delayed: boolean
}

/** A field of a delivery report (RFC 3464), unfolded. */
function field(text: string, name: string): string | null {
  const found = new RegExp(`^[ \\t>]*${name}:[ \\t]*([^\\r\\n]*(?:\\r?\\n[ \\t]+[^\\r\\n]+)*)`, 'im').exec(text)
  return found?.[1]?.replace(/\s*\r?\n\s+/g, '\n').trim() || null
}

/** The paragraph of a longer text that holds the reply: from its code on, up to an empty line. */
function replyLines(text: string): string {
  const lines = text.split(/\r\n|\r|\n/)
  if (lines.length <= MAX_REPLY_LINES) return text
  const start = lines.findIndex((line) => /^[45]/.test(readReplyCode(line) ?? ''))
  if (start < 0) return text
  // The code often stands on the line behind `host … said:`.
  const first = start > 0 && /\bsaid:\s*$/.test(lines[start - 1] ?? '') ? start - 1 : start
  const behind = lines.slice(first, first + MAX_REPLY_LINES)
  const end = behind.findIndex((line) => line.trim() === '')
  return (end > 0 ? behind.slice(0, end) : behind).join('\n')
}

const LOGGED_RECIPIENT = /\bto=<([^<>\s]+@[^<>\s]+)>/
const LOGGED_RELAY = /\brelay=([\w.-]+)\[/
const NAMED_RECIPIENT = /^\s*<([^<>\s]+@[^<>\s]+)>:/m

function read(text: string): Pasted {
  const clipped = text.slice(0, MAX_PASTED)
  const diagnostic = field(clipped, 'Diagnostic-Code')
  const recipient = field(clipped, 'Final-Recipient')?.replace(/^[\w-]+\s*;\s*/, '')
  return {
    diagnostic: diagnostic ?? replyLines(clipped).trim(),
    status: /^[245]\.\d{1,3}\.\d{1,3}/.exec(field(clipped, 'Status') ?? '')?.[0] ?? null,
    remoteMta: hostOf(field(clipped, 'Remote-MTA')) ?? LOGGED_RELAY.exec(clipped)?.[1] ?? null,
    recipient: recipient ?? LOGGED_RECIPIENT.exec(clipped)?.[1] ?? NAMED_RECIPIENT.exec(clipped)?.[1] ?? null,
    delayed: /^delayed/i.test(field(clipped, 'Action') ?? ''),
  }
}

/**
 * Judges a pasted reply as `judge` does one out of a mailbox. What is asked with it (host, recipient) wins over what
 * the text itself names. Never throws; of an empty text the cause is `unknown`.
 */
export function explainReply(question: ExplainQuestion): ExplainAnswer {
  const pasted = read(question.reply)
  const recipient = question.recipient?.trim() || pasted.recipient
  const remoteMta = question.remoteMta?.trim() || pasted.remoteMta || quotedHost(pasted.diagnostic.toLowerCase())
  const judgement = judge({
    kind: pasted.delayed ? 'delay' : 'bounce',
    recipient,
    replyCode: null,
    enhancedCode: pasted.status,
    diagnostic: pasted.diagnostic,
    remoteMta,
    reportingMta: null,
    action: null,
    stage: null,
  })
  const { provider, replyCode, enhancedCode, group, cause, fault, verdict, why, fix, rule, matched } = judgement
  return {
    recipient,
    provider,
    replyCode,
    enhancedCode,
    group,
    cause,
    fault,
    verdict,
    addressVerdict: verdict,
    why,
    fix,
    diagnostic: pasted.diagnostic,
    remoteMta,
    evidence: {
      detector: 'explain',
      rule,
      part: 'reply',
      excerpt: (matched ?? pasted.diagnostic).slice(0, MAX_EXCERPT),
    },
  }
}
