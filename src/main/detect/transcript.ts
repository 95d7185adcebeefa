/** SMTP sessions as notices print them: what was sent, what came back, and which reply belongs to which recipient. */
import type { SmtpStage } from '../../shared/smtp.ts'
import { readAddress } from '../message/addresses.ts'
import { sameAddress } from './statement.ts'

/** One command and the answer to it. */
export interface Exchange {
  host: string | null
  /** As sent, e.g. `RCPT To:<a@example.com>`; empty before the first command. */
  command: string
  /** Of a RCPT command, else null. */
  recipient: string | null
  /** Lines of the answer joined by LF; empty where none is printed. */
  reply: string
}

/** How a writer marks its lines. Each pattern captures the rest of the line in its first group. */
export interface Marks {
  sent: RegExp
  received: RegExp
}

/** Sendmail's (savemail.c, usersmtp.c), which Courier and others took over. */
export const ARROWS: Marks = { sent: /^[ \t]*>>>[ \t]*(\S.*)$/, received: /^[ \t]*<<<[ \t]*(\S.*)$/ }

/** `... while talking to mx.example.com.:` begins a conversation. */
export const TALKING = /^[. \t]*while talking to (\S+?)[.:]*[ \t]*$/i
const RCPT = /^RCPT TO:\s*(<[^>]*>|\S+)/i

/** The exchanges of a transcript in order. */
export function readTranscript(text: string, marks: Marks = ARROWS): Exchange[] {
  const exchanges: Exchange[] = []
  let host: string | null = null
  let open: Exchange | null = null
  for (const line of text.split('\n')) {
    const talking = TALKING.exec(line)
    const sent = marks.sent.exec(line)?.[1]
    const received = marks.received.exec(line)?.[1]
    if (talking) {
      host = (talking[1] ?? '').toLowerCase()
      open = null
    } else if (sent !== undefined) {
      const rcpt = RCPT.exec(sent)
      open = { host, command: sent.trim(), recipient: rcpt ? readAddress(rcpt[1] ?? '') : null, reply: '' }
      exchanges.push(open)
    } else if (received !== undefined) {
      if (open === null) {
        open = { host, command: '', recipient: null, reply: '' }
        exchanges.push(open)
      }
      open.reply = open.reply === '' ? received.trim() : `${open.reply}\n${received.trim()}`
    }
  }
  return exchanges
}

const REFUSAL = /^[45]\d\d/

/** The lines of an answer up to the end of its first refusal: pipelining prints the answers to several commands in a row. */
function firstRefusal(reply: string): string {
  const lines = reply.split('\n')
  const from = lines.findIndex((line) => REFUSAL.test(line))
  if (from < 0) return ''
  const to = lines.findIndex((line, index) => index >= from && !/^\d\d\d-/.test(line))
  return lines.slice(from, to < 0 ? lines.length : to + 1).join('\n')
}

/** What was answered to one recipient, by whom, and to which command. */
export interface Refusal {
  host: string | null
  stage: SmtpStage | null
  reply: string
}

const STAGES: readonly [SmtpStage, RegExp][] = [
  ['rcpt-to', /^RCPT\b/i],
  ['mail-from', /^MAIL\b/i],
  ['data', /^DATA\b/i],
  ['end-of-data', /^\.|^(?:final|end of) DATA/i],
  ['helo', /^(?:EHLO|HELO|LHLO)\b/i],
]

/** The stage that a command as sent stands for; null for one that is none of the envelope's. */
export function stageOf(command: string): SmtpStage | null {
  return STAGES.find(([, pattern]) => pattern.test(command))?.[0] ?? null
}

function refusal(exchange: Exchange): Refusal {
  const host = exchange.host?.includes('.') ? exchange.host : null
  return { host, stage: stageOf(exchange.command), reply: firstRefusal(exchange.reply) }
}

/** The refusal that was meant for this recipient alone: of its RCPT, or one that names it. */
export function ownRefusal(recipient: string, exchanges: readonly Exchange[]): Refusal | null {
  const refused = exchanges.filter((one) => firstRefusal(one.reply) !== '')
  const own =
    refused.find((one) => sameAddress(one.recipient, recipient)) ??
    refused.find((one) => one.recipient === null && one.reply.toLowerCase().includes(`<${recipient.toLowerCase()}>`))
  return own ? refusal(own) : null
}

/** The first refusal of what concerns every recipient: the greeting, MAIL, DATA, the message itself. */
export function sharedRefusal(exchanges: readonly Exchange[]): Refusal | null {
  const shared = exchanges.find(
    (one) => one.recipient === null && firstRefusal(one.reply) !== '' && !/^(?:QUIT|RSET)\b/i.test(one.command),
  )
  return shared ? refusal(shared) : null
}

/** The refusal that belongs to a recipient: its own, else the one of all. */
export function refusalOf(recipient: string, exchanges: readonly Exchange[]): Refusal | null {
  return ownRefusal(recipient, exchanges) ?? sharedRefusal(exchanges)
}
