/**
 * The session that Sendmail prints: conversations one after another, each with the commands and replies that mattered and
 * Sendmail's own verdict at its end, on an address (`550 <a@b>... User unknown`) or on the whole (`554 Service unavailable`).
 */
import { readAddress } from '../message/addresses.ts'
import { ADDRESS } from './notice.ts'
import { sameAddress } from './statement.ts'
import { type Exchange, ownRefusal, type Refusal, readTranscript, sharedRefusal, TALKING } from './transcript.ts'

/** Sendmail's verdict on an address. */
export interface Verdict {
  recipient: string
  line: string
}

export interface Conversation {
  host: string | null
  exchanges: Exchange[]
  verdicts: Verdict[]
  /** Verdicts that name no address. */
  bare: string[]
}

const VERDICT = new RegExp(`^[45]\\d\\d (?:[45]\\.\\d{1,3}\\.\\d{1,3} )?<?(${ADDRESS})>?\\.\\.\\. *\\S`)
/** `421 host (smtp)... Deferred: …`, `550 host (smtp)... 550 Host unknown`: on a host, not on an address. */
const HOST_VERDICT = /^[245]\d\d (\S+) \([a-z]+\)\.\.\./

/** The conversations of a session in order. */
export function readConversations(session: string): Conversation[] {
  const groups: { host: string | null; lines: string[] }[] = [{ host: null, lines: [] }]
  for (const line of session.split('\n')) {
    const host = (TALKING.exec(line) ?? HOST_VERDICT.exec(line))?.[1]?.toLowerCase() ?? null
    const last = groups[groups.length - 1]
    if (last && (host === null || host === last.host)) last.lines.push(line)
    else groups.push({ host, lines: [line] })
  }
  return groups.map(({ host, lines }) => {
    const named = lines.flatMap((line) => {
      const recipient = readAddress(VERDICT.exec(line)?.[1] ?? '')
      return recipient === null ? [] : [{ recipient, line: line.trim() }]
    })
    const bare = lines.filter((line) => /^[45]\d\d /.test(line) && !VERDICT.test(line) && !HOST_VERDICT.test(line))
    return { host, exchanges: readTranscript(lines.join('\n')), verdicts: named, bare: bare.map((line) => line.trim()) }
  })
}

/** Words that Sendmail puts over a refusal which the lines above tell in full (sysexits.c). */
const WRAPPER =
  /\.\.\. *(?:Service unavailable|Data format error|Remote protocol error|Deferred|Internal error|Input\/output error|User unknown)/i

/** A verdict may quote the code that its mailer gave: `554 <address>... 550 Host unknown`. */
function unquote(line: string): string {
  return /\.\.\. *([45]\d\d .*)$/.exec(line)?.[1] ?? line
}

function withVerdict(refused: Refusal, verdict: Verdict | undefined): Refusal {
  return verdict ? { ...refused, reply: `${refused.reply}\n${verdict.line}` } : refused
}

function ofDomain(host: string | null, recipient: string): boolean {
  const domain = recipient.slice(recipient.lastIndexOf('@') + 1).toLowerCase()
  return host !== null && (host.replace(/\.$/, '') === domain || host.replace(/\.$/, '').endsWith(`.${domain}`))
}

/**
 * What the session tells of one recipient: its own refusal, else the verdict on it, else (unless `alone`: it was given to
 * a program, not to a remote host) a refusal that concerned all, else a verdict that names nobody.
 */
export function toldOf(recipient: string, conversations: readonly Conversation[], alone = false): Refusal | null {
  for (const { exchanges, verdicts } of conversations) {
    const verdict = verdicts.find((one) => sameAddress(one.recipient, recipient))
    const own = ownRefusal(recipient, exchanges)
    if (own) return withVerdict(own, verdict)
    if (!verdict) continue
    const shared = WRAPPER.test(verdict.line) ? sharedRefusal(exchanges) : null
    return shared ? withVerdict(shared, verdict) : { host: null, stage: null, reply: unquote(verdict.line) }
  }
  const near = conversations.filter(({ host }) => ofDomain(host, recipient))
  for (const { exchanges } of alone ? [] : [...near, ...conversations]) {
    const shared = sharedRefusal(exchanges)
    if (shared) return shared
  }
  const all = conversations.flatMap((one) => one.bare)
  const local = recipient.slice(0, recipient.lastIndexOf('@')).toLowerCase()
  const bare =
    all.find((line) => localName(line)?.toLowerCase() === local) ?? all.find((line) => localName(line) === null)
  return bare === undefined ? null : { host: null, stage: null, reply: unquote(bare) }
}

/** `550 5.1.1 joe... User unknown`: a verdict on a local name. Null where it names none. */
export function localName(verdict: string): string | null {
  return /^[45]\d\d (?:[45]\.\d{1,3}\.\d{1,3} )?<?([\w.+-]+?)>?\.\.\. *\S/.exec(verdict)?.[1] ?? null
}
