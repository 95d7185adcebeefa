/**
 * Exim. Its notices list addresses, indented by two, each with reasons below, indented by four: `(generated from …)`
 * names who was mailed where an alias or a filter stands between, `SMTP error from remote mail server after …` and
 * `host … [ip]` who refused. X-Failed-Recipients in the header repeats the addresses, parted by commas.
 */
import type { Kind } from '../../shared/bounce.ts'
import { readAddress, splitAddresses } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { headline, noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'exim'

/** deliver.c (failures, delays, frozen messages), moan.c (refused at submission), local_scan. */
const INTRO =
  /^(?:This message was created automatically by mail delivery (?:software|system)|A message that you (?:have )?sent (?:could not be delivered|contained|was rejected|has not yet been delivered)|Message \S+ (?:has been|was) frozen|The \S+ router encountered the following error)/im
const ANNOUNCES =
  /following address|address(?:es)? (?:to which|that were)|incorrectly constructed|all of its recipients|could not be delivered to|^address(?:\(es\)|es)? failed:$/i
/** Longest line that may announce a list: a notice's own lines are short, and a line of anything else may be endless. */
const MAX_LINE = 400
const END =
  /^(?:The following text was generated|No action is required|-{4,} This is a copy of|This address has been ignored|The address(?:es)? ha(?:s|ve) been ignored|[ \t]*-{4,} (?:pipe|save|Message)|Included is a copy|Reporting-MTA:)/m

const DELAYED =
  /has not (?:yet )?been delivered to|have not yet been delivered|yet to be delivered|Delivery attempts will continue|Warning: message \S+ delayed|(?:has been|was) frozen/i

/** First line of an entry: up to three blanks, then an address (colon and reason may follow), a pipe, a file, or nobody. */
const ENTRY =
  /^ {0,3}(?=\S)((?:pipe to|save to|autoreply|delivery to file|\|)\s?.*|an undisclosed address|<?"[^"\n]+"@[^\s<>:]+>?|(?!.*\b(?:error|RCPT TO|MAIL FROM|host)\b)[^\n<]{1,80} <[^<>\s]+@[^<>\s]+>|<?[^\s<>:]+@[^\s<>:]+>?)(?:\s*:\s*(.*)|\s*)$/
const GENERATED = /\(?(?:ultimately )?generated (?:from|by) ([^\s()]+|"[^"\n]+"@[^\s()]+)\)?/

interface Entry {
  named: string
  lines: string[]
}

/** A line that ends with a colon, names no address, and says that addresses follow. */
function announcesList(line: string): boolean {
  const words = line.trim()
  return words.length <= MAX_LINE && words.endsWith(':') && !/\S@\S/.test(words) && ANNOUNCES.test(words)
}

function readEntries(text: string): Entry[] {
  const lines = text.split('\n')
  const start = lines.findIndex(announcesList)
  if (start < 0) return []
  const rest = lines.slice(start + 1).join('\n')
  const end = END.exec(rest)
  const entries: Entry[] = []
  for (const line of (end ? rest.slice(0, end.index) : rest).split('\n')) {
    const entry = ENTRY.exec(line)
    const last = entries[entries.length - 1]
    if (entry) entries.push({ named: (entry[1] ?? '').trim(), lines: entry[2] ? [entry[2]] : [] })
    else if (last && line.trim() !== '') last.lines.push(line.trim())
  }
  return entries
}

/** Who refused: `host mx.example.com [192.0.2.1]`. */
function hostIn(reason: string): string | null {
  return /\bhost ([A-Za-z0-9.-]+\.[A-Za-z0-9-]+) \[[0-9A-Fa-f.:]+\]/.exec(reason)?.[1]?.toLowerCase() ?? null
}

/** The status that a delivery-status part states for the entry of this rank, where it could not name an address. */
function statusOf(message: ParsedMessage, rank: number, count: number): string | undefined {
  const groups = message.deliveryStatus.flatMap((block) => block.perRecipient)
  if (groups.length !== count) return undefined
  return /^[245]\.\d{1,3}\.\d{1,3}/.exec(groups[rank]?.get('status') ?? '')?.[0]
}

function fromEntries(message: ParsedMessage, kind: Kind): Statement[] {
  const entries = readEntries(message.text)
  return entries.flatMap((entry, rank) => {
    const source = GENERATED.exec(entry.lines.join('\n'))
    const reason = entry.lines.filter((line) => !GENERATED.test(line)).join('\n')
    const parent = source ? readAddress(source[1] ?? '') : null
    const child = readAddress(entry.named)
    const extra = {
      kind,
      originalRecipient: parent === null ? null : child,
      remoteMta: hostIn(reason),
      enhancedCode: child === null ? statusOf(message, rank, entries.length) : undefined,
    }
    const text = reason !== '' ? reason : child === null ? entry.named : null
    return noted({ detector: NAME, rule: 'address-list' }, parent ?? child ?? entry.named, text, extra)
  })
}

/** A text that its operator rewrote (`bounce_message_file`): the header still names the addresses. */
function fromHeader(message: ParsedMessage, kind: Kind): Statement[] {
  const lines = message.text.split('\n')
  return message.headers.all('x-failed-recipients').flatMap((value) =>
    splitAddresses(value).flatMap((address) => {
      const at = lines.findIndex((line) => line.trim().toLowerCase().startsWith(address.toLowerCase()))
      const end = lines.findIndex((line, index) => index > at && !/^[ \t]{3,}\S/.test(line))
      const reason = at < 0 ? '' : lines.slice(at + 1, end < 0 ? lines.length : end).join('\n')
      const extra = { kind, remoteMta: hostIn(reason) }
      return noted({ detector: NAME, rule: 'x-failed-recipients' }, address, reason.trim() || null, extra)
    }),
  )
}

/** Providers that use Exim's header or its introduction for notices of their own. */
const OTHERS = /google(?:mail)?\.com|gmail\.com/i
const OTHERS_WORDS =
  /SMTP error from remote server (?:for|after)|^For the following reason:|^"[^"\s@]+@[^"\s]+":[ \t]*$/m

function isExim(message: ParsedMessage): boolean {
  if (OTHERS.test(message.headers.get('from') ?? '') || OTHERS_WORDS.test(message.text)) return false
  return message.headers.has('x-failed-recipients') || INTRO.test(message.text)
}

export const exim: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Exim: list of failed addresses',
  source:
    'Exim src/deliver.c (print_address_information, delay warnings), src/moan.c; spec, "Customizing bounce and warning messages"',
  gate: isExim,
  detect(message): Statement[] {
    const kind = DELAYED.test(headline(message)) ? 'delay' : 'bounce'
    const listed = fromEntries(message, kind)
    return listed.length > 0 ? listed : fromHeader(message, kind)
  },
}
