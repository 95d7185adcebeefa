/**
 * The last resort: sentences that many systems write around a failed address. Asked only where headers say that a mail
 * system reports, and no detector for a single system knew the text.
 */
import { findAddresses, isHidden } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { looksLikeReport } from './signs.ts'
import { sameAddress, state } from './statement.ts'
import { firstParagraph, paragraphs, readSaid, recipientBlocks, strangers } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'generic'

/** Most recipients believed in one report that is read by sentences: beyond, it is a list of something else. */
const MAX_RECIPIENTS = 500

/** `<a@b>: reason` and `a@b: reason` at the start of a line (the form qmail and Postfix made common). */
const ADDRESS_LINE =
  /^[ \t>]*(?:(?:recipient|address|to|an|user|mailbox|e-?mail)\s*:\s*)?<?("?[^\s<>"',;:()]+"?@[^\s<>"',;:()]+\.[^\s<>"',;:()]+?|"[^"]+"@[^\s<>"',;:()]+)>?(?:\s*:|\s+-\s|\s*$|\s{2,}|\s+(?=[[(]?\d{3}\b))(.*)$/i

/** Sentences that announce a list of failed addresses. */
const ANNOUNCES =
  /following (?:address|recipient|destination|user|e-?mail|person|people|mailbox)|(?:address(?:es)?|recipient(?:s|\(s\))?)(?:\(es\))? (?:failed|rejected|below|listed|had|were|was)|could not be (?:delivered|sent|reached)|(?:un|not )(?:able|possible) to (?:deliver|be delivered|send)|did not reach|not delivered|undeliver|delivery (?:to|has|failed|error|attempt)|failed (?:to|recipient|address)|(?:fatal|permanent|delivery) (?:error|failure)|nicht zugestellt|konnte(?:n)? (?:an|nicht)|folgende|n'a pas pu|destinataire|destinatario|no se (?:pudo|ha podido)|non è stato|impossibile|não (?:foi|pôde)|niet (?:be|af)geleverd|nie (?:można|zosta)|не (?:может|удалось|был|доставлен)|получател|адрес|宛先|届け|配信|收件人|地址|无法|無法|未能|수신|배달|전송/i

const DELAYED =
  /still (?:trying|be(?:ing)? (?:re)?tried)|will (?:keep trying|continue (?:trying|to try|attempting)|be (?:retried|re-?attempted)|retry)|has been delayed|is delayed|delivery (?:is |has been )?delayed|delay(?:ed)? (?:notification|warning)|warning only|not been delivered yet|need not (?:resend|re-?send)|do not need to (?:resend|re-?send)/i
const GAVE_UP =
  /gave up|giving up|given up|permanent|(?:has|have) failed|no longer|could not be delivered (?:within|for)|undeliverable|expired/i

/** `said:`, or a code: what tells a reason from a mere list. */
const REASON =
  /\b[45]\d\d\b|\b[45]\.\d{1,3}\.\d{1,3}\b|said:|unknown|not found|no such|does(?:n't| not) exist|invalid|reject|denied|refus|disabled|inactive|full|quota|unavailable|unreachable|timed? ?out|blocked|failed|fail|error|unbekannt|inconnu|desconocid|sconosciut/i

function kindOf(message: ParsedMessage, reason: string): 'bounce' | 'delay' {
  const words = `${message.headers.get('subject') ?? ''}\n${message.text.slice(0, 3_000)}`
  return DELAYED.test(words) && !GAVE_UP.test(words) && !GAVE_UP.test(reason) ? 'delay' : 'bounce'
}

function statement(message: ParsedMessage, recipient: string, reason: string, rule: string): Statement {
  const said = readSaid(reason)
  return state({
    kind: kindOf(message, reason),
    recipient,
    diagnostic: reason === '' ? null : reason,
    remoteMta: said?.host ?? null,
    evidence: { detector: NAME, rule, part: 'text', excerpt: `${recipient} ${reason}` },
  })
}

/** Addresses at the start of a line with a reason behind or below. */
function fromLines(message: ParsedMessage): Statement[] {
  const own = recipientBlocks(message.text, ADDRESS_LINE).filter(
    ({ recipient }) => strangers(findAddresses(recipient), message).length === 1,
  )
  const announced = ANNOUNCES.test(message.text)
  return own
    .map(({ recipient, reason }) => ({ recipient, reason: firstParagraph(reason) }))
    .filter(({ reason }) => announced || REASON.test(reason))
    .map(({ recipient, reason }) => statement(message, recipient, reason, 'address-line'))
}

/** A sentence that names the address and says that it failed. */
function fromSentences(message: ParsedMessage): Statement[] {
  const found: Statement[] = []
  const all = paragraphs(message.text)
  for (const [index, paragraph] of all.entries()) {
    const previous = all[index - 1] ?? ''
    // An address further down is believed only in a list that the paragraph before it announces.
    const listed = /[:：]\s*$/.test(previous) || paragraph.trim().split(/\s+/).length <= 3
    if (!ANNOUNCES.test(paragraph) && !(listed && ANNOUNCES.test(previous))) continue
    const addresses = strangers(findAddresses(paragraph), message)
    if (addresses.length === 0) continue
    const next = all[index + 1] ?? ''
    const reason = REASON.test(paragraph)
      ? paragraph
      : findAddresses(next).length === 0 && REASON.test(next)
        ? next
        : paragraph
    for (const address of addresses) found.push(statement(message, address, reason.trim(), 'sentence'))
  }
  return found
}

export const generic: Detector = {
  name: NAME,
  tier: 'last',
  title: 'Failure sentences that many systems write',
  source: 'qmail-send(8) and Postfix bounce(8) made the forms common; RFC 3461 §10 shows examples of such texts',
  gate: looksLikeReport,
  detect(message): Statement[] {
    const lines = fromLines(message)
    const statements = lines.length > 0 ? lines : fromSentences(message)
    const unique = statements.filter(
      (one, index) =>
        one.recipient !== null &&
        !isHidden(one.recipient) &&
        statements.findIndex((other) => sameAddress(other.recipient, one.recipient)) === index,
    )
    return unique.length > MAX_RECIPIENTS ? unique.slice(0, MAX_RECIPIENTS) : unique
  },
}
