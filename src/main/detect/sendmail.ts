/**
 * Sendmail 8, and the systems that write as it does. Failed addresses stand in lists under ruled headings, each with
 * `(reason: …)` and `(expanded from: …)` below it; the session follows. Beside the machine-readable part of later
 * versions the text holds what that part may lack: the reply. Version 5 has its own detector.
 */
import type { Kind } from '../../shared/bounce.ts'
import { readReplyCode } from '../../shared/smtp.ts'
import { readAddress } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { ADDRESS, noted, recipientWithLocalPart } from './notice.ts'
import { type Conversation, readConversations, toldOf } from './sendmail-session.ts'
import { enhancedCodeOf } from './statement.ts'
import type { Refusal } from './transcript.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'sendmail'

/** savemail.c errbody(): headings of the lists. Relatives write "delivery errors", "delivery problems" in their place. */
const HEADING =
  /^[ \t]*-{2,}[ \t]*The following addresses? (?:had|have) ((?:permanent |transient )?(?:fatal |non-fatal )?(?:delivery )?(?:errors?|problems?)|(?:successful )?delivery notifications?)[ \t]*-{2,}[ \t]*$/i
/** Any other ruled heading ends a list. */
const OTHER_HEADING = /^[ \t]*-{3,}[ \t]*\S.*\S[ \t]*-{3,}[ \t]*$/
/** What is told below the lists: the session, or what a relative (Biglobe) has in its place. */
const SESSION =
  /^[ \t]*-{3,}[ \t]*(?:Transcript of (?:the )?session follows|Non-delivered information)[ \t]*-{3,}[ \t]*$/i

/** `<a@b>`, `a@b [User unknown]`, `a@b (unrecoverable error)`, `>>> a@b <a@b>`. */
const ENTRY = new RegExp(
  `^[ \\t]*(?:>{2,}[ \\t]*)?<?(${ADDRESS})>?(?:[ \\t]+<${ADDRESS}>)?(?:[ \\t]*[[(](.*?)[\\])]?)?[ \\t]*$`,
)
/** A program, file or local name in place of an address: who was mailed stands in the line below, or in the returned message. */
const NO_ADDRESS = /^[ \t]*(?:"?[|/:\\]\S.*|<?([\w.+-]+)>?[ \t]*)$/
const REASON = /^[ \t]+\(reason:[ \t]*(.*?)\)?[ \t]*$/i
const EXPANDED = /^[ \t]*\(expanded from:[ \t]*(.*?)\)[ \t]*$/i

const STILL_TRYING = /THIS IS A WARNING MESSAGE ONLY|^Will keep trying until message is/m

interface Entry {
  /** Of a local name the address that the returned message has for it. */
  address: string | null
  alias: string | null
  reason: string | null
  kind: Kind
}

function kindOf(heading: string, text: string): Kind {
  if (/successful/i.test(heading)) return 'delivered'
  return /transient|non-fatal/i.test(heading) && STILL_TRYING.test(text) ? 'delay' : 'bounce'
}

/** The addresses under the headings, and the text of the session behind them. */
function readLists(message: ParsedMessage): { entries: Entry[]; session: string } {
  const { text } = message
  const lines = text.split('\n')
  const entries: Entry[] = []
  let kind: Kind | null = null
  for (const [index, line] of lines.entries()) {
    const heading = HEADING.exec(line)
    const last = entries[entries.length - 1]
    if (SESSION.test(line)) return { entries, session: lines.slice(index + 1).join('\n') }
    if (heading) kind = kindOf(heading[1] ?? '', text)
    else if (OTHER_HEADING.test(line)) kind = null
    if (heading || kind === null) continue
    const reason = REASON.exec(line)
    const expanded = EXPANDED.exec(line)
    const entry = ENTRY.exec(line)
    const other = NO_ADDRESS.exec(line)
    if (reason && last) last.reason = reason[1] ?? null
    else if (expanded && last) last.alias = readAddress(expanded[1] ?? '')
    else if (other) {
      const address = other[1] === undefined ? null : recipientWithLocalPart(other[1], message)
      entries.push({ address, alias: null, reason: null, kind })
    } else if (entry) {
      entries.push({ address: readAddress(entry[1] ?? ''), alias: null, reason: entry[2] ?? null, kind })
    }
  }
  return { entries, session: '' }
}

/** The reply that the list gives, else the one that the session tells. An exit status is no reply, but no other's either. */
function reasonOf(
  entry: Entry,
  mailed: string,
  conversations: readonly Conversation[],
): Partial<Refusal> & { enhancedCode?: string } {
  const { reason } = entry
  const code = reason === null ? null : readReplyCode(reason)
  const coded = /^[45]/.test(code ?? '')
  const told = toldOf(entry.address ?? mailed, conversations, reason !== null && !coded)
  // The list quotes the first line of a reply, the session all of them.
  if (reason !== null && told?.reply.includes(reason)) return told
  if (reason !== null && (told === null || coded)) {
    // The verdict on the address may name the enhanced code that the reason lacks.
    const enhanced =
      enhancedCodeOf(reason) === null && told && readReplyCode(told.reply) === code ? enhancedCodeOf(told.reply) : null
    return enhanced === null ? { reply: reason } : { reply: reason, enhancedCode: enhanced }
  }
  return told ?? {}
}

export const sendmail: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Sendmail 8: lists of addresses and transcript of session',
  source: 'sendmail/savemail.c errbody(), sendmail/usersmtp.c (lines of the session)',
  gate: (message) => /The following address/i.test(message.text),
  detect(message): Statement[] {
    const { entries, session } = readLists(message)
    const conversations = readConversations(session)
    return entries.flatMap((entry) => {
      const mailed = entry.alias ?? entry.address
      if (mailed === null) return []
      const told = reasonOf(entry, mailed, conversations)
      const extra = {
        kind: entry.kind,
        originalRecipient: entry.alias === null ? null : entry.address,
        remoteMta: told.host ?? null,
        ...(told.stage ? { stage: told.stage } : {}),
        ...(told.enhancedCode ? { enhancedCode: told.enhancedCode } : {}),
      }
      return noted({ detector: NAME, rule: 'address-list' }, mailed, told.reply ?? null, extra)
    })
  },
}
